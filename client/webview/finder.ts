// The search field with the list of what it found. A combobox as screen readers know it.
import { make } from "./dom.ts";
import type { Shown } from "./picture.ts";
import { search, sortOf } from "./words.ts";

const most = 12;

/** What the search can set off. */
export interface FinderActs {
  readonly all: () => readonly Shown[];
  /** Marks what was found while one types. */
  readonly found: (ids: readonly string[]) => void;
  readonly go: (id: string) => void;
  /** Gives the keyboard back. */
  readonly leave: () => void;
}

/** The field. */
export class Finder {
  readonly element = make("div", { class: "finder" });
  private readonly acts: FinderActs;
  private readonly input = make("input", {
    type: "search",
    placeholder: "Search",
    "aria-label": "Search elements (/)",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "found",
    "aria-autocomplete": "list",
    spellcheck: "false",
    dir: "auto",
  });
  private readonly list = make("ul", { id: "found", role: "listbox", "aria-label": "Found", hidden: true });
  private ids: readonly string[] = [];
  private at = 0;

  constructor(acts: FinderActs) {
    this.acts = acts;
    this.element.append(this.input, this.list);
    this.input.addEventListener("input", () => this.find());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.show(false), 150));
    this.input.addEventListener("focus", () => this.find());
  }

  /** Moves the keyboard into the field. */
  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private find(): void {
    const found = search(this.acts.all(), this.input.value) as Shown[];
    this.ids = found.map(({ item }) => item.id);
    this.at = 0;
    const rows = found.slice(0, most).map((element, index) => {
      const { item } = element;
      const row = make(
        "li",
        { role: "option", id: `found-${index}`, dir: "auto" },
        item.title,
        make("span", { class: "quiet" }, ` ${sortOf(element)}`),
      );
      row.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        this.go(index);
      });
      return row;
    });
    if (this.input.value.trim() !== "" && rows.length === 0) rows.push(make("li", { class: "quiet" }, "Nothing has these words"));
    if (this.ids.length > most) rows.push(make("li", { class: "quiet" }, `and ${this.ids.length - most} more`));
    this.list.replaceChildren(...rows);
    this.show(rows.length > 0);
    this.acts.found(this.ids);
  }

  private show(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    for (const [index, row] of [...this.list.children].entries()) row.setAttribute("aria-selected", String(index === this.at));
    if (open && this.ids.length > 0) this.input.setAttribute("aria-activedescendant", `found-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private key(event: KeyboardEvent): void {
    const count = Math.min(this.ids.length, most);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (count > 0) this.at = (this.at + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      this.show(true);
    } else if (event.key === "Enter") this.go(this.at);
    else if (event.key === "Escape") {
      event.stopPropagation();
      this.input.value = "";
      this.find();
      this.acts.leave();
    }
  }

  private go(index: number): void {
    const id = this.ids[index];
    if (id === undefined) return;
    this.show(false);
    this.acts.found([]);
    this.acts.go(id);
  }
}
