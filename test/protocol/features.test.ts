// Every feature of the protocol once, against a real server process: that it is wired, and that positions are right.
import assert from "node:assert/strict";
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SemanticTokens,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { Client } from "../support/client.ts";
import { hospital, positionOf, pump, textAt } from "./model.ts";

const lines = pump.split("\n");
const lineOf = (start: string): number => lines.findIndex((line) => line.startsWith(start));

describe("protocol: features", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ "hospital.ward": hospital, "pump.ward": pump });
    await client.open("pump.ward", pump);
  });
  after(() => client.stop());

  const document = (): { textDocument: { uri: string } } => ({ textDocument: { uri: client.uri("pump.ward") } });
  const flow = lineOf("flow SendOrder");

  it("pulls diagnostics with code, source, related places and the ids they are about", async () => {
    const found = await client.pull("pump.ward");
    const one = found.find(({ code, range }) => code === "uncovered-threat" && range.start.line === flow);
    assert.ok(one, JSON.stringify(found.map(({ code, message }) => [code, message])));
    assert.equal(one.source, "ward");
    assert.match(one.codeDescription?.href ?? "", /^file:.*docs\/diagnostics\/uncovered-threat\.md$/);
    assert.ok((one.relatedInformation ?? []).length > 0);
    assert.deepEqual(one.range, { start: { line: flow, character: 5 }, end: { line: flow, character: 14 } });
  });

  it("answers an unchanged document as unchanged", async () => {
    const first = await client.request<{ resultId: string }>("textDocument/diagnostic", document());
    const second = await client.request<{ kind: string }>("textDocument/diagnostic", { ...document(), previousResultId: first.resultId });
    assert.equal(second.kind, "unchanged");
  });

  it("reports the whole workspace, unopened files included", async () => {
    const { items } = await client.request<{ items: { uri: string }[] }>("workspace/diagnostic", { previousResultIds: [] });
    assert.deepEqual(items.map(({ uri }) => uri).sort(), [client.uri("hospital.ward"), client.uri("pump.ward")]);
  });

  it("completes values with documentation", async () => {
    const items = await client.at<CompletionItem[]>("textDocument/completion", "pump.ward", lineOf("  protocol: HTTP"), 12);
    const https = items.find(({ label }) => label === "HTTPS");
    assert.ok(
      https?.documentation,
      items
        .map(({ label }) => label)
        .slice(0, 20)
        .join(),
    );
    assert.ok(https.textEdit);
  });

  it("hovers over a threat, a name and a keyword", async () => {
    for (const [line, character, words] of [
      [lineOf("accept"), 10, "Commands"],
      [flow, 30, "Health record"],
      [flow, 1, "flow"],
    ] as const) {
      const hover = await client.at<Hover | null>("textDocument/hover", "pump.ward", line, character);
      assert.ok(hover && JSON.stringify(hover.contents).includes(words), `${line}:${character} ${JSON.stringify(hover)}`);
    }
  });

  it("goes to a definition in another file, and into the shipped catalogue, whose text it gives", async () => {
    const [ehr] = await client.at<LocationLink[]>("textDocument/definition", "pump.ward", flow, 30);
    assert.equal(ehr?.targetUri, client.uri("hospital.ward"));
    const [threat] = await client.at<LocationLink[]>("textDocument/definition", "pump.ward", lineOf("accept"), 10);
    assert.match(threat?.targetUri ?? "", /^ward-catalogue:\/core\//);
    const text = await client.request<string>("ward/catalogueText", { uri: threat?.targetUri });
    assert.equal(text.split("\n")[threat?.targetSelectionRange.start.line ?? 0]?.includes("threat UnauthenticatedCommands"), true);
  });

  it("finds type definitions, implementations, declarations, references and highlights", async () => {
    const kinds = await client.at<LocationLink[]>("textDocument/typeDefinition", "pump.ward", lineOf("device Infuser"), 8);
    assert.match(kinds[0]?.targetUri ?? "", /medical/);
    assert.ok((await client.at<LocationLink[]>("textDocument/declaration", "pump.ward", flow, 40)).length > 0);
    const references = await client.at<Location[]>("textDocument/references", "pump.ward", lineOf("data Order"), 6, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ range }) => range.start.line).sort((a, b) => a - b),
      [lineOf("data Order"), lineOf("  carries: Order")],
    );
    assert.equal((await client.at<unknown[]>("textDocument/documentHighlight", "pump.ward", lineOf("data Order"), 6)).length, 2);
    assert.ok(Array.isArray(await client.at("textDocument/implementation", "pump.ward", lineOf("accept"), 10)));
  });

  it("renames over files, and says why it cannot rename a catalogue entry", async () => {
    const edit = await client.at<WorkspaceEdit>("textDocument/rename", "pump.ward", flow, 30, { newName: "Records" });
    assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [client.uri("hospital.ward"), client.uri("pump.ward")]);
    await assert.rejects(client.at("textDocument/rename", "pump.ward", lineOf("accept"), 10, { newName: "Other" }), /catalogue/i);
  });

  it("lists symbols of the document and of the workspace", async () => {
    const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", document());
    const device = symbols.find(({ name }) => name.includes("Infuser"));
    assert.deepEqual(
      device?.children?.map(({ name }) => name.split(" ")[0]),
      ["Firmware", "Lan"],
    );
    const found = await client.request<{ name: string }[]>("workspace/symbol", { query: "ehr" });
    assert.ok(found.some(({ name }) => name.includes("Ehr")));
  });

  it("folds, selects, links and colours", async () => {
    assert.ok((await client.request<unknown[]>("textDocument/foldingRange", document())).length >= 5);
    const [selection] = await client.request<SelectionRange[]>("textDocument/selectionRange", {
      ...document(),
      positions: [{ line: flow + 2, character: 12 }],
    });
    const selected: string[] = [];
    for (let at = selection; at; at = at.parent) selected.push(textAt(pump, at.range));
    assert.deepEqual(selected.slice(0, 2), ["Order", "carries: Order"]);
    assert.ok(
      selected.some((one) => /^flow SendOrder[^}]*\}$/.test(one)),
      selected.join("\n---\n"),
    );
    const links = await client.request<{ target: string }[]>("textDocument/documentLink", document());
    assert.ok(
      links.some(({ target }) => target === client.uri("hospital.ward")),
      JSON.stringify(links),
    );
    const tokens = await client.request<SemanticTokens>("textDocument/semanticTokens/full", document());
    assert.ok(tokens.data.length > 100 && tokens.data.length % 5 === 0);
    const delta = await client.request<{ edits?: unknown[] }>("textDocument/semanticTokens/full/delta", {
      ...document(),
      previousResultId: tokens.resultId,
    });
    assert.deepEqual(delta.edits, []);
  });

  it("shows lenses; inlay hints stay off until they are asked for", async () => {
    const lenses = await client.request<{ command: { title: string } }[]>("textDocument/codeLens", document());
    assert.ok(
      lenses.some(({ command }) => /open/.test(command.title)),
      JSON.stringify(lenses),
    );
    assert.deepEqual(
      await client.request("textDocument/inlayHint", {
        ...document(),
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      }),
      [],
    );
  });

  it("shows who talks to whom", async () => {
    const [item] = await client.at<object[]>("textDocument/prepareCallHierarchy", "pump.ward", lineOf("  process Firmware"), 12);
    const incoming = await client.request<{ from: { detail: string } }[]>("callHierarchy/incomingCalls", { item });
    assert.deepEqual(
      incoming.map(({ from }) => from.detail),
      ["Clinical.Ehr"],
    );
    assert.deepEqual(await client.request("callHierarchy/outgoingCalls", { item }), []);
    const outgoing = await client.request<{ to: { detail: string }; fromRanges: Range[] }[]>("callHierarchy/outgoingCalls", {
      item: (incoming[0] as { from: object }).from,
    });
    assert.deepEqual(
      outgoing.map(({ to }) => to.detail),
      ["Infuser.Firmware"],
    );
  });

  it("gives the views their models, and explains an instance", async () => {
    const [model] = await client.request<{ name: string; threats: { id: string; state: string }[]; requirements: unknown[] }[]>(
      "ward/models",
      undefined,
    );
    assert.equal(model?.name, "Pump");
    assert.ok(model.threats.some(({ state }) => state === "accepted") && model.requirements.length > 0);
    const markdown = await client.request<string>("ward/explain", { id: "UnauthenticatedCommands@SendOrder" });
    assert.match(markdown, /accepted/);
  });
});

/** A model with answers of every sort, behind emoji and with CRLF. */
const answered =
  `${pump.slice(0, pump.indexOf("accept"))}/* 🩺 */ control Tls "🩹 TLS" : MutualTls { protects: SendOrder  status: implemented }
dismiss MessageTampering on SendOrder { reason: "🩹" }
assumption Net "Net" : NetworkSegmentation { about: Clinical  responsible: operator }
threat OwnThreat "Own" on flow {
  stride: tampering
  severity: low
  when: commands
  references: CWE-79
}
boundary Cabinet "Cabinet" : Network {
  managed-by: operator
  external One "One" { within: Cabinet }
  external Two "Two"
  flow Inside One -> Two
}
`.replaceAll("\n", "\r\n");

describe("protocol: features behind emoji and CRLF", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ "hospital.ward": hospital, "pump.ward": answered });
    await client.open("pump.ward", answered);
  });
  after(() => client.stop());

  const at = async <T>(method: string, piece: string, more: object = {}): Promise<T> => {
    const { line, character } = positionOf(answered, piece);
    return await client.at<T>(`textDocument/${method}`, "pump.ward", line, character, more);
  };
  const hover = async (piece: string): Promise<string> => {
    const found = await at<Hover | null>("hover", piece);
    assert.ok(found?.range && textAt(answered, found.range) === piece.replace(/.*?(\w*)\|(\w*).*/, "$1$2"), piece);
    return JSON.stringify(found.contents);
  };

  it("hovers: an element with its threats by state, a threat, a measure, a requirement", async () => {
    assert.match(await hover("flow Send|Order"), /Threats.*\d+ open.*mitigated by.*Tls/);
    assert.match(await hover("dismiss Message|Tampering"), /changed on the way/);
    const measure = await hover(": Mutual|Tls {");
    assert.match(measure, /Capability/i);
    assert.match(measure, /NAUT.*IEC TR 80001-2-2/);
    assert.match(await hover(": Network|Segmentation {"), /operator.*(?:MDCG|Source|source)/);
    assert.match(await hover(": Network|Segmentation {"), /In the documents.*instructions.*environment/);
  });

  it("leads from a threat to the controls that answer it", async () => {
    const targets = await at<LocationLink[]>("implementation", "dismiss Message|Tampering");
    assert.deepEqual(
      targets
        .filter(({ targetUri }) => targetUri === client.uri("pump.ward"))
        .map(({ targetSelectionRange }) => textAt(answered, targetSelectionRange)),
      ["Tls"],
    );
  });

  it("leads to declarations, and from there to uses", async () => {
    const [target] = await at<LocationLink[]>("declaration", "protects: Send|Order");
    assert.equal(textAt(answered, target?.targetSelectionRange as Range), "SendOrder");
    const places = await at<Location[]>("references", "protects: Send|Order", { context: { includeDeclaration: false } });
    assert.deepEqual(
      places.map(({ range }) => textAt(answered, range)),
      ["SendOrder", "SendOrder"],
    );
  });

  it("links CWE numbers to their pages", async () => {
    const links = await client.request<{ target: string; range: Range }[]>("textDocument/documentLink", {
      textDocument: { uri: client.uri("pump.ward") },
    });
    const cwe = links.find(({ range }) => textAt(answered, range) === "CWE-79");
    assert.match(cwe?.target ?? "", /^https:\/\/cwe\.mitre\.org\/.*79/);
  });

  it("changes a name and its uses inside its own declaration together", async () => {
    const { ranges } = await at<{ ranges: Range[] }>("linkedEditingRange", "boundary Cabi|net");
    assert.deepEqual(
      ranges.map((range) => textAt(answered, range)),
      ["Cabinet", "Cabinet"],
    );
    // Its other uses stand elsewhere: half a rename is none.
    assert.equal(await at("linkedEditingRange", "flow Send|Order"), null);
  });

  it("lists what the views show with its places", async () => {
    const [model] = await client.request<
      { threats: { id: string; range: Range; answers: string[] }[]; requirements: { state: string; assumptions: { name: string }[] }[] }[]
    >("ward/models", undefined);
    const threat = model?.threats.find(({ id }) => id === "MessageTampering@SendOrder");
    assert.equal(textAt(answered, threat?.range as Range), "SendOrder");
    const stated = model?.requirements.filter(({ assumptions }) => assumptions.length > 0) ?? [];
    assert.deepEqual(
      stated.map(({ state, assumptions }) => [state, assumptions[0]?.name]),
      [["unpublished", "Net"]],
    );
  });
});
