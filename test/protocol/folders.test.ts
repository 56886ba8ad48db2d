// The workspace over the protocol: folders that come and go, files and patterns on disk, settings that change while the server
// runs, progress, cancellation, and what is said to clients of different abilities.
import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { CodeLens, Diagnostic, InlayHint, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-protocol";
import { CancellationTokenSource } from "vscode-languageserver-protocol/node";
import { Client, endAll, eventually, fullCapabilities } from "../support/client.ts";
import { hospital, pump } from "./model.ts";

interface Report {
  readonly items: readonly { uri: string; kind: string; resultId?: string; items?: Diagnostic[] }[];
}

const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => String(code));
const names = async (client: Client): Promise<string[]> =>
  (await client.request<{ name: string }[]>("ward/models", undefined)).map(({ name }) => name).sort();
const write = (client: Client, name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(client.folder, name)), { recursive: true });
  writeFileSync(path.join(client.folder, name), text);
};
const system = (name: string): string => `system ${name} "${name}" { regulation: MDR  environment: home }\n`;
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe("protocol: folders and files", () => {
  after(endAll);

  it("takes in a folder that is added, with its open documents, and forgets one that is removed", async () => {
    const client = await Client.start(
      { "a/main.ward": system("A"), "b/main.ward": `import "../shared.ward"\n${system("B")}`, "shared.ward": "" },
      fullCapabilities,
      ["a"],
    );
    assert.deepEqual(await names(client), ["A"]);
    // Opened outside of all folders, and not as on disk.
    await client.open("b/main.ward", system("Typed"));
    assert.deepEqual(await names(client), ["A", "Typed"]);
    const folder = (name: string): object => ({ uri: client.uri(name), name });
    await client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [folder("b")], removed: [folder("a")] } });
    await eventually("the folder to be there", () => client.asked.filter((one) => one === "refresh diagnostic").length > 1);
    assert.deepEqual(await names(client), ["Typed"]);
    const { items } = await client.request<Report>("workspace/diagnostic", { previousResultIds: [] });
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [client.uri("b/main.ward")],
    );
    await client.stop();
  });

  it("counts a file once that stands in a folder within a folder", async () => {
    const client = await Client.start({ "main.ward": system("Outer"), "in/main.ward": system("Inner") }, fullCapabilities, [".", "in"]);
    assert.deepEqual(await names(client), ["Inner", "Outer"]);
    const { items } = await client.request<Report>("workspace/diagnostic", { previousResultIds: [] });
    assert.deepEqual(items.map(({ uri }) => uri).sort(), [client.uri("in/main.ward"), client.uri("main.ward")]);
    await client.stop();
  });

  it("leaves out what patterns exclude, also files and patterns that come later", async () => {
    const client = await Client.start({ "main.ward": system("Main"), "old/main.ward": system("Old"), ".gitignore": "drafts/\n" });
    assert.deepEqual(await names(client), ["Main", "Old"]);
    write(client, "drafts/main.ward", system("Draft"));
    await client.watched("drafts/main.ward", 1);
    assert.deepEqual(await names(client), ["Main", "Old"]);
    write(client, "ward.json", '{ "exclude": ["old/"] }');
    await client.watched("ward.json", 1);
    assert.deepEqual(await names(client), ["Main"]);
    rmSync(path.join(client.folder, ".gitignore"));
    await client.watched(".gitignore", 3);
    assert.deepEqual(await names(client), ["Draft", "Main"]);
    await client.stop();
  });

  it("forgets the files of a folder that is deleted, of which no more is told", async () => {
    const client = await Client.start({ "main.ward": system("Main"), "sub/deep/other.ward": system("Other") });
    assert.deepEqual(await names(client), ["Main", "Other"]);
    renameSync(path.join(client.folder, "sub"), path.join(client.folder, "gone.txt"));
    await client.watched("sub", 3);
    assert.deepEqual(await names(client), ["Main"]);
    await client.stop();
  });

  it("names a file that is gone with nothing, and unchanged ones as such", async () => {
    const client = await Client.start({ "bad.ward": "harm H { severity: bad }\n", "main.ward": system("Main") });
    const first = await client.request<Report>("workspace/diagnostic", { previousResultIds: [] });
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
    const second = await client.request<Report>("workspace/diagnostic", { previousResultIds });
    assert.deepEqual(
      second.items.map(({ kind }) => kind),
      ["unchanged", "unchanged"],
    );
    rmSync(path.join(client.folder, "bad.ward"));
    await client.watched("bad.ward", 3);
    const third = await client.request<Report>("workspace/diagnostic", { previousResultIds });
    assert.deepEqual(third.items.find(({ uri }) => uri === client.uri("bad.ward"))?.items, []);
    await client.stop();
  });

  it("says what is wrong with `ward.json`, and takes it back", async () => {
    const client = await Client.start({ "main.ward": system("Main"), "ward.json": '{ "severty": {} }' });
    const problems = (): Diagnostic[] | undefined => client.published.get(client.uri("ward.json"));
    await eventually("a problem of ward.json", () => (problems() ?? []).length > 0);
    assert.match(String(problems()?.[0]?.message), /severty.*severity/);
    write(client, "ward.json", "{}");
    await client.watched("ward.json", 2);
    await eventually("the problem to go", () => problems()?.length === 0);
    await client.stop();
  });
});

describe("protocol: settings and abilities", () => {
  after(endAll);

  it("heeds settings while it runs: severities, those of one folder, `ward.json` before them, lenses and hints", async () => {
    const bad = "harm H { severity: bad }\n";
    const client = await Client.start({ "a/main.ward": bad, "b/main.ward": bad }, fullCapabilities, ["a", "b"]);
    await client.open("a/main.ward", bad);
    await client.open("b/main.ward", bad);
    const severity = async (name: string): Promise<number | undefined> =>
      (await client.pull(name)).find(({ code }) => code === "invalid-value")?.severity;
    assert.deepEqual([await severity("a/main.ward"), await severity("b/main.ward")], [1, 1]);
    const refreshed = (): number => client.asked.filter((one) => one === "refresh diagnostic").length;
    const settle = async (change: () => Promise<void>): Promise<void> => {
      const seen = refreshed();
      await change();
      await eventually("the server to take it in", () => refreshed() > seen);
    };
    await settle(() => client.configure({ "": { severity: { "invalid-value": "hint" } } }));
    assert.deepEqual([await severity("a/main.ward"), await severity("b/main.ward")], [4, 4]);
    await settle(() => client.configure({ [client.uri("b")]: { severity: { "invalid-value": "off", "missing-system": "nonsense" } } }));
    assert.deepEqual([await severity("a/main.ward"), await severity("b/main.ward")], [4, undefined]);
    write(client, "b/ward.json", '{ "severity": { "invalid-value": "warning" } }');
    await settle(() => client.watched("b/ward.json", 1));
    assert.equal(await severity("b/main.ward"), 2);
    await client.stop();
  });

  it("shows hints when they are asked for, and no lenses when they are not wanted", async () => {
    const client = await Client.start({ "hospital.ward": hospital, "pump.ward": pump });
    const apart = `${pump.replace("within: Clinical", "within: Bay")}boundary Bay "Bay" : Network { managed-by: operator }\n`;
    await client.open("pump.ward", apart);
    const textDocument = { uri: client.uri("pump.ward") };
    const hints = (): Promise<InlayHint[]> => client.request("textDocument/inlayHint", { textDocument, range: everything });
    const lenses = (): Promise<CodeLens[]> => client.request("textDocument/codeLens", { textDocument });
    assert.deepEqual(await hints(), []);
    assert.ok((await lenses()).length > 3);
    const seen = client.asked.length;
    await client.configure({ "": { inlayHints: { enabled: true }, codeLens: { enabled: false } } });
    await eventually("refreshes", () =>
      ["diagnostic", "codeLens", "inlayHint", "semanticTokens"].every((one) => client.asked.slice(seen).includes(`refresh ${one}`)),
    );
    const labels = (await hints()).map(({ label, position }) => `${position.line} ${label}`);
    const flow = apart.split("\n").findIndex((line) => line.startsWith("flow"));
    assert.ok(
      labels.some((label) => label.startsWith(`${flow} risk: `)),
      labels.join("\n"),
    );
    assert.ok(labels.includes(`${flow} crosses Clinical, Bay`), labels.join("\n"));
    assert.deepEqual(await lenses(), []);
    await client.stop();
  });

  it("takes settings that a client sends by itself", async () => {
    const { workspace, ...others } = fullCapabilities;
    const client = await Client.start({}, { ...others, workspace: { ...workspace, configuration: false } });
    await client.open("a.ward", "harm H { severity: bad }\n");
    await client.notify("workspace/didChangeConfiguration", { settings: { ward: { severity: { "invalid-value": "info" } } } });
    assert.equal((await client.pull("a.ward")).find(({ code }) => code === "invalid-value")?.severity, 3);
    await client.stop();
  });

  it("tells of the first load as work in progress, and asks to be told of files and settings", async () => {
    const client = await Client.start({ "pump.ward": pump, "hospital.ward": hospital });
    await client.request("ward/models", undefined);
    await eventually("the end of the work", () => client.asked.includes("progress end"));
    assert.deepEqual(
      client.asked.filter((one) => one.startsWith("progress")),
      ["progress begin", "progress report", "progress end"],
    );
    for (const method of ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"])
      assert.ok(client.asked.includes(`register ${method}`), client.asked.join());
    await client.stop();
  });

  it("asks a client of few abilities for nothing", async () => {
    const client = await Client.start({ "bad.ward": "harm { severity: bad }\n" }, {});
    await eventually("findings", () => (client.published.get(client.uri("bad.ward")) ?? []).length > 0);
    // Where no fixes can be offered, a finding says the way out itself.
    assert.deepEqual(client.asked, []);
    assert.ok((client.published.get(client.uri("bad.ward")) ?? []).some(({ message }) => String(message).includes("help: ")));
    await client.stop();
  });

  it("answers requests that were cancelled as cancelled, and goes on", async () => {
    const client = await Client.start({ "hospital.ward": hospital, "pump.ward": pump });
    await client.open("pump.ward", pump);
    const textDocument = { uri: client.uri("pump.ward") };
    const ends = Array.from({ length: 20 }, () => {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest("textDocument/semanticTokens/full", { textDocument }, source.token);
      source.cancel();
      return answer.then(
        () => "answered",
        (error: { code?: number }) => `error ${error.code}`,
      );
    });
    const seen = await Promise.all(ends);
    assert.ok(seen.includes("error -32800"), seen.join());
    assert.ok(
      seen.every((one) => one === "answered" || one === "error -32800"),
      seen.join(),
    );
    assert.ok((await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument })).data.length > 100);
    await client.stop();
  });

  it("sends the difference of semantic tokens after a change, and those of a range", async () => {
    const client = await Client.start({ "hospital.ward": hospital, "pump.ward": pump });
    await client.open("pump.ward", pump);
    const textDocument = { uri: client.uri("pump.ward") };
    const before = await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
    const text = `/* 🩺 */ ${pump.replace("commands: yes", "commands: no\n  priority: normal")}`;
    await client.change("pump.ward", [{ text }]);
    const { edits } = await client.request<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
      textDocument,
      previousResultId: before.resultId,
    });
    const data = [...before.data];
    for (const { start, deleteCount, data: added } of [...edits].sort((a, b) => b.start - a.start))
      data.splice(start, deleteCount, ...(added ?? []));
    const whole = await client.request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
    assert.ok(edits.length > 0);
    assert.deepEqual(data, whole.data);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 99 } };
    const part = await client.request<SemanticTokens>("textDocument/semanticTokens/range", { textDocument, range });
    assert.equal(part.data[0], 3);
    assert.ok(part.data.length > 20 && part.data.length < whole.data.length / 3);
    await client.stop();
  });

  it("finds the same when it pushes as when it is asked", async () => {
    const asked = await Client.start({ "hospital.ward": hospital, "pump.ward": pump });
    const pushed = await Client.start({ "hospital.ward": hospital, "pump.ward": pump }, { workspace: fullCapabilities.workspace ?? {} });
    await asked.open("pump.ward", pump);
    await pushed.open("pump.ward", pump);
    await eventually("findings", () => (pushed.published.get(pushed.uri("pump.ward")) ?? []).length > 0);
    const pulled = codes(await asked.pull("pump.ward"));
    assert.ok(pulled.length > 3);
    assert.deepEqual(codes(pushed.published.get(pushed.uri("pump.ward")) ?? []), pulled);
    assert.equal(asked.published.has(asked.uri("pump.ward")), false);
    await asked.stop();
    await pushed.stop();
  });
});
