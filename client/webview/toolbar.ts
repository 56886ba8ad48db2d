// The bar over the picture: view, search, filters, folding, size, and what is done with the whole picture.
import type { ViewKind } from "../../server/src/diagram/types.ts";
import type { DiagramChoices } from "../../server/src/lsp/protocol.ts";
import type { PanelState } from "../src/preview/messages.ts";
import { choose, chosen, described, type FilterName, filterNames, filterTitles, offered } from "./choices.ts";
import { button, fill, make } from "./dom.ts";
import { icon } from "./icons.ts";

/** What the bar can set off. */
export interface ToolbarActs {
  readonly set: (change: Partial<PanelState>) => void;
  readonly titles: (id: string) => string;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly foldAll: () => void;
  readonly unfoldAll: () => void;
  readonly arrange: () => void;
  readonly export: () => void;
  readonly legend: () => void;
  readonly help: () => void;
}

/** Groups of the list of views, in its order. */
const groups: readonly (readonly [title: string, kinds: readonly ViewKind[]])[] = [
  ["Of the model", ["declared"]],
  ["Whole", ["full", "context"]],
  ["For regulators", ["system", "updates", "multi-patient", "security-use-case"]],
  ["Scenarios", ["scenario"]],
  ["Boundaries", ["boundary"]],
  ["Devices", ["device"]],
];

/** The bar. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly acts: ToolbarActs;
  private readonly views = make("select", { "aria-label": "View", class: "views", dir: "auto" });
  private readonly filterButton: HTMLButtonElement;
  private readonly pin: HTMLButtonElement;
  private readonly size = make("output", { class: "size", "aria-label": "Size" }, "100 %");
  private readonly selects = new Map<FilterName, HTMLSelectElement>();
  private readonly hide = make("input", { type: "checkbox", id: "hide" });
  private readonly reach: HTMLButtonElement;
  private readonly filters: HTMLElement;
  private state: PanelState | undefined;
  private shown = "";

  constructor(search: HTMLElement, acts: ToolbarActs) {
    this.acts = acts;
    this.views.addEventListener("change", () => acts.set({ view: this.views.value, step: 0, folded: [], unfolded: [] }));
    this.filterButton = button(icon("filter"), "Filters", () => this.toggleFilters(), {
      "aria-expanded": "false",
      "aria-controls": "filters",
    });
    this.pin = button(
      icon("pin"),
      "Stay with this model when another becomes active",
      () => acts.set({ pinned: this.state?.pinned !== true }),
      {
        "aria-pressed": "false",
      },
    );
    this.reach = button("", "Show everything again", () => this.state && acts.set({ filter: withoutReach(this.state) }), { class: "chip" });
    this.filters = this.filterRow();
    this.element = make(
      "header",
      { class: "bars" },
      make(
        "div",
        { class: "bar", role: "toolbar", "aria-label": "Diagram" },
        this.views,
        search,
        this.filterButton,
        make("span", { class: "gap" }),
        button(icon("fold"), "Fold all containers", acts.foldAll),
        button(icon("unfold"), "Unfold all containers", acts.unfoldAll),
        button(icon("smaller"), "Smaller (-)", () => acts.zoom(1 / 1.25)),
        this.size,
        button(icon("larger"), "Larger (+)", () => acts.zoom(1.25)),
        button(icon("fit"), "Show all (0)", acts.fit),
        button(icon("arrange"), "Arrange everything anew, in the shape of the panel", acts.arrange),
        button(icon("legend"), "What the signs mean (l)", acts.legend),
        this.pin,
        button(icon("export"), "Export the whole view, without filters and folding, as SVG, PNG, draw.io, Mermaid or JSON", acts.export),
        button("?", "Keys (?)", acts.help, { class: "sign" }),
      ),
      this.filters,
    );
  }

  /** Shows what is chosen, and what can be. */
  update(state: PanelState, choices: DiagramChoices | undefined, view: string | undefined): void {
    this.state = state;
    this.pin.setAttribute("aria-pressed", String(state.pinned));
    const { filter } = state;
    const words = described(filter, this.acts.titles);
    this.filterButton.classList.toggle("active", words !== "");
    this.filterButton.title = words === "" ? "Filters" : `Shows only what is ${words}`;
    this.hide.checked = state.hide;
    this.reach.hidden = filter.reachedFrom === undefined;
    this.reach.textContent = filter.reachedFrom ? `Reach of ${this.acts.titles(filter.reachedFrom)} ✕` : "";
    if (filter.reachedFrom !== undefined && this.filters.hidden) this.toggleFilters();
    if (choices === undefined) return;
    // A list that is open would close when it is filled again, so it is filled only when it has other entries.
    const now = JSON.stringify([choices, view, filter]);
    if (now === this.shown) return;
    this.shown = now;
    const entries = groups.flatMap(([group, kinds]) =>
      choices.views.filter(({ kind }) => kinds.includes(kind)).map(({ name, title }) => ({ id: name, title, group })),
    );
    fill(this.views, entries, view ?? "");
    for (const [name, select] of this.selects) fill(select, offered(name, choices), chosen(name, filter), filterTitles[name][1]);
  }

  /** How large the picture is shown. */
  showSize(scale: number): void {
    this.size.textContent = `${Math.round(scale * 100)} %`;
  }

  private toggleFilters(): void {
    this.filters.hidden = !this.filters.hidden;
    this.filterButton.setAttribute("aria-expanded", String(!this.filters.hidden));
  }

  private filterRow(): HTMLElement {
    const parts = filterNames.map((name) => {
      const select = make("select", { "aria-label": filterTitles[name][0], dir: "auto" });
      select.addEventListener("change", () => this.state && this.acts.set({ filter: choose(name, select.value, this.state.filter) }));
      this.selects.set(name, select);
      return make("label", {}, filterTitles[name][0], select);
    });
    this.hide.addEventListener("change", () => this.acts.set({ hide: this.hide.checked }));
    const clear = button("Clear", "Clear all filters", () => this.acts.set({ filter: {} }), { class: "clear" });
    return make(
      "div",
      { class: "bar filters", id: "filters", role: "group", "aria-label": "Filters", hidden: true },
      ...parts,
      this.reach,
      make("label", { class: "check", for: "hide" }, this.hide, "Leave out the rest"),
      clear,
    );
  }
}

function withoutReach({ filter }: PanelState): PanelState["filter"] {
  const { reachedFrom: _, ...rest } = filter;
  return rest;
}
