// Fenced blocks of the language `ward` in VS Code's Markdown preview: their diagram in place of their text. The preview is drawn at
// once, a diagram takes a moment; so the first look shows the text, and the preview is drawn again when the diagram is there.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type DiagramOfTextParams, type DiagramOfTextResult, diagramOfTextRequest } from "../../../server/src/lsp/protocol.ts";

/** The few things of markdown-it that are used. */
export interface MarkdownIt {
  readonly utils: { escapeHtml(text: string): string };
  readonly renderer: { readonly rules: { fence?: Rule } };
}
type Rule = (tokens: readonly { readonly info: string; readonly content: string }[], index: number, ...rest: never[]) => string;

const mostKept = 60;
/** With longer and longer pauses, four seconds in all. */
const mostRefreshes = 6;

/** Adds the blocks to the preview's reader. */
export function extendMarkdownIt<Reader extends MarkdownIt>(reader: Reader, client: BaseLanguageClient): Reader {
  const { rules } = reader.renderer;
  const before = rules.fence;
  const blocks = new Blocks(client);
  rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index] ?? { info: "", content: "" };
    const text = before?.(tokens, index, ...rest) ?? `<pre><code>${reader.utils.escapeHtml(content)}</code></pre>`;
    if (info.trim().split(/\s+/)[0] !== "ward") return text;
    const drawn = blocks.get(content);
    if (drawn === undefined) return text;
    return "svg" in drawn
      ? `<figure class="ward-diagram">${drawn.svg}</figure>\n`
      : `${text}<p class="ward-problem">${reader.utils.escapeHtml(drawn.problem)}</p>\n`;
  };
  return reader;
}

/** Diagrams of blocks, by their text. */
class Blocks {
  private readonly client: BaseLanguageClient;
  private readonly known = new Map<string, DiagramOfTextResult | "asked">();
  /** What was drawn, and has not been asked for since. */
  private readonly unseen = new Set<string>();
  private waiting = 0;
  private count = 0;

  constructor(client: BaseLanguageClient) {
    this.client = client;
  }

  /** The diagram, or undefined while it is being drawn. */
  get(text: string): DiagramOfTextResult | undefined {
    const known = this.known.get(text);
    if (known === undefined) void this.ask(text);
    if (known === undefined || known === "asked") return undefined;
    this.unseen.delete(text);
    return known;
  }

  private async ask(text: string): Promise<void> {
    this.known.set(text, "asked");
    if (this.known.size > mostKept) this.known.delete(this.known.keys().next().value as string);
    this.waiting++;
    try {
      const params: DiagramOfTextParams = { text, id: `ward-block-${++this.count}` };
      this.known.set(text, await this.client.sendRequest<DiagramOfTextResult>(diagramOfTextRequest, params));
    } catch (error) {
      this.known.set(text, { problem: (error as Error).message });
    }
    this.unseen.add(text);
    if (--this.waiting === 0) await this.refresh();
  }

  // A preview that is still being opened does not hear of it, so it is told again until it has asked for what there is.
  private async refresh(): Promise<void> {
    for (let time = 1; time <= mostRefreshes && this.unseen.size > 0; time++) {
      await vscode.commands.executeCommand("markdown.preview.refresh");
      await new Promise((resolve) => setTimeout(resolve, 200 * time));
    }
    this.unseen.clear();
  }
}
