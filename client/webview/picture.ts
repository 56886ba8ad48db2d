// The picture on the page: swaps in a new one with its elements moving from old to new places, knows where each element is, and draws
// marks over it (selection, cursor, what a search or a step points at).
import type { Scene } from "../../server/src/diagram/types.ts";
import type { DiagramPicture } from "../../server/src/lsp/protocol.ts";
import { readPicture } from "./clean.ts";
import { make, makeSvg } from "./dom.ts";
import type { Box } from "./viewport.ts";
import { type Element as Drawn, spoken, titleOf } from "./words.ts";

/** An element of the picture, where it is and what draws it. */
export type Shown = Drawn & { readonly box: Box; readonly shape: SVGElement };

/** Why an element is marked. */
export type Mark = "selected" | "cursor" | "hovered" | "found";

const duration = 240;

/** The picture and the marks over it. */
export class Picture {
  /** What is moved and scaled. */
  readonly sheet = make("div", { class: "sheet" });
  /** Elements by id, in the order in which the keyboard goes through them. */
  elements: ReadonlyMap<string, Shown> = new Map();
  scene: Scene | undefined;
  private svg: SVGSVGElement | undefined;
  private arrangement = "";
  private readonly style = new CSSStyleSheet();
  private readonly marks = makeSvg("svg", { class: "marks", "aria-hidden": "true" });
  private readonly marked = new Map<Mark, readonly string[]>();

  constructor() {
    document.adoptedStyleSheets.push(this.style);
    this.sheet.append(this.marks);
  }

  /** Puts a new picture in place of the old one; false when it cannot be read. Moves only where things have another place. */
  show({ svg: text, scene, view, arrangement }: DiagramPicture, still: boolean): boolean {
    const cleaned = readPicture(text);
    if (cleaned === undefined) return false;
    const old = this.elements;
    const { svg } = cleaned;
    this.style.replaceSync(cleaned.style);
    svg.setAttribute("role", "application");
    svg.setAttribute("aria-label", `Data-flow diagram of ${scene.system}: ${view.title}`);
    svg.setAttribute("aria-roledescription", "diagram");
    svg.querySelector(":scope > title")?.remove();
    this.take(scene, svg);
    const moves = !still && this.svg !== undefined && arrangement !== this.arrangement;
    if (this.svg) this.svg.replaceWith(svg);
    else this.sheet.prepend(svg);
    this.svg = svg;
    this.arrangement = arrangement;
    this.marks.setAttribute("viewBox", `0 0 ${scene.width} ${scene.height}`);
    for (const one of [this.marks, svg]) {
      one.setAttribute("width", String(scene.width));
      one.setAttribute("height", String(scene.height));
    }
    if (moves) animate(old, this.elements);
    this.draw();
    return true;
  }

  /** Puts new drawings of some elements in place of the old ones; false, and nothing done, when one of them is not there. */
  patch(scene: Scene, groups: string): boolean {
    const { svg } = this;
    const cleaned = readPicture(`<svg xmlns="${svg?.namespaceURI ?? ""}">${groups}</svg>`);
    if (svg === undefined || cleaned === undefined) return false;
    const old = new Map([...svg.children].map((one) => [nameOf(one), one]));
    const news = [...cleaned.svg.children];
    if (news.some((one) => !old.has(nameOf(one)))) return false;
    for (const one of news) old.get(nameOf(one))?.replaceWith(one);
    this.take(scene, svg);
    this.draw();
    return true;
  }

  // What each element is for the keyboard and for screen readers; an arrow is spoken with the words of its ends.
  private take(scene: Scene, svg: SVGSVGElement): void {
    this.scene = scene;
    this.elements = indexed(scene, svg);
    const titles = (id: string): string => this.elements.get(id)?.item.title ?? id;
    for (const [id, element] of this.elements) {
      const { shape } = element;
      shape.setAttribute("role", "button");
      const words = spoken(element, titles);
      if (shape.getAttribute("aria-label") !== words) shape.setAttribute("aria-label", words);
      shape.setAttribute("aria-roledescription", titleOf(element.sort === "node" ? element.item.kind : element.sort));
      shape.setAttribute("tabindex", "-1");
      shape.querySelector(":scope > title")?.remove();
      shape.setAttribute("data-id", id);
    }
  }

  /** The element that a place of the page belongs to. */
  idAt(target: EventTarget | null): string | undefined {
    return target instanceof Element ? (target.closest("[data-id]")?.getAttribute("data-id") ?? undefined) : undefined;
  }

  /** Marks elements, in place of those marked for the same reason before. */
  mark(why: Mark, ids: readonly string[]): void {
    this.marked.set(why, ids);
    this.draw();
  }

  /** Draws everything faintly but some elements; undefined draws all as usual. */
  light(ids: ReadonlySet<string> | undefined): void {
    for (const [id, { shape }] of this.elements) shape.classList.toggle("faint", ids !== undefined && !ids.has(id));
  }

  private draw(): void {
    const selected = this.marked.get("selected") ?? [];
    const shapes = [...this.marked].flatMap(([why, ids]) =>
      ids.flatMap((id) => {
        // What is selected has its frame, also when the cursor or the pointer comes to it.
        if ((why === "cursor" || why === "hovered") && selected.includes(id)) return [];
        const element = this.elements.get(id);
        return element ? [outline(element, why)] : [];
      }),
    );
    this.marks.replaceChildren(...shapes);
  }
}

/** What tells the drawings of a picture apart: an element and the ports of a device are groups side by side. */
function nameOf(drawing: Element): string {
  return `${drawing.getAttribute("class")?.split(" ")[0]} ${drawing.getAttribute("data-id")}`;
}

function outline(element: Shown, why: Mark): SVGElement {
  if (element.sort === "edge")
    return makeSvg("polyline", { class: `mark ${why}`, points: element.item.points.map((point) => point.join()).join(" ") });
  const gap = why === "cursor" ? 7 : 4;
  const { x, y, width, height } = element.box;
  return makeSvg("rect", {
    class: `mark ${why}`,
    x: x - gap,
    y: y - gap,
    width: width + 2 * gap,
    height: height + 2 * gap,
    rx: 6,
  });
}

/** Elements by id: containers before what is inside, each device before its ports, arrows last. */
function indexed(scene: Scene, svg: SVGSVGElement): Map<string, Shown> {
  const shapes = new Map<string, SVGElement>();
  for (const shape of svg.querySelectorAll<SVGElement>("[data-id]")) {
    const id = shape.getAttribute("data-id") ?? "";
    if (!shapes.has(id)) shapes.set(id, shape);
  }
  const found = new Map<string, Shown>();
  const add = (element: Drawn, box: Box): void => {
    const shape = shapes.get(element.item.id);
    if (shape) found.set(element.item.id, { ...element, box, shape });
  };
  for (const item of scene.nodes) {
    const { x, y, width, height } = item;
    add({ sort: "node", item }, { x, y, width, height });
    for (const port of item.ports) add({ sort: "port", item: port, device: item }, port.box);
  }
  for (const item of scene.edges) add({ sort: "edge", item }, around(item.points));
  return found;
}

function around(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return points.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function animate(old: ReadonlyMap<string, Shown>, now: ReadonlyMap<string, Shown>): void {
  const shift = (id: string | null | undefined): { x: number; y: number } => {
    const [from, to] = [old.get(id ?? ""), now.get(id ?? "")];
    return from && to ? { x: from.box.x - to.box.x, y: from.box.y - to.box.y } : { x: 0, y: 0 };
  };
  for (const [id, element] of now) {
    const before = old.get(id);
    const { shape } = element;
    if (before === undefined) shape.animate([{ opacity: 0 }, { opacity: 1 }], { duration, easing: "ease-out" });
    else if (element.sort === "edge") {
      const same = before.sort === "edge" && before.item.points.join() === element.item.points.join();
      if (!same) shape.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], { duration: duration * 1.5 });
    } else {
      // What is drawn inside another element moves with that.
      const outer = shift(shape.parentElement?.closest("[data-id]")?.getAttribute("data-id"));
      const { x, y } = shift(id);
      const translate = `${x - outer.x}px ${y - outer.y}px`;
      if (x !== outer.x || y !== outer.y) shape.animate([{ translate }, { translate: "0px 0px" }], { duration, easing: "ease-in-out" });
    }
  }
}
