// The page of a diagram panel: puts the parts together, keeps what the panel shows, and talks with the extension.
import type { DiagramPicture } from "../../server/src/lsp/protocol.ts";
import type { FromPage, PanelState, StatusKind, ToPage } from "../src/preview/messages.ts";
import { type PicturePatch, patched } from "../src/preview/patch.ts";
import { Canvas } from "./canvas.ts";
import { Card } from "./card.ts";
import { described } from "./choices.ts";
import { button, make } from "./dom.ts";
import { containersOf, declaredBy, drawnFor, titleIn } from "./elements.ts";
import { Finder } from "./finder.ts";
import { actOf, type KeyAct } from "./keys.ts";
import { Picture } from "./picture.ts";
import { lit } from "./scenario.ts";
import { keySheet, LegendSheet } from "./sheets.ts";
import { Steps } from "./steps.ts";
import { Toolbar } from "./toolbar.ts";
import { type Box, boxOnScreen } from "./viewport.ts";
import { walk } from "./walk.ts";

/** The way to the extension, as VS Code gives it. */
export interface Host {
  postMessage(message: FromPage): void;
  setState(state: PanelState): void;
  getState(): PanelState | undefined;
}

const stride = 60;
const pans: Readonly<Partial<Record<KeyAct, readonly [x: number, y: number]>>> = {
  "pan-left": [stride, 0],
  "pan-right": [-stride, 0],
  "pan-up": [0, stride],
  "pan-down": [0, -stride],
};

/** The page. */
export class Page {
  private readonly host: Host;
  private state: PanelState | undefined;
  private current: DiagramPicture | undefined;
  private serial = 0;
  private selected: string | undefined;
  /** The last selected element that is no arrow. */
  private origin: string | undefined;
  private readonly picture = new Picture();
  private readonly canvas: Canvas;
  private readonly card: Card;
  private readonly finder: Finder;
  private readonly steps = new Steps((step) => this.set({ step }));
  private readonly toolbar: Toolbar;
  private readonly keySheet = keySheet();
  private readonly legend = new LegendSheet();
  private readonly status = make("p", { class: "status", role: "status", hidden: true });
  private readonly empty = make("div", { class: "empty" }, make("p", {}, "Drawing…"));
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)");
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.host = host;
    const titles = (id: string): string => titleIn(this.picture.elements, this.current?.choices, id);
    this.canvas = new Canvas(this.picture, () => this.looked());
    this.card = new Card({
      titles,
      explain: (id) => this.send({ type: "explain", id }),
      wantFixes: (id) => this.send({ type: "fixes", id: this.declared(id) }),
      fix: (id, title) => {
        this.card.hide();
        this.send({ type: "fix", id: this.declared(id), title });
      },
      reveal: (id) => this.send({ type: "reveal", id: this.declared(id), focus: true }),
      onlyData: (data) => this.filter({ ...this.state?.filter, data }),
      reachedFrom: (id) => this.filter({ ...this.state?.filter, reachedFrom: id }),
      fold: (id) => this.fold(id),
    });
    this.finder = new Finder({
      all: () => [...this.picture.elements.values()],
      found: (ids) => this.picture.mark("found", ids),
      go: (id) => this.go(id),
      leave: () => this.canvas.element.focus(),
    });
    this.toolbar = new Toolbar(this.finder.element, {
      set: (change) => this.set(change),
      titles,
      zoom: (factor) => this.canvas.zoom(factor),
      fit: () => this.canvas.fit(),
      foldAll: () => this.set({ folded: containersOf(this.picture.scene), unfolded: [] }),
      unfoldAll: () => this.set({ folded: [], unfolded: this.current?.choices.containers.map(({ id }) => id) ?? [] }),
      arrange: () => this.send({ type: "arrange", aspect: this.aspect }),
      export: () => this.send({ type: "export" }),
      legend: () => this.legend.toggle(),
      help: () => this.keySheet.toggle(),
    });
    this.canvas.element.append(this.empty, this.steps.element, this.card.element);
    document.body.append(this.toolbar.element, this.canvas.element, this.status, this.keySheet.element, this.legend.element);
    this.listen();
    this.send({ type: "ready", aspect: this.aspect });
  }

  /** Takes what the extension says. */
  receive(message: ToPage): void {
    switch (message.type) {
      case "state":
        this.restore(message.state);
        break;
      case "picture":
        this.show(message.picture, message.serial);
        break;
      case "patch":
        this.patch(message.patch, message.since, message.serial);
        break;
      case "status":
        this.tell(message.kind, message.text);
        break;
      case "cursor":
        this.follow(message.ids);
        break;
      case "fixes": {
        const { id } = this.card;
        if (id !== undefined && this.declared(id) === message.id) this.card.showFixes(id, message.titles);
      }
    }
  }

  private get aspect(): number {
    const { width, height } = this.canvas.screen;
    return Math.round((width / height) * 10) / 10;
  }

  private restore(given: PanelState): void {
    // Where one looks is known here alone: moving about tells the panel nothing.
    const { viewport } = this.state ?? this.host.getState() ?? given;
    const { viewport: _, ...rest } = given;
    const state: PanelState = viewport ? { ...rest, viewport } : rest;
    if (viewport && this.state === undefined) this.canvas.look(viewport);
    this.state = state;
    this.toolbar.update(state, this.current?.choices, this.current?.view.name);
    this.host.setState(state);
  }

  private patch(patch: PicturePatch, since: number, serial: number): void {
    const focus = this.focused();
    const picture = this.current && this.serial === since ? patched(this.current, patch) : undefined;
    if (picture && this.picture.patch(picture.scene, patch.groups)) this.shown(picture, serial, false, focus);
    // A page that shows another picture than the panel believes asks for all of it.
    else this.send({ type: "ready", aspect: this.aspect });
  }

  private show(picture: DiagramPicture, serial: number): void {
    const other = this.current?.model !== picture.model || this.current.view.name !== picture.view.name;
    const moved = this.current?.arrangement !== picture.arrangement;
    const focus = this.focused();
    if (!this.picture.show(picture, other || this.still.matches)) {
      this.tell("failed", "The picture cannot be read.");
      return;
    }
    // Another view or model is seen whole, until one looks closer; a restored panel looks where it looked before.
    if (other && this.current !== undefined) this.canvas.fits = true;
    this.shown(picture, serial, moved, focus);
    this.canvas.pictureChanged();
  }

  /** The element that the keyboard is at; a drawing that is replaced loses it. */
  private focused(): string | undefined {
    const { activeElement } = document;
    return activeElement instanceof SVGElement ? this.picture.idAt(activeElement) : undefined;
  }

  private shown(picture: DiagramPicture, serial: number, moved: boolean, focus: string | undefined): void {
    const { state } = this;
    if (this.current?.legend !== picture.legend) this.legend.update(picture.legend);
    this.current = picture;
    this.serial = serial;
    this.empty.hidden = true;
    if (state) this.toolbar.update(state, picture.choices, picture.view.name);
    this.steps.update(picture.scene, state?.step ?? 0);
    this.light();
    if (this.selected !== undefined && !this.picture.elements.has(this.selected)) this.select(undefined);
    if (focus !== undefined) this.picture.elements.get(focus)?.shape.focus({ preventScroll: true });
    if (this.card.id !== undefined) this.openCard(this.card.id, this.card.asked);
    // The task after the next frame runs when that frame is on its way to the screen.
    requestAnimationFrame(() =>
      setTimeout(() => this.send({ type: "painted", serial, at: performance.timeOrigin + performance.now(), moved })),
    );
  }

  private tell(kind: StatusKind, text: string): void {
    this.status.hidden = text === "";
    this.status.textContent = text;
    this.status.className = `status ${kind}`;
    document.body.classList.toggle("kept", kind === "broken" || kind === "overrun" || kind === "failed");
    if (kind !== "none" && this.current !== undefined) return;
    if (kind === "fresh") return;
    const parts: Node[] = [make("p", {}, text === "" ? "Drawing…" : text)];
    if (kind === "none") parts.push(button("New model from template", "New model from template", () => this.send({ type: "new-model" })));
    this.empty.replaceChildren(...parts);
    this.empty.hidden = kind === "none" && this.current !== undefined;
  }

  private follow(ids: readonly string[]): void {
    const id = ids.map((one) => drawnFor(this.picture.elements, one)).find((one) => one !== undefined);
    this.picture.mark("cursor", id === undefined ? [] : [id]);
    const element = id === undefined ? undefined : this.picture.elements.get(id);
    if (element && !document.hasFocus()) this.canvas.bring(element.box);
  }

  private select(id: string | undefined): void {
    if (this.selected !== undefined) this.picture.elements.get(this.selected)?.shape.setAttribute("tabindex", "-1");
    this.selected = id;
    this.picture.mark("selected", id === undefined ? [] : [id]);
    const element = id === undefined ? undefined : this.picture.elements.get(id);
    element?.shape.setAttribute("tabindex", "0");
    if (element?.sort !== "edge") this.origin = id;
  }

  /** Goes to an element with the keyboard: selects it, shows it, and lets a screen reader say it. */
  private go(id: string): void {
    const element = this.picture.elements.get(id);
    if (element === undefined) return;
    this.select(id);
    this.canvas.bring(element.box);
    element.shape.focus({ preventScroll: true });
  }

  private openCard(id: string, asked: boolean, at?: Box): void {
    const element = this.picture.elements.get(id);
    if (element) this.card.show(element, at ?? boxOnScreen(this.canvas.view, element.box), this.canvas.screen, asked);
    else this.card.hide();
  }

  private fold(id: string): void {
    const { state } = this;
    const element = this.picture.elements.get(id);
    if (state === undefined || element?.sort !== "node" || !element.item.container) return;
    const without = (all: readonly string[]): string[] => all.filter((one) => one !== id);
    const folded = element.item.folded !== undefined;
    this.card.hide();
    this.set(
      folded
        ? { folded: without(state.folded), unfolded: [...without(state.unfolded), id] }
        : { folded: [...without(state.folded), id], unfolded: without(state.unfolded) },
    );
  }

  private filter(filter: PanelState["filter"]): void {
    this.card.hide();
    this.set({ filter });
  }

  private set(change: Partial<PanelState>): void {
    if (this.state === undefined) return;
    this.state = { ...this.state, ...change };
    this.toolbar.update(this.state, this.current?.choices, this.current?.view.name);
    if (this.current) this.steps.update(this.current.scene, this.state.step);
    this.light();
    this.host.setState(this.state);
    this.send({ type: "state", state: this.state });
  }

  private light(): void {
    const step = this.state?.step ?? 0;
    this.picture.light(this.current && step > 0 ? lit(this.current.scene, step) : undefined);
  }

  /** The view on the picture changed; it is kept, but not with each step of a movement. */
  private looked(): void {
    this.toolbar.showSize(this.canvas.view.scale);
    if (this.card.hide()) this.canvas.element.focus({ preventScroll: true });
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      if (this.state === undefined) return;
      const { viewport: _, ...rest } = this.state;
      this.state = this.canvas.fits ? rest : { ...rest, viewport: this.canvas.view };
      this.host.setState(this.state);
    }, 200);
  }

  private listen(): void {
    const { element } = this.canvas;
    element.addEventListener("click", (event) => this.click(event, false));
    element.addEventListener("dblclick", (event) => this.click(event, true));
    element.addEventListener("pointerover", (event) => this.hover(event));
    element.addEventListener("pointerleave", () => this.hover(undefined));
    element.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => this.receive(data));
  }

  private click(event: MouseEvent, focus: boolean): void {
    if (this.canvas.element.classList.contains("dragging") || this.outside(event.target)) return;
    const id = this.picture.idAt(event.target);
    this.select(id);
    if (id === undefined) return void this.card.hide();
    this.picture.elements.get(id)?.shape.focus({ preventScroll: true });
    this.send({ type: "reveal", id: this.declared(id), focus });
  }

  private hover(event: PointerEvent | undefined): void {
    if (event && this.outside(event.target)) return;
    const id = this.picture.idAt(event?.target ?? null);
    const element = id === undefined || event?.buttons ? undefined : this.picture.elements.get(id);
    this.picture.mark("hovered", element ? [element.item.id] : []);
    // Inside a container one is on the way to something else; its card comes over its words.
    const isGround =
      event?.target instanceof SVGRectElement && element?.sort === "node" && element.item.container && element.item.folded === undefined;
    if (this.card.asked && this.card.id !== undefined) return;
    if (event === undefined || element === undefined || isGround) this.card.leave();
    else {
      const at = this.canvas.pointOf(event);
      const around = { x: at.x - 12, y: at.y - 12, width: 24, height: 24 };
      const isLarge = element.sort === "edge" || (element.sort === "node" && element.item.container);
      this.card.approach(element, () => this.openCard(element.item.id, false, isLarge ? around : undefined));
    }
  }

  private key(event: KeyboardEvent): void {
    if (this.outside(event.target)) {
      if (event.key === "Escape" && this.card.hide()) this.backToPicture();
      return;
    }
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    const [x, y] = pans[act] ?? [];
    const next = walk(act, this.selected, this.picture.elements, this.origin);
    if (x !== undefined && y !== undefined) this.canvas.pan({ x, y });
    else if (next !== undefined) this.go(next);
    else this.perform(act);
  }

  private perform(act: KeyAct): void {
    const id = this.selected;
    if (act === "search") this.finder.focus();
    else if (act === "larger") this.canvas.zoom(1.25);
    else if (act === "smaller") this.canvas.zoom(1 / 1.25);
    else if (act === "fit") this.canvas.fit();
    else if (act === "actual") this.canvas.zoom(1 / this.canvas.view.scale);
    else if (act === "next-step") this.steps.move(1);
    else if (act === "previous-step") this.steps.move(-1);
    else if (act === "legend") this.legend.toggle();
    else if (act === "help") this.keySheet.toggle();
    else if (act === "leave") this.leave();
    else if (id === undefined) return;
    else if (act === "text") this.send({ type: "reveal", id: this.declared(id), focus: true });
    else if (act === "fold") this.fold(id);
    else if (act === "reach") this.filter({ ...this.state?.filter, reachedFrom: id });
    else if (act === "card") {
      this.openCard(id, true);
      this.card.enter();
    }
  }

  /** Closes the nearest thing that is open: card, step, filter, selection. */
  private leave(): void {
    const { state } = this;
    const { asked } = this.card;
    if (this.card.hide() && asked) return;
    if (state && state.step > 0) this.set({ step: 0 });
    else if (state && described(state.filter, (id) => id) !== "") this.filter({});
    else {
      this.select(undefined);
      this.canvas.element.focus();
    }
  }

  private backToPicture(): void {
    const shape = this.selected === undefined ? undefined : this.picture.elements.get(this.selected)?.shape;
    (shape ?? this.canvas.element).focus({ preventScroll: true });
  }

  /** Whether a place of the page is on something that lies over the picture. */
  private outside(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest(".card, .steps, .map, .empty") !== null;
  }

  private declared(id: string): string {
    return declaredBy(this.picture.elements, id);
  }

  private send(message: FromPage): void {
    this.host.postMessage(message);
  }
}
