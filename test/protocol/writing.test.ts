// What changes texts, over the protocol: rename, formatting, quick fixes. Each change is put into the text, which is asked about again.
import assert from "node:assert/strict";
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { Client } from "../support/client.ts";
import { edited, hospital, positionOf, pump, textAt } from "./model.ts";

const options = { tabSize: 2, insertSpaces: true };

/** A model with decisions, a view and answers of every sort, with emoji before names and CRLF. */
const answered = `${pump}/* 🩺 */ view Map "🩹 Map" { shows: Infuser, Ehr }
transfer MessageTampering on SendOrder { to: operator  reason: "🩹"  for: Ehr }
`
  .replace("  for: Ehr", "")
  .replaceAll("\n", "\r\n");

describe("protocol: writing", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ "hospital.ward": hospital, "pump.ward": pump });
    await client.open("pump.ward", pump);
    await client.open("hospital.ward", hospital);
  });
  after(() => client.stop());

  const uri = (name = "pump.ward"): string => client.uri(name);
  const show = (text: string): Promise<void> => client.change("pump.ward", [{ text }]);
  const act = async (text: string, piece: string, only?: string): Promise<CodeAction[]> => {
    await show(text);
    const position = positionOf(text, piece);
    return await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: uri() },
      range: { start: position, end: position },
      context: { diagnostics: await client.pull("pump.ward"), ...(only ? { only: [only] } : {}) },
    });
  };
  const take = (text: string, { edit }: CodeAction): string => edited(text, edit?.changes?.[uri()] ?? []);
  const open = (found: readonly Diagnostic[], threat: string, element: string): boolean =>
    found.some(({ data, code }) => code === "uncovered-threat" && (data as { ids: string[] }).ids.includes(`${threat}@${element}`));

  it("renames over files, in decisions and views, behind emoji and CRLF", async () => {
    await show(answered);
    const at = positionOf(answered, "shows: Infuser, |Ehr");
    const prepared = await client.at<{ range: Parameters<typeof textAt>[1]; placeholder: string }>(
      "textDocument/prepareRename",
      "pump.ward",
      at.line,
      at.character,
    );
    assert.equal(prepared.placeholder, "Ehr");
    assert.equal(textAt(answered, prepared.range), "Ehr");
    const { changes } = await client.at<WorkspaceEdit>("textDocument/rename", "pump.ward", at.line, at.character, { newName: "Records" });
    assert.equal(edited(answered, changes?.[uri()] ?? []), answered.replaceAll("Ehr", "Records"));
    assert.equal(edited(hospital, changes?.[uri("hospital.ward")] ?? []), hospital.replace("Ehr", "Records"));
    const flow = positionOf(answered, "transfer MessageTampering on Send|Order");
    const second = await client.at<WorkspaceEdit>("textDocument/rename", "pump.ward", flow.line, flow.character, { newName: "Prescribe" });
    assert.equal(edited(answered, second.changes?.[uri()] ?? []), answered.replaceAll("SendOrder", "Prescribe"));
  });

  it("says why something cannot be renamed", async () => {
    await show(pump);
    for (const [piece, newName, why] of [
      ["accept Unauth|enticatedCommands", "Other", /catalogue/i],
      ["data Or|der", "two words", /name/i],
      ["data Or|der", "Infuser", /Infuser/],
      ['reason: "Kno|wn"', "Other", /./],
    ] as const) {
      const { line, character } = positionOf(pump, piece);
      await assert.rejects(client.at("textDocument/rename", "pump.ward", line, character, { newName }), why, `${piece} ${newName}`);
    }
  });

  it("formats a document, and only what is asked for", async () => {
    const device = 'device   Infuser "Infuser":MedicalDevice {\n      within:Clinical';
    const mess = pump
      .replace('device Infuser "Infuser" : MedicalDevice {\n  within: Clinical', device)
      .replace("  via: Infuser.Lan", "via :Infuser.Lan");
    await show(mess);
    const textDocument = { uri: uri() };
    assert.equal(edited(mess, await client.request<TextEdit[]>("textDocument/formatting", { textDocument, options })), pump);
    const range = { start: positionOf(mess, "device   Infuser"), end: positionOf(mess, "within:Clinical|") };
    const part = await client.request<TextEdit[]>("textDocument/rangeFormatting", { textDocument, range, options });
    assert.equal(edited(mess, part), pump.replace("  via: Infuser.Lan", "via :Infuser.Lan"));
    const windows = mess.replaceAll("\n", "\r\n");
    await show(windows);
    const same = await client.request<TextEdit[]>("textDocument/formatting", { textDocument, options });
    assert.equal(edited(windows, same), pump.replaceAll("\n", "\r\n"));
  });

  it("formats while one types: a closing brace goes where its declaration stands", async () => {
    const text = `${pump}harm Delay "Late" {\n  severity:minor\n    }`;
    await show(text);
    const { line, character } = positionOf(text, "severity:minor\n    }|");
    const edits = await client.at<TextEdit[]>("textDocument/onTypeFormatting", "pump.ward", line, character, { ch: "}", options });
    assert.match(edited(text, edits), /\nharm Delay "Late" \{\n {2}severity: ?minor\n\}\s*$/);
  });

  it("offers a control for each alternative, and what is taken closes the threat", async () => {
    const actions = await act(pump, "flow Send|Order");
    assert.ok(open(await client.pull("pump.ward"), "MessageTampering", "SendOrder"));
    const controls = actions.filter(({ title }) => title.startsWith("Add a control with"));
    assert.ok(controls.length > 3, actions.map(({ title }) => title).join("\n"));
    const preferred = actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
    assert.deepEqual(preferred, [actions[0]?.title]);
    assert.ok(actions.every(({ kind, diagnostics }) => kind === "quickfix" && (diagnostics ?? []).length > 0));
    for (const one of controls.filter(({ title }) => /Tls|TransmissionIntegrity|MessageAuthentication/.test(title))) {
      const text = take(pump, one).replace(/(protects: SendOrder\n {2}status: )planned/, "$1implemented");
      await show(text);
      assert.ok(!open(await client.pull("pump.ward"), "MessageTampering", "SendOrder"), one.title);
    }
  });

  it("offers decisions last, with the caret where the reason is to be written", async () => {
    const actions = await act(pump, "flow Send|Order");
    const titles = actions.map(({ title }) => title);
    for (const verb of ["Accept", "Transfer", "Dismiss"])
      assert.ok(titles.includes(`${verb} \`MessageTampering\` on \`SendOrder\``), titles.join("\n"));
    const dismiss = actions.find(({ title }) => title === "Dismiss `MessageTampering` on `SendOrder`") as CodeAction;
    const text = take(pump, dismiss);
    assert.equal(dismiss.command?.command, "ward.select");
    const [target, selection] = dismiss.command.arguments as [string, Parameters<typeof textAt>[1]];
    assert.equal(target, uri());
    assert.equal(textAt(text, selection), "…");
    await show(text);
    assert.ok(!open(await client.pull("pump.ward"), "MessageTampering", "SendOrder"));
  });

  it("puts an element under a control that is there, extends one, and states a missing assumption", async () => {
    const sealed = `${pump.slice(0, pump.indexOf("accept"))}device Second "Second" : MedicalDevice { within: Clinical }\ncontrol Tls "TLS" : TransmissionIntegrity { protects: SendOrder  status: implemented }\ncontrol Boot "Boot" : SecureBoot { protects: Infuser  status: implemented }\n`;
    const titles = async (piece: string): Promise<string[]> => (await act(sealed, piece)).map(({ title }) => title);
    const second = await titles("device Sec|ond");
    assert.ok(second.includes("Let control `Boot` protect `Second` too"), second.join("\n"));
    const flow = await titles("flow Send|Order");
    assert.ok(
      flow.some((title) => /^Add `\w+` to control `Tls`$/.test(title)),
      flow.join("\n"),
    );
    const missing = (await client.pull("pump.ward")).filter(({ code }) => code === "missing-assumption");
    const wanted = missing.find(({ message }) => String(message).startsWith("Encryption on the network"));
    assert.ok(wanted, missing.map(({ message }) => message).join("\n"));
    const [state] = (await act(sealed, "flow Send|Order")).filter(({ diagnostics }) =>
      diagnostics?.some(({ message }) => message === wanted.message),
    );
    assert.ok(state);
    await show(take(sealed, state));
    assert.ok(!(await client.pull("pump.ward")).some(({ code, message }) => code === "missing-assumption" && message === wanted.message));
  });

  for (const [what, from, to, piece, code] of [
    ["a misspelt word", "status: planned", "status: planed", "status: plan|ed", "invalid-value"],
    ["a misspelt property", "  protects: Infuser", "  protect: Infuser", "pro|tect: Infuser", "unknown-property"],
    ["a misspelt name", "carries: Order", "carries: Ordr", "carries: Or|dr", "unknown-name"],
    ["a misspelt keyword", "\nharm Overdose", "\nharn Overdose", "\nha|rn Overdose", "unknown-declaration"],
  ] as const) {
    it(`corrects ${what}`, async () => {
      const text = pump.replace(from, to);
      const actions = await act(text, piece);
      assert.ok((await client.pull("pump.ward")).some((one) => one.code === code));
      const fix = actions.find(({ title }) => title.startsWith("Write "));
      assert.ok(fix, actions.map(({ title }) => title).join("\n"));
      assert.equal(take(text, fix), pump);
    });
  }

  it("fixes all that is safe, and gives only the kinds that are asked for", async () => {
    const text = pump.replace("status: planned", "status: planed").replace("carries: Order", "carries: Ordr");
    const [all, ...others] = await act(text, "flow Send|Order", "source.fixAll");
    assert.deepEqual(others, []);
    assert.equal(all?.kind, "source.fixAll.ward");
    assert.equal(take(text, all as CodeAction), pump);
    assert.ok((await act(text, "flow Send|Order", "quickfix")).every(({ kind }) => kind === "quickfix"));
    assert.deepEqual(await act(pump, "flow Send|Order", "source.organizeImports"), []);
  });

  it("draws what is of no use as faded, and removes it on request", async () => {
    const text = `${pump}dismiss TamperedBoot on SendOrder { reason: "there is none" }\n`;
    const actions = await act(text, "dismiss Tampered|Boot");
    const unused = (await client.pull("pump.ward")).find(({ code }) => code === "unused-decision");
    assert.deepEqual(unused?.tags, [1]);
    const remove = actions.find(({ title }) => title.startsWith("Remove"));
    assert.ok(remove, actions.map(({ title }) => title).join("\n"));
    assert.equal(take(text, remove).trimEnd(), pump.trimEnd());
  });

  it("renews an acceptance that has expired", async () => {
    const text = pump.replace('reason: "Known"', 'reason: "Known"\n  until: 2020-01-31');
    const actions = await act(text, "accept Unauth|enticatedCommands");
    const expired = (await client.pull("pump.ward")).find(({ code }) => code === "expired-acceptance");
    assert.deepEqual(expired?.tags, [2], "drawn as obsolete");
    const renew = actions.find(({ diagnostics }) => diagnostics?.some(({ code }) => code === "expired-acceptance"));
    assert.ok(renew, actions.map(({ title }) => title).join("\n"));
    await show(take(text, renew));
    assert.ok(!(await client.pull("pump.ward")).some(({ code }) => code === "expired-acceptance"));
  });

  it("changes nothing in the shipped catalogue", async () => {
    await show(pump);
    const shipped = "ward-catalogue:/core/kinds.ward";
    const text = await client.request<string>("ward/catalogueText", { uri: shipped });
    assert.ok(text.length > 1000);
    const textDocument = { uri: shipped };
    const range = { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } };
    assert.deepEqual(await client.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }), []);
    assert.deepEqual(await client.request("textDocument/formatting", { textDocument, options }), []);
  });
});
