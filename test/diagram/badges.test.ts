// Badges can be read: none lies under a port where a border has room, and the legend shows one in a colour of the picture.
import assert from "node:assert/strict";
import { legendOf } from "../../server/src/diagram/legend.ts";
import { badgesBox } from "../../server/src/diagram/svg/node.ts";
import type { Badge, Box, SceneNode, ScenePort } from "../../server/src/diagram/types.ts";
import { pictureOf, sampleAnalysis } from "./pictures.ts";

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const item = { threats: [], marks: [], dimmed: false, labels: [] };
const open = (level: number): Badge => ({ state: "open", count: 2, risk: "high", level });

function port(side: "north" | "south" | "east", x: number, y: number, width: number): ScenePort {
  return {
    ...item,
    id: `P${x}`,
    title: "P",
    badges: [],
    side,
    numbers: "443",
    x,
    y,
    box: { x, y, width, height: 30 },
  } as unknown as ScenePort;
}

function device(...ports: ScenePort[]): SceneNode {
  const box = { x: 100, y: 100, width: 300, height: 200 };
  return { ...item, ...box, id: "D", title: "D", kind: "device", badges: [open(1)], ports } as unknown as SceneNode;
}

describe("badges", () => {
  const alone = badgesBox(device());

  it("stand at the right end of the upper border", () => {
    assert.equal(alone.x + alone.width, 394);
    assert.ok(alone.y < 100 && alone.y + alone.height > 100);
  });

  it("give way to ports, as far as need be", () => {
    const ports = [port("north", 330, 100, 60), port("north", 260, 100, 60), port("north", 110, 100, 60)];
    const box = badgesBox(device(...ports));
    assert.equal(box.y, alone.y);
    assert.ok(box.x < 260 && box.x > 170, String(box.x));
    for (const one of ports) assert.ok(!meet(box, one.box), one.id);
  });

  it("take the lower border where the upper one is full, and stay where both are", () => {
    const full = [port("north", 105, 100, 290)];
    const below = badgesBox(device(...full));
    assert.ok(below.y < 300 && below.y + below.height > 300);
    assert.equal(below.x, alone.x);
    assert.deepEqual(badgesBox(device(...full, port("south", 105, 270, 290))), alone);
  });

  it("do not mind ports at the sides", () => {
    assert.deepEqual(badgesBox(device(port("east", 370, 150, 30))), alone);
  });

  it("lie under no port of a drawn device", async () => {
    const { nodes } = await pictureOf(sampleAnalysis("infusion-pump"), "device:Pump");
    const marked = nodes.filter(({ badges, ports }) => badges.length > 0 && ports.length > 0);
    assert.ok(marked.length > 0);
    for (const node of marked) for (const one of node.ports) assert.ok(!meet(badgesBox(node), one.box), `${node.id} and ${one.id}`);
  }).timeout(60_000);

  it("are explained by the legend in the colour of the worst one", () => {
    const signs = (...levels: number[]): string[] =>
      legendOf(
        levels.map((level) => ({ ...device(), badges: [open(level)] })),
        [],
        { x: 0, y: 0, width: 900 },
      ).map(({ sign }) => sign);
    assert.ok(signs(0, 1 / 3).includes(`badge:open:${1 / 3}`));
    assert.ok(signs(1, 0).includes("badge:open:1"));
  });
});
