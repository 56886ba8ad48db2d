// Semantic tokens: whole document, a range, and the difference to what the client has.
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensDelta } from "vscode-languageserver";
import type { Range } from "../../../../grammar/syntax.ts";
import { semanticTokens } from "../../ide/tokens.ts";
import { semanticTokenModifiers, semanticTokenTypes } from "../../ide/types.ts";
import { positionAt, rangeOf } from "../../source/lines.ts";
import { type Context, guard, type Opened, opened } from "../context.ts";

/** Registers semantic tokens. */
export function registerTokens(context: Context): void {
  const builders = new Map<string, SemanticTokensBuilder>();
  const builderOf = (uri: string): SemanticTokensBuilder => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };
  const nothing: SemanticTokens = { data: [] };
  const { semanticTokens: requests } = context.connection.languages;
  requests.on(
    guard(context, "textDocument/semanticTokens/full", nothing, ({ textDocument }): SemanticTokens => {
      const found = opened(context, textDocument.uri);
      if (found === undefined) return nothing;
      const builder = builderOf(textDocument.uri);
      builder.previousResult("");
      fill(builder, found, undefined);
      return builder.build();
    }),
  );
  requests.onDelta(
    guard(
      context,
      "textDocument/semanticTokens/full/delta",
      nothing as SemanticTokens | SemanticTokensDelta,
      ({ textDocument, previousResultId }) => {
        const found = opened(context, textDocument.uri);
        if (found === undefined) return nothing;
        const builder = builderOf(textDocument.uri);
        builder.previousResult(previousResultId);
        fill(builder, found, undefined);
        return builder.buildEdits();
      },
    ),
  );
  requests.onRange(
    guard(context, "textDocument/semanticTokens/range", nothing, ({ textDocument, range }): SemanticTokens => {
      const found = opened(context, textDocument.uri);
      if (found === undefined) return nothing;
      const builder = new SemanticTokensBuilder();
      fill(builder, found, rangeOf(found.snapshot.file.tree.text, range));
      return builder.build();
    }),
  );
}

const types = new Map(semanticTokenTypes.map((type, index) => [type, index]));

function fill(builder: SemanticTokensBuilder, { snapshot }: Opened, within: Range | undefined): void {
  const { text } = snapshot.file.tree;
  for (const token of semanticTokens(snapshot)) {
    if (within && (token.end < within.start || token.start > within.end)) continue;
    const { line, character } = positionAt(text, token.start);
    const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << semanticTokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, token.end - token.start, types.get(token.type) ?? 0, modifiers);
  }
}
