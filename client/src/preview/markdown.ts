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
  private waiting = 0;
  private count = 0;

  constructor(client: BaseLanguageClient) {
    this.client = client;
  }

  /** The diagram, or undefined while it is being drawn. */
  get(text: string): DiagramOfTextResult | undefined {
    const known = this.known.get(text);
    if (known === undefined) void this.ask(text);
    return known === "asked" ? undefined : known;
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
    if (--this.waiting === 0) await vscode.commands.executeCommand("markdown.preview.refresh");
  }
}
