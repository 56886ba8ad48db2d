// What makes a picture hard to read, as a number.
import { type Arrangement, edgePlace } from "./assemble.ts";
import type { Point } from "./run.ts";

// Past these shapes a picture fits neither a page nor a panel; a title and a legend still come above and below.
const widest = 2.6;
const tallest = 2.2;

/** Small letters on the page, a shape far from the page's, crossings, bends and long ways. */
export function costOf(made: Arrangement, aspect: number): number {
  const { width, height, tree } = made;
  const count = Math.max(1, tree.edges.length);
  const ways = tree.edges.map((_, index) => edgePlace(made, index).points);
  const bends = ways.reduce((sum, points) => sum + Math.max(0, points.length - 2), 0);
  const length = ways.reduce((sum, points) => sum + lengthOf(points), 0);
  const page = Math.max(width, height * aspect);
  const skew = Math.abs(Math.log(width / height / aspect));
  const beyond = Math.max(0, Math.log(width / height / widest), Math.log(height / width / tallest));
  return (
    2 * Math.log(page) +
    4 * Math.max(0, skew - 0.42) +
    8 * beyond +
    0.05 * (bends / count) +
    0.3 * (crossingsOf(ways) / count) +
    0.5 * (length / count / page)
  );
}

function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let index = 1; index < points.length; index++) {
    const [[ax, ay], [bx, by]] = [points[index - 1], points[index]] as [Point, Point];
    sum += Math.abs(ax - bx) + Math.abs(ay - by);
  }
  return sum;
}

/** How often lines cross each other. */
export function crossingsOf(ways: readonly (readonly Point[])[]): number {
  const across: { way: number; at: number; from: number; to: number }[] = [];
  const down: { way: number; at: number; from: number; to: number }[] = [];
  for (const [way, points] of ways.entries()) {
    for (let index = 1; index < points.length; index++) {
      const [[ax, ay], [bx, by]] = [points[index - 1], points[index]] as [Point, Point];
      if (Math.abs(ay - by) < 0.1) across.push({ way, at: ay, from: Math.min(ax, bx), to: Math.max(ax, bx) });
      else down.push({ way, at: ax, from: Math.min(ay, by), to: Math.max(ay, by) });
    }
  }
  down.sort((a, b) => a.at - b.at);
  let count = 0;
  for (const one of across) {
    for (const other of down) {
      if (other.at >= one.to) break;
      if (other.at > one.from && other.way !== one.way && other.from < one.at && one.at < other.to) count++;
    }
  }
  return count;
}
