// The sheets over the picture: keys, and what the signs mean.
import { button, make } from "./dom.ts";
import { keys } from "./keys.ts";

const names: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  " ": "Space",
  Escape: "Esc",
};

/** A sheet that opens over the picture and goes away with Escape. */
export class Sheet {
  readonly element: HTMLDialogElement;

  constructor(title: string, content: Node) {
    const close = button("✕", "Close", () => this.element.close(), { class: "sign" });
    this.element = make("dialog", { "aria-label": title }, make("header", {}, make("h2", {}, title), close), content);
  }

  /** Opens it, or closes it when it is open. */
  toggle(): void {
    if (this.element.open) this.element.close();
    else this.element.showModal();
  }
}

/** The sheet of keys. */
export function keySheet(): Sheet {
  const rows = keys.flatMap(([, all, words]) => [
    make("dt", {}, ...all.flatMap((key, index) => [index > 0 ? " " : "", make("kbd", {}, shown(key))])),
    make("dd", {}, words),
  ]);
  return new Sheet("Keys", make("dl", { class: "keys" }, ...rows));
}

function shown(key: string): string {
  return key
    .split(/(?<=Shift)\+/)
    .map((part) => names[part] ?? part)
    .join(" ");
}
