// The card beside an element: what it is, what it carries, how that is protected, its threats by state, and what can be done:
// quick fixes, explanations, and looks at the picture from this element.
import { button, make } from "./dom.ts";
import type { Shown } from "./picture.ts";
import type { Box } from "./viewport.ts";
import { byState, counted, facts, sortOf, titleOf } from "./words.ts";

/** What the card can set off. */
export interface CardActs {
  readonly titles: (id: string) => string;
  readonly explain: (threat: string) => void;
  readonly wantFixes: (id: string) => void;
  readonly fix: (id: string, title: string) => void;
  readonly reveal: (id: string) => void;
  readonly onlyData: (datum: string) => void;
  readonly reachedFrom: (id: string) => void;
  readonly fold: (id: string) => void;
}

const delay = 450;
const mostThreats = 6;

/** The card; one at a time. */
export class Card {
  readonly element = make("aside", { class: "card", role: "dialog", "aria-label": "Element", hidden: true });
  /** The element that it speaks of. */
  id: string | undefined;
  /** It was asked for, and did not come by itself under the pointer. */
  asked = false;
  private readonly acts: CardActs;
  private readonly fixes = make("div", { class: "card-fixes" });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(acts: CardActs) {
    this.acts = acts;
    this.element.addEventListener("pointerenter", () => clearTimeout(this.timer));
    this.element.addEventListener("pointerleave", () => this.leave());
  }

  /** The pointer came to an element; the card follows when it stays. */
  approach(element: Shown, show: () => void): void {
    clearTimeout(this.timer);
    if (element.item.id !== this.id) this.timer = setTimeout(show, this.id === undefined ? delay : delay / 2);
  }

  /** The pointer left; there is time to move into the card. */
  leave(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.asked || this.element.contains(document.activeElement) || this.hide(), delay);
  }

  /** Shows an element's card beside a box of the window. One that was asked for stays until it is closed. */
  show(element: Shown, beside: Box, room: Box, asked: boolean): void {
    clearTimeout(this.timer);
    this.asked = asked;
    const { id } = element.item;
    this.id = id;
    this.fixes.replaceChildren();
    this.element.replaceChildren(...this.content(element));
    this.element.setAttribute("aria-label", `${element.item.title}, ${sortOf(element)}`);
    this.element.hidden = false;
    this.place(beside, room);
    this.acts.wantFixes(id);
  }

  /** Quick fixes for an element came. */
  showFixes(id: string, titles: readonly string[]): void {
    if (id !== this.id) return;
    const buttons = titles.map((title) =>
      make(
        "li",
        {},
        button(plain(title), plain(title), () => this.acts.fix(id, title), { class: "link" }),
      ),
    );
    this.fixes.replaceChildren(...(buttons.length > 0 ? [make("h3", {}, "Quick fixes"), make("ul", {}, ...buttons)] : []));
  }

  /** Moves the keyboard into the card. */
  enter(): void {
    this.element.querySelector<HTMLElement>("button")?.focus();
  }

  /** Hides it; true when it was shown. */
  hide(): boolean {
    clearTimeout(this.timer);
    const shown = this.id !== undefined;
    this.id = undefined;
    this.element.hidden = true;
    return shown;
  }

  private content(element: Shown): Node[] {
    const { item } = element;
    const kind = [titleOf(sortOf(element)), item.kindTitle].filter((one) => one && one !== item.title).join(" · ");
    const lines = facts(element, this.acts.titles).flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]);
    return [
      make("header", {}, make("h2", { dir: "auto" }, item.title), make("p", {}, kind)),
      make("dl", {}, ...lines),
      ...this.threats(element),
      this.fixes,
      this.looks(element),
    ];
  }

  private threats({ item }: Shown): Node[] {
    if (item.threats.length === 0) return [make("p", { class: "quiet" }, "No threats.")];
    return byState(item.threats).map(({ state, threats }) => {
      const calls = state === "open" || state === "planned";
      const rows = threats.slice(0, mostThreats).map((one) => {
        const name = `${one.title}: severity ${one.severity}, residual risk ${one.risk}. Explain`;
        const row = button(one.title, name, () => this.acts.explain(one.id), { class: "link", dir: "auto" });
        return make("li", {}, row, make("span", { class: `risk` }, ` ${one.severity} → ${one.risk}`));
      });
      const more = threats.length - rows.length;
      if (more > 0) rows.push(make("li", { class: "quiet" }, `and ${more} more`));
      const summary = make("summary", {}, make("b", {}, titleOf(state)), ` ${counted(threats.length, "threat")}`);
      return make("details", { class: `state-${state}`, open: calls }, summary, make("ul", {}, ...rows));
    });
  }

  private looks(element: Shown): Node {
    const { item } = element;
    const buttons = [button("Show in the text", "Show in the text", () => this.acts.reveal(item.id))];
    const data = element.sort === "edge" || element.sort === "node" ? element.item.data : [];
    for (const datum of data.slice(0, 4)) {
      const title = this.acts.titles(datum);
      buttons.push(button(`Only “${title}”`, `Show only what ${title} touches`, () => this.acts.onlyData(datum)));
    }
    if (element.sort !== "edge") {
      const name = `Show what an attacker who holds ${item.title} reaches`;
      buttons.push(button("Reach from here", name, () => this.acts.reachedFrom(item.id)));
    }
    if (element.sort === "node" && element.item.container) {
      const folded = element.item.folded !== undefined;
      buttons.push(button(folded ? "Unfold" : "Fold", `${folded ? "Unfold" : "Fold"} ${item.title}`, () => this.acts.fold(item.id)));
    }
    return make("div", { class: "card-looks" }, ...buttons);
  }

  private place(beside: Box, room: Box): void {
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const gap = 12;
    const right = beside.x + beside.width + gap;
    const left = beside.x - width - gap;
    const below = beside.y + beside.height + gap;
    const within = (at: number, size: number, length: number): number => Math.max(gap, Math.min(at, length - size - gap));
    // Beside it, where there is room; else below or above it. Over it only when there is none at all.
    const isBeside = right + width <= room.width || left >= 0;
    const x = right + width <= room.width ? right : left >= 0 ? left : within(beside.x, width, room.width);
    const y = isBeside || below + height > room.height ? within(isBeside ? beside.y : beside.y - height - gap, height, room.height) : below;
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }
}

// Titles of quick fixes are written for a list of code actions, with code in backticks.
function plain(title: string): string {
  return title.replaceAll("`", "");
}
