// What one looks at the picture through: moving with pointer and wheel, growing at the pointer, fitting, and a small map of a large
// picture.
import { make, makeSvg } from "./dom.ts";
import type { Picture } from "./picture.ts";
import { type Box, brought, fitted, moved, type Point, seen, type Viewport, zoomed } from "./viewport.ts";

const mapWidth = 180;
const mapHeight = 130;

/** The window onto the picture. */
export class Canvas {
  readonly element = make("main", { class: "canvas", tabindex: "0", "aria-label": "Diagram" });
  readonly map = makeSvg("svg", { class: "map", role: "img", "aria-label": "Map of the whole diagram", hidden: true });
  view: Viewport = { x: 0, y: 0, scale: 1 };
  /** Whether all of the picture is shown, and goes on being shown when it or the panel changes its size. */
  fits = true;
  private readonly picture: Picture;
  private readonly changed: () => void;
  private readonly frame = makeSvg("rect", { class: "map-frame" });

  constructor(picture: Picture, changed: () => void) {
    this.picture = picture;
    this.changed = changed;
    this.element.append(picture.sheet, this.map);
    this.element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.element.addEventListener("pointerdown", (event) => this.drag(event));
    this.map.addEventListener("pointerdown", (event) => this.dragMap(event));
    new ResizeObserver(() => (this.fits ? this.fit() : this.apply())).observe(this.element);
  }

  /** The size of the window. */
  get screen(): Box {
    return { x: 0, y: 0, width: Math.max(this.element.clientWidth, 1), height: Math.max(this.element.clientHeight, 1) };
  }

  /** Shows another part of the picture. */
  look(view: Viewport): void {
    this.fits = false;
    this.view = view;
    this.apply();
  }

  /** Shows all of it. */
  fit(): void {
    this.fits = true;
    this.view = fitted(this.extent, this.screen);
    this.apply();
  }

  /** Grows the picture around a point of the window, its middle where none is given. */
  zoom(factor: number, at?: Point): void {
    const { width, height } = this.screen;
    this.look(zoomed(this.view, at ?? { x: width / 2, y: height / 2 }, factor));
  }

  /** Moves the picture. */
  pan(by: Point): void {
    this.look(moved(this.view, by, this.extent, this.screen));
  }

  /** Moves the picture no further than needed to show a box. */
  bring(box: Box): void {
    const view = brought(this.view, box, this.screen);
    if (view.x !== this.view.x || view.y !== this.view.y) this.look(view);
  }

  /** There is another picture: makes the map anew. */
  pictureChanged(): void {
    const { scene } = this.picture;
    if (scene === undefined) return;
    const scale = Math.min(mapWidth / scene.width, mapHeight / scene.height);
    this.map.setAttribute("viewBox", `0 0 ${scene.width} ${scene.height}`);
    this.map.setAttribute("width", String(Math.round(scene.width * scale)));
    this.map.setAttribute("height", String(Math.round(scene.height * scale)));
    const boxes = scene.nodes.map(({ x, y, width, height, container }) =>
      makeSvg("rect", { x, y, width, height, class: container ? "map-container" : "map-node" }),
    );
    this.map.replaceChildren(...boxes, this.frame);
    if (this.fits) this.fit();
    else this.apply();
  }

  private get extent(): Box {
    return { x: 0, y: 0, width: this.picture.scene?.width ?? 1, height: this.picture.scene?.height ?? 1 };
  }

  private apply(): void {
    const { x, y, scale } = this.view;
    this.picture.sheet.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    const shown = seen(this.view, this.screen);
    for (const [name, value] of Object.entries(shown)) this.frame.setAttribute(name, String(value));
    const extent = this.extent;
    const part = shown.width * shown.height < extent.width * extent.height * 0.7;
    this.map.toggleAttribute("hidden", this.picture.scene === undefined || !part);
    this.changed();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
    // Two fingers moved apart on a touchpad come as a wheel with Control.
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY * pixels * 0.01), this.pointOf(event));
    else if (event.shiftKey && event.deltaX === 0) this.pan({ x: -event.deltaY * pixels, y: 0 });
    else this.pan({ x: -event.deltaX * pixels, y: -event.deltaY * pixels });
  }

  private drag(event: PointerEvent): void {
    if (event.button > 1 || (event.target instanceof Element && event.target.closest(".map"))) return;
    let last: Point = { x: event.clientX, y: event.clientY };
    let far = false;
    follow(event, (move) => {
      const by = { x: move.clientX - last.x, y: move.clientY - last.y };
      if (!far && Math.abs(by.x) + Math.abs(by.y) < 4) return;
      far = true;
      this.element.classList.add("dragging");
      last = { x: move.clientX, y: move.clientY };
      this.pan(by);
    }).then(() => {
      // The click that ends a drag is none; it comes right after.
      setTimeout(() => this.element.classList.remove("dragging"));
    });
  }

  private dragMap(event: PointerEvent): void {
    event.stopPropagation();
    const go = (move: PointerEvent): void => {
      const bounds = this.map.getBoundingClientRect();
      const scale = this.extent.width / bounds.width;
      const middle = { x: (move.clientX - bounds.left) * scale, y: (move.clientY - bounds.top) * scale };
      const { width, height } = this.screen;
      this.look({ ...this.view, x: width / 2 - middle.x * this.view.scale, y: height / 2 - middle.y * this.view.scale });
    };
    go(event);
    void follow(event, go);
  }

  /** A point of the window, from an event. */
  pointOf(event: MouseEvent): Point {
    const bounds = this.element.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  }
}

/** Follows a pointer until it is let go. */
function follow(start: PointerEvent, move: (event: PointerEvent) => void): Promise<void> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    const end = (): void => {
      controller.abort();
      resolve();
    };
    const own = (event: Event): boolean => (event as PointerEvent).pointerId === start.pointerId;
    const options = { signal: controller.signal };
    window.addEventListener("pointermove", (event) => own(event) && move(event), options);
    window.addEventListener("pointerup", (event) => own(event) && end(), options);
    window.addEventListener("pointercancel", (event) => own(event) && end(), options);
  });
}
