// The document on the page: shown anew without losing its place, with a way from its lines to the text and back.
import type { DocumentContent } from "../../../server/src/lsp/protocol.ts";
import type { DocumentState } from "../../src/documents/messages.ts";
import { make } from "../dom.ts";

/** What the document can set off. */
export interface PaperActs {
  readonly reveal: (key: string, focus: boolean) => void;
  readonly moved: () => void;
}

type Place = NonNullable<DocumentState["scroll"]>;

/** What a line is: it says from which declarations it was made. */
const line = "tr, li, p";

/** The document. */
export class Paper {
  readonly element = make("div", { class: "paper", tabindex: -1 });
  private readonly acts: PaperActs;
  private readonly sheet = new CSSStyleSheet();
  private keys = new Map<string, string>();
  private anchors = new Map<string, string>();
  private cursor: readonly string[] = [];

  constructor(acts: PaperActs) {
    this.acts = acts;
    document.adoptedStyleSheets = [this.sheet];
    this.element.addEventListener("click", (event) => this.click(event, false));
    this.element.addEventListener("dblclick", (event) => this.click(event, true));
    this.element.addEventListener("scroll", () => acts.moved(), { passive: true });
  }

  /** Shows a document; `at` is where it is to stand, at its beginning without. */
  show({ html, style, declarations }: DocumentContent, at: Place | undefined): void {
    const focused = this.focus();
    this.keys = new Map(declarations.map(({ anchor, key }) => [anchor, key]));
    this.anchors = new Map(declarations.map(({ anchor, key }) => [key, anchor]));
    // In a layer of its own, so that the editor's colours have the last word.
    this.sheet.replaceSync(`@layer document{${style}}`);
    // Every text in it is escaped by who wrote it, and the policy of the page lets no script or style in.
    this.element.innerHTML = html;
    for (const one of this.element.querySelectorAll<HTMLElement>("[data-style]")) one.style.cssText = one.dataset.style ?? "";
    this.restore(focused);
    this.stand(at);
    this.mark(false);
  }

  /** Where the document stands. */
  place(): Place | undefined {
    const { top } = this.element.getBoundingClientRect();
    let found: Place | undefined;
    for (const one of this.element.querySelectorAll("main section[id], main tr[id]")) {
      const offset = one.getBoundingClientRect().top - top;
      // A part of a pixel is no distance.
      if (offset > 1 && found) break;
      found = { anchor: one.id, offset };
    }
    return found;
  }

  /** Scrolls to a part of the document. */
  goTo(anchor: string): void {
    const target = this.byId(anchor);
    if (target === undefined) return;
    target.scrollIntoView({ block: "start" });
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  }

  /** Marks what was made from the declaration at the cursor: the innermost of these that the document rests on. */
  follow(keys: readonly string[]): void {
    this.cursor = keys;
    this.mark(!document.hasFocus());
  }

  private mark(bring: boolean): void {
    for (const one of this.element.querySelectorAll(".at-cursor")) one.classList.remove("at-cursor");
    for (const key of this.cursor) {
      const anchor = this.anchors.get(key);
      const lines = anchor === undefined ? [] : this.linesOf(anchor);
      if (lines.length === 0) continue;
      for (const one of lines) one.classList.add("at-cursor");
      const inView = lines.some((one) => this.sees(one));
      if (bring && !inView) lines[0]?.scrollIntoView({ block: "center" });
      return;
    }
  }

  private linesOf(anchor: string): Element[] {
    const links = this.element.querySelectorAll(`main .from a[href="#${CSS.escape(anchor)}"]`);
    const lines = [...new Set([...links].map((one) => one.closest(line)))].filter((one) => one !== null);
    const own = this.byId(anchor);
    return lines.length > 0 ? lines : own ? [own] : [];
  }

  private sees(one: Element): boolean {
    const [inner, outer] = [one.getBoundingClientRect(), this.element.getBoundingClientRect()];
    return inner.bottom > outer.top && inner.top < outer.bottom;
  }

  private click(event: MouseEvent, focus: boolean): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const link = target.closest("a");
    const anchor = link?.getAttribute("href")?.replace(/^#/, "");
    if (link) event.preventDefault();
    // By the keyboard one asks to go there.
    const wanted = focus || event.detail === 0;
    const key = anchor === undefined ? this.keyOf(target) : link?.closest(".from") ? this.keys.get(anchor) : undefined;
    if (key !== undefined && (focus || (getSelection()?.isCollapsed ?? true))) this.acts.reveal(key, wanted);
    else if (anchor) this.goTo(anchor);
  }

  /** The first declaration that the line of an element was made from. */
  private keyOf(target: Element): string | undefined {
    const row = target.closest(line);
    if (row === null) return undefined;
    const own = this.keys.get(row.id);
    if (own !== undefined) return own;
    const first = row.querySelector(".from a")?.getAttribute("href")?.slice(1);
    return first === undefined ? undefined : this.keys.get(first);
  }

  private stand(at: Place | undefined): void {
    const target = at && this.byId(at.anchor);
    if (!target || !at) this.element.scrollTop = 0;
    else this.element.scrollTop += target.getBoundingClientRect().top - this.element.getBoundingClientRect().top - at.offset;
  }

  private byId(anchor: string): HTMLElement | undefined {
    return this.element.querySelector<HTMLElement>(`#${CSS.escape(anchor)}`) ?? undefined;
  }

  // A link that has the focus keeps it while the document is shown anew around it.
  private focus(): { readonly index: number; readonly href: string } | undefined {
    const active = document.activeElement;
    if (!(active instanceof HTMLAnchorElement) || !this.element.contains(active)) return undefined;
    return { index: [...this.element.querySelectorAll("a")].indexOf(active), href: active.getAttribute("href") ?? "" };
  }

  private restore(focused: { readonly index: number; readonly href: string } | undefined): void {
    const link = focused && this.element.querySelectorAll("a")[focused.index];
    if (link?.getAttribute("href") === focused?.href) link?.focus({ preventScroll: true });
  }
}
