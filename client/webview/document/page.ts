// The page of a document panel: shows the document, keeps what the panel shows, and talks with the extension.
import type { DocumentContent, DocumentKind } from "../../../server/src/lsp/protocol.ts";
import type { DocumentState, DocumentStatus, FromDocumentPage, ToDocumentPage } from "../../src/documents/messages.ts";
import { button, fill, make } from "../dom.ts";
import { Paper } from "./paper.ts";

/** The way to the extension, as VS Code gives it. */
export interface DocumentHost {
  postMessage(message: FromDocumentPage): void;
  setState(state: DocumentState): void;
  getState(): DocumentState | undefined;
}

const languages = [
  { id: "en", title: "English" },
  { id: "de", title: "Deutsch" },
];

/** The page. */
export class DocumentPage {
  private readonly host: DocumentHost;
  private state: DocumentState | undefined;
  private current: DocumentContent | undefined;
  private readonly kinds = make("select", { "aria-label": "Document", class: "kinds", dir: "auto" });
  private readonly languages = make("select", { "aria-label": "Language of the fixed texts" });
  private readonly gaps: HTMLButtonElement;
  private readonly status = make("p", { class: "status", role: "status", hidden: true });
  private readonly empty = make("div", { class: "empty" }, make("p", {}, "Writing…"));
  private readonly paper: Paper;
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(host: DocumentHost) {
    this.host = host;
    this.paper = new Paper({ reveal: (key, focus) => this.send({ type: "reveal", key, focus }), moved: () => this.moved() });
    this.gaps = named("", "Go to what is to be written", () => this.paper.goTo("gaps"));
    const write = named("Write…", "Write all documents into a folder", () => this.send({ type: "write" }));
    const gap = make("span", { class: "gap-between" });
    const bar = make("section", { class: "bar", "aria-label": "Panel" }, this.kinds, this.languages, gap, this.gaps, write);
    this.kinds.addEventListener("change", () => this.choose({ kind: this.kinds.value }));
    this.languages.addEventListener("change", () => this.choose({ language: this.languages.value === "de" ? "de" : "en" }));
    document.body.append(bar, this.status, this.empty, this.paper.element);
    window.addEventListener("message", ({ data }: MessageEvent<ToDocumentPage>) => this.receive(data));
    this.state = host.getState();
    this.send({ type: "ready" });
  }

  private receive(message: ToDocumentPage): void {
    if (message.type === "document") this.show(message.document);
    else if (message.type === "status") this.tell(message.kind, message.text);
    else if (message.type === "cursor") this.paper.follow(message.keys);
    else {
      // The page itself knows best where it stands.
      const { scroll } = this.state ?? message.state;
      this.state = { ...message.state, ...(scroll ? { scroll } : {}) };
      this.host.setState(this.state);
    }
  }

  private show(content: DocumentContent): void {
    const before = this.current;
    this.current = content;
    const same = before?.kind === content.kind && before.model === content.model;
    this.paper.show(content, same ? this.paper.place() : before === undefined ? this.state?.scroll : undefined);
    fill(this.kinds, choices(content.kinds), content.kind);
    fill(this.languages, languages, content.language);
    this.gaps.textContent = content.gaps === 0 ? "Nothing to be written" : `${content.gaps} to be written`;
    this.gaps.classList.toggle("open", content.gaps > 0);
    this.empty.hidden = true;
    document.documentElement.lang = content.language;
    requestAnimationFrame(() => setTimeout(() => this.send({ type: "shown", key: content.key })));
  }

  private tell(kind: DocumentStatus, text: string): void {
    this.status.hidden = text === "";
    this.status.textContent = text;
    this.status.className = `status ${kind}`;
    document.body.classList.toggle("kept", kind === "broken" || kind === "failed");
    if (this.current !== undefined || kind === "fresh") return;
    const parts: Node[] = [make("p", {}, text === "" ? "Writing…" : text)];
    if (kind === "none") parts.push(button("New model from template", "New model from template", () => this.send({ type: "new-model" })));
    this.empty.replaceChildren(...parts);
  }

  private choose(change: Partial<DocumentState>): void {
    if (this.state === undefined) return;
    this.state = { ...this.state, ...change };
    this.host.setState(this.state);
    this.send({ type: "state", state: this.state });
  }

  /** Where the page stands changed; it is kept, but not with each step of a movement. */
  private moved(): void {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      const scroll = this.paper.place();
      if (this.state === undefined || scroll === undefined) return;
      this.state = { ...this.state, scroll };
      this.host.setState(this.state);
    }, 200);
  }

  private send(message: FromDocumentPage): void {
    this.host.postMessage(message);
  }
}

// A button whose words are its name; the title says more.
function named(words: string, title: string, act: () => void): HTMLButtonElement {
  const element = make("button", { type: "button", title }, words);
  element.addEventListener("click", act);
  return element;
}

// What the model says that it is for comes first; without that there is but one group.
function choices(kinds: readonly DocumentKind[]): { id: string; title: string; group?: string }[] {
  const some = kinds.some(({ wanted }) => wanted);
  const all = kinds.map(({ kind, title, wanted }) => ({
    id: kind,
    title,
    ...(some ? { group: wanted ? "Written from this model" : "Others" } : {}),
    wanted,
  }));
  return all.sort((a, b) => Number(b.wanted) - Number(a.wanted));
}
