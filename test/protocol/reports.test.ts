// Documents over the protocol: one as HTML for a panel, the way between its rows and the text, and all of them as files, byte for byte
// what the command line writes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import type {
  DocumentContent,
  DocumentKindsResult,
  DocumentParams,
  DocumentResult,
  DocumentSetResult,
  WirePlace,
} from "../../server/src/lsp/protocol.ts";
import { Client, endAll, eventually } from "../support/client.ts";
import { hospital, pump as plain, positionOf, textAt } from "./model.ts";

const program = fileURLToPath(new URL("../../dist/ward.cjs", import.meta.url));
const pump = plain
  .replace("environment: hospital }", "environment: hospital  documents: provider, instructions }")
  .replace('control Seal "Seal"', 'control Seal "<img src=x onerror=alert(1)>"');

interface Progress {
  readonly token: string;
  readonly value: { readonly message: string; readonly percentage: number };
}

describe("protocol: reports", function () {
  this.timeout(60_000);
  after(endAll);

  const started = async (files: Readonly<Record<string, string>> = {}): Promise<Client> => {
    const client = await Client.start({ "pump.ward": pump, "hospital.ward": hospital, ...files });
    await client.open("pump.ward", pump);
    return client;
  };
  const ask = (client: Client, more: Partial<DocumentParams> = {}): Promise<DocumentResult> =>
    client.request<DocumentResult>("ward/document", { uri: client.uri("pump.ward"), ...more });
  const written = async (client: Client, more: Partial<DocumentParams> = {}): Promise<DocumentContent> => {
    const result = await ask(client, more);
    assert.equal(result.state, "document", JSON.stringify(result).slice(0, 300));
    return result as DocumentContent;
  };

  it("names the kinds, with what the model is said to be for", async () => {
    const client = await started();
    const { model, kinds, language, formats } = await client.request<DocumentKindsResult>("ward/documentKinds", {
      uri: client.uri("pump.ward"),
    });
    assert.equal(model, "Pump");
    assert.equal(language, "en");
    assert.deepEqual(
      kinds
        .filter(({ wanted }) => wanted)
        .map(({ kind }) => kind)
        .sort(),
      ["instructions", "provider"],
    );
    assert.ok(kinds.length > 15 && kinds.every(({ title, purpose }) => title !== "" && purpose !== ""));
    assert.deepEqual(
      formats.map(({ name }) => name),
      ["html", "md", "csv", "json"],
    );
    await client.stop();
  });

  it("writes the document that the model is for where none is named, and the one that is", async () => {
    const client = await started();
    assert.equal((await written(client)).kind, "instructions");
    const controls = await written(client, { kind: "controls" });
    assert.equal(controls.title, "Security controls");
    assert.equal(controls.subject, "Pump system");
    assert.ok(!controls.html.includes("<img") && controls.html.includes("&lt;img src=x onerror=alert(1)&gt;"), "a title is no markup");
    assert.ok(!/\sstyle=/.test(controls.html), "no style in the markup");
    const german = await written(client, { kind: "controls", language: "de" });
    assert.notEqual(german.title, controls.title);
    assert.equal(german.language, "de");
    await client.stop();
  });

  it("does not send again what has not changed, and says when to ask", async () => {
    const client = await started();
    let told = 0;
    client.connection.onNotification("ward/changed", () => void told++);
    const first = await written(client, { kind: "controls" });
    assert.deepEqual(await ask(client, { kind: "controls", known: first.key }), { state: "same" });
    const before = told;
    const start = positionOf(pump, "status: |planned");
    await client.change("pump.ward", [{ range: { start, end: { ...start, character: start.character + 7 } }, text: "verified" }]);
    await eventually("the change is told", () => told > before);
    const second = await written(client, { kind: "controls", known: first.key });
    assert.notEqual(second.key, first.key);
    assert.match(second.html, /verified/);
    await client.stop();
  });

  it("keeps the last good document while the text is broken", async () => {
    const client = await started();
    const { key } = await written(client, { kind: "controls" });
    const start = positionOf(pump, "|device Infuser");
    await client.change("pump.ward", [{ range: { start, end: start }, text: "device {\n" }]);
    const broken = await ask(client, { kind: "controls", known: key });
    assert.equal(broken.state, "broken");
    assert.ok(broken.state === "broken" && broken.file === "pump.ward" && broken.line >= start.line && broken.count > 0);
    assert.equal((await written(client, { kind: "controls" })).broken, true);
    await client.stop();
  });

  it("leads from each row to its declaration, and from a place in the text to its rows", async () => {
    const client = await started();
    const { declarations, html } = await written(client, { kind: "instructions" });
    assert.ok(declarations.length > 3);
    for (const { anchor, key } of declarations) {
      assert.ok(html.includes(`id="${anchor}"`), anchor);
      const place = await client.request<WirePlace | null>("ward/documentPlace", { uri: client.uri("pump.ward"), key });
      assert.ok(place, key);
      const text = place.uri.endsWith("hospital.ward") ? hospital : pump;
      const name = textAt(text, place.range);
      assert.ok(key.endsWith(name) || key.includes(name), `${key} leads to ${name}`);
    }
    const keys = (piece: string): Promise<string[]> =>
      client.request<string[]>("ward/documentKeys", { uri: client.uri("pump.ward"), position: positionOf(pump, piece) });
    assert.deepEqual(await keys("process Firm|ware"), ["process Infuser.Firmware", "device Infuser"]);
    assert.deepEqual(await keys('|import "ward:medical"'), []);
    assert.equal(await client.request("ward/documentPlace", { uri: client.uri("pump.ward"), key: "device Gone" }), null);
    await client.stop();
  });

  it("says so where there is no model, no such document, or a template with faults", async () => {
    const client = await started({ "ward.json": '{ "report": { "language": "de", "logo": "../x.png", "coler": "red" } }' });
    assert.deepEqual(await client.request("ward/document", { uri: client.uri("none.ward") }), { state: "none" });
    assert.equal((await written(client, { kind: "no-such-kind" })).kind, "instructions");
    const { language, problems } = await written(client, {});
    assert.equal(language, "de");
    assert.match(problems.join("\n"), /"coler"/);
    assert.match(problems.join("\n"), /logo `\.\.\/x\.png`/);
    await client.stop();
  });

  it("writes the files of a folder as `ward report all` does, and tells how far it is", async () => {
    const client = await started();
    const messages: string[] = [];
    client.connection.onNotification("$/progress", ({ token, value }: Progress) => {
      if (token === "t1") messages.push(`${value.percentage} ${value.message}`);
    });
    const params = { uri: client.uri("pump.ward"), formats: ["html", "md", "csv"], workDoneToken: "t1" };
    const set = await client.request<DocumentSetResult>("ward/documentSet", params);
    assert.ok("files" in set, JSON.stringify(set));
    assert.deepEqual(set.failures, []);
    const out = mkdtempSync(path.join(tmpdir(), "ward-set-"));
    const words = ["report", "all", client.folder, "--format", "html,md,csv", "--output", out];
    execFileSync(process.execPath, [program, ...words], { stdio: "ignore" });
    assert.ok(set.files.length > 50);
    for (const { name, text } of set.files) {
      // The index of the command line also names the files of standards, which an editor does not write.
      if (name.startsWith("index.")) assert.match(text, /instructions/);
      else assert.equal(text, readFileSync(path.join(out, name), "utf8"), name);
    }
    assert.ok(messages.length > 15, messages.join("; "));
    assert.match(messages[0] ?? "", /^0 \S/);
    await client.stop();
  });

  it("stops when it is told to, and says which formats there are", async () => {
    const client = await started();
    const source = new CancellationTokenSource();
    const params = { uri: client.uri("pump.ward"), formats: ["html", "md"], workDoneToken: "t2" };
    client.connection.onNotification("$/progress", ({ token }: Progress) => {
      if (token === "t2") source.cancel();
    });
    await assert.rejects(client.connection.sendRequest("ward/documentSet", params, source.token), /no longer wanted/);
    assert.deepEqual(await client.request("ward/documentSet", { uri: params.uri, formats: ["docx"] }), {
      problem: "an editor writes html, md, csv, json",
    });
    await client.stop();
  });
});
