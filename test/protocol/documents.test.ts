// Documents over time: positions after emoji and CRLF, several folders, files that change on disk, clients that cannot
// pull, and hundreds of random edits after which the server must know what a fresh one would.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { Client, endAll, eventually, fullCapabilities } from "../support/client.ts";
import { documentOf } from "./model.ts";

const main =
  'import "./shared.ward"\nsystem S "System" { regulation: MDR  environment: home }\nactor Nurse "Nurse" { role: clinical }\ndata D "Data" { classification: internal  harms: Burn }\n';
const opening = 'import "ward:medical"\n';
const rest =
  'boundary B "🩺 B" { managed-by: operator\n  device Dev "Dev" : MedicalDevice { process P : EmbeddedSoftware }\n}\nflow F "F" Nurse -> B.Dev.P { carries: D  commands: yes }\n';
const shared = 'harm Burn "Burn" { severity: minor }\n';
const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => String(code));

describe("protocol: documents", () => {
  after(endAll);

  it("counts positions in UTF-16 units, after emoji and CRLF", async () => {
    const client = await Client.start({});
    const text = '/// 🩺 first\r\nharm H "🩹 wound" { severity: tiny }\r\nharm H2 "x" { severity: minor }\r\n';
    await client.open("a.ward", text);
    const found = (await client.pull("a.ward")).find(({ code }) => code === "invalid-value");
    assert.deepEqual(found?.range, { start: { line: 1, character: 30 }, end: { line: 1, character: 34 } });
    await client.change("a.ward", [{ range: { start: { line: 1, character: 30 }, end: { line: 1, character: 34 } }, text: "minor" }]);
    assert.equal(codes(await client.pull("a.ward")).includes("invalid-value"), false);
    await client.stop();
  });

  it("keeps two workspace folders apart", async () => {
    const client = await Client.start(
      { "a/main.ward": main, "a/shared.ward": shared, "b/other.ward": 'system T "T" { regulation: MDR  environment: home }\n' },
      fullCapabilities,
      ["a", "b"],
    );
    await client.open("a/main.ward", main);
    assert.equal(codes(await client.pull("a/main.ward")).includes("unresolved-import"), false);
    const models = await client.request<{ name: string }[]>("ward/models", undefined);
    assert.deepEqual(models.map(({ name }) => name).sort(), ["S", "T"]);
    await client.stop();
  });

  it("follows files that change, go and come on disk", async () => {
    const client = await Client.start({ "main.ward": main, "shared.ward": shared });
    await client.open("main.ward", main);
    assert.equal(codes(await client.pull("main.ward")).includes("unknown-name"), false);
    writeFileSync(path.join(client.folder, "shared.ward"), 'harm Cut "Cut" { severity: minor }\n');
    await client.watched("shared.ward", 2);
    assert.ok(codes(await client.pull("main.ward")).includes("unknown-name"));
    rmSync(path.join(client.folder, "shared.ward"));
    await client.watched("shared.ward", 3);
    assert.ok(codes(await client.pull("main.ward")).includes("unresolved-import"));
    writeFileSync(path.join(client.folder, "shared.ward"), shared);
    await client.watched("shared.ward", 1);
    const after = codes(await client.pull("main.ward"));
    assert.equal(after.includes("unresolved-import") || after.includes("unknown-name"), false);
    await client.stop();
  });

  it("prefers the open document to the disk, and goes back to the disk when it is closed", async () => {
    const client = await Client.start({ "main.ward": main, "shared.ward": shared });
    await client.open("main.ward", main);
    await client.open("shared.ward", "");
    assert.ok(codes(await client.pull("main.ward")).includes("unknown-name"));
    await client.notify("textDocument/didClose", { textDocument: { uri: client.uri("shared.ward") } });
    assert.equal(codes(await client.pull("main.ward")).includes("unknown-name"), false);
    await client.stop();
  });

  it("pushes findings to clients that cannot pull, for unopened files too, and takes them back", async () => {
    const { textDocument: _, ...workspaceOnly } = fullCapabilities;
    const client = await Client.start({ "bad.ward": "harm H { severity: bad }\n" }, workspaceOnly);
    await eventually("findings of an unopened file", () => (client.published.get(client.uri("bad.ward")) ?? []).length > 0);
    await client.open("bad.ward", "harm H { severity: bad }\n");
    await client.change("bad.ward", [{ text: 'harm H "H" { severity: minor }\n' }]);
    await eventually("the finding to go", () => client.published.get(client.uri("bad.ward"))?.length === 0);
    await client.stop();
  });

  it("does not let a syntax error in one declaration make the findings of the rest flicker", async () => {
    const client = await Client.start({ "shared.ward": shared });
    await client.open("main.ward", `${main}flow F "F" Nurse -> Nowhere { carries: D }\n`);
    const stable = (found: readonly Diagnostic[]): string[] => codes(found).filter((code) => code !== "syntax-error");
    const whole = stable(await client.pull("main.ward"));
    await client.change("main.ward", [{ range: { start: { line: 4, character: 41 }, end: { line: 4, character: 43 } }, text: "" }]);
    const broken = await client.pull("main.ward");
    assert.ok(codes(broken).includes("syntax-error"));
    assert.deepEqual(stable(broken), whole);
    await client.stop();
  });

  it("knows after 500 random edits what a fresh server knows on the same text", async function () {
    this.timeout(120_000);
    const client = await Client.start({ "shared.ward": shared });
    let text = `${opening}${main}${rest}`;
    await client.open("main.ward", text);
    const random = generator(7);
    const strip = (found: unknown, of: Client): unknown => JSON.parse(JSON.stringify(found).replaceAll(of.uri(""), "FOLDER"));
    const known = async (of: Client): Promise<unknown> => {
      const textDocument = { uri: of.uri("main.ward") };
      return {
        diagnostics: strip(await of.pull("main.ward"), of),
        models: strip(await of.request("ward/models", undefined), of),
        tokens: (await of.request<{ data: number[] }>("textDocument/semanticTokens/full", { textDocument })).data,
        symbols: await of.request("textDocument/documentSymbol", { textDocument }),
      };
    };
    let compared = 0;
    for (let count = 1; count <= 500; count++) {
      const document = documentOf(text);
      // Mostly inside one line, now and then over a few; often where the last one was, as when one types.
      const from = random(text.length + 1);
      const to = Math.min(text.length, from + (random(10) === 0 ? random(60) : random(4)));
      const range = { start: document.positionAt(from), end: document.positionAt(to) };
      const inserted = pieces[random(pieces.length)] as string;
      // A position between the two halves of a line end or of a character is none.
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      await client.change("main.ward", [{ range, text: inserted }]);
      text = text.slice(0, start) + inserted + text.slice(end);
      if (count % 25 === 0) await client.pull("main.ward");
      if (count % 100 !== 0) continue;
      const fresh = await Client.start({ "shared.ward": shared });
      await fresh.open("main.ward", text);
      assert.deepEqual(await known(client), await known(fresh), `after ${count} edits of\n${text}`);
      await fresh.stop();
      compared++;
      // Begins anew before nothing of a model is left.
      text = `${opening}${main}${rest}`;
      if (compared % 2 === 0) text = text.replaceAll("\n", "\r\n");
      await client.change("main.ward", [{ text }]);
    }
    assert.equal(compared, 5);
    assert.deepEqual(
      client.log.filter((line) => /failed/.test(line)),
      [],
    );
    await client.stop();
  });

  it("survives every request at every position of a broken text", async function () {
    this.timeout(120_000);
    const client = await Client.start({});
    const text = `${main}flow F A -> { carries: D, protocol \n device X : { "unclosed\n accept on . { when: (a and\n}`;
    await client.open("main.ward", text);
    const textDocument = { uri: client.uri("main.ward") };
    for (const [line, words] of text.split("\n").entries()) {
      for (let character = 0; character <= words.length; character += 3) {
        const position = { line, character };
        await Promise.all([
          ...[
            "completion",
            "hover",
            "definition",
            "declaration",
            "typeDefinition",
            "implementation",
            "documentHighlight",
            "prepareCallHierarchy",
            "linkedEditingRange",
          ].map((name) => client.request(`textDocument/${name}`, { textDocument, position })),
          client.request("textDocument/references", { textDocument, position, context: { includeDeclaration: true } }),
          client.request("textDocument/selectionRange", { textDocument, positions: [position] }),
          client.request("textDocument/codeAction", {
            textDocument,
            range: { start: position, end: position },
            context: { diagnostics: [] },
          }),
          client
            .request("textDocument/prepareRename", { textDocument, position })
            .catch((error: Error) => assert.doesNotMatch(error.message, /TypeError|undefined/)),
        ]);
      }
    }
    assert.deepEqual(
      client.log.filter((one) => /failed/.test(one)),
      [],
    );
    await client.stop();
  });
});

const pieces = [
  "",
  " ",
  "\n",
  "\r\n",
  "}",
  "{",
  '"',
  ":",
  "x",
  "flow ",
  "device D ",
  "carries: D\n",
  "/* ",
  "*/",
  "é",
  "🩺",
  "// c\n",
  "accept ",
  ", ",
  "within: B",
  "(",
  "threat T on flow { when: commands }\n",
];

// A small deterministic generator (mulberry32), so that a failure can be repeated.
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
