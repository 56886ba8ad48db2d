// Changes of layout and comments move what is known instead of finding it anew; whatever moved is where a fresh check finds it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { memoryFiles } from "../../server/src/host/memory.ts";
import { fileDiagnostics } from "../../server/src/ide/diagnostics.ts";
import { hover } from "../../server/src/ide/hover.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import { positionsOf } from "../../server/src/source/lines.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { today } from "../support/models.ts";

const samples = new URL("../../samples/", import.meta.url);
const texts: Record<string, string> = Object.fromEntries(
  readdirSync(samples, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ward"))
    .map((name) => [`/${name.replaceAll("\\", "/")}`, readFileSync(new URL(name, samples), "utf8")]),
);
const pump = "/infusion-pump/pump.ward";

function workspaceOf(files: Record<string, string>): Workspace {
  const workspace = new Workspace({ fileSystem: memoryFiles(files), root: "/", today: () => today });
  workspace.add(Object.keys(files));
  return workspace;
}

/** Everything that has a place: findings, references, and what a hover says at each of them. */
function known(checked: Checked): unknown {
  const at = (location: { file: { path: string; tree: { text: string } }; range: { start: number; end: number } }) => [
    location.file.path,
    positionsOf(location.file.tree.text, location.range),
    location.file.tree.text.slice(location.range.start, location.range.end),
  ];
  return {
    findings: checked.files.map((file) => {
      const snapshot = snapshotOf(checked, file.path);
      return (
        snapshot &&
        fileDiagnostics(snapshot).map((one) => [
          one.code,
          one.message,
          at(one.location),
          one.related.map((r) => [r.message, at(r.location)]),
        ])
      );
    }),
    references: checked.models.map((model) => model.analysis.model.references.filter((one) => one.file.origin === "user").map(at)),
    hover: checked.models.flatMap((model) =>
      model.analysis.model.entities
        .filter((one) => one.file.path === pump.slice(1))
        .map((one) => {
          const snapshot = snapshotOf(checked, one.file.path);
          return snapshot && hover(snapshot, (one.node.name ?? one.node.keyword).start);
        }),
    ),
  };
}

const source = texts[pump] as string;
const brace = source.indexOf("{") + 1;

/** An edit that changes no meaning, and the text after it. */
const still: readonly (readonly [what: string, text: string])[] = [
  ["a comment at the top", `// Written by many.\n${source}`],
  ["a comment at the end", `${source}// The end.\n`],
  ["blank lines inside a declaration", `${source.slice(0, brace)}\n\n\n${source.slice(brace)}`],
  ["a comment inside a declaration, after an emoji", `${source.slice(0, brace)} /* 😀 */ ${source.slice(brace)}`],
  ["all comments gone", source.replace(/^\s*\/\/(?!\/).*\n/gm, "")],
  ["another end of line", source.replaceAll("\n", "\r\n")],
  ["another doc comment", source.replace(/^(?=device|system|boundary|data|import)/m, "/// Read this first.\n")],
];

const changed: readonly (readonly [what: string, text: string])[] = [
  ["a declaration more", `${source}\ndata Added "Added"\n`],
  ["another title", source.replace(/^(\w+ \w+) "[^"]*"/m, '$1 "Another title"')],
  ["a syntax error", `${source}\n}`],
];

describe("what is known while one types", () => {
  for (const [what, text] of still) {
    it(`moves with ${what}, and is what a fresh check knows`, () => {
      const workspace = workspaceOf(texts);
      const before = workspace.check().models.map((model) => model.analysis);
      workspace.setText(pump, text);
      const after = workspace.check();
      assert.deepEqual(
        after.models.map((model, index) => model.analysis === before[index]),
        before.map(() => true),
      );
      assert.deepEqual(known(after), known(workspaceOf({ ...texts, [pump]: text }).check()));
    });
  }
  for (const [what, text] of changed) {
    it(`is found anew with ${what}`, () => {
      const workspace = workspaceOf(texts);
      workspace.check();
      workspace.setText(pump, text);
      assert.deepEqual(known(workspace.check()), known(workspaceOf({ ...texts, [pump]: text }).check()));
    });
  }
  it("goes back and forth between edits of both sorts", () => {
    const workspace = workspaceOf(texts);
    for (const [, text] of [...still, ...changed, ...still]) {
      workspace.setText(pump, text);
      assert.deepEqual(known(workspace.check()), known(workspaceOf({ ...texts, [pump]: text }).check()));
    }
  });
});
