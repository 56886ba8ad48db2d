// The sheets over the picture: keys, and what the signs mean.
import { readPicture } from "./clean.ts";
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

/** The sheet of signs; its picture comes with that of the model. */
export class LegendSheet extends Sheet {
  private readonly figure: HTMLElement;

  constructor() {
    const figure = make("figure", { class: "legend" });
    super("What the signs mean", figure);
    this.figure = figure;
  }

  /** Shows the signs of another picture. */
  update(text: string): void {
    const cleaned = readPicture(text);
    this.figure.replaceChildren(...(cleaned ? [cleaned.svg] : []));
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
