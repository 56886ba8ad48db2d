// Completion over the protocol: what stands at each place, first what is wanted most, with snippets and without.
import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-languageserver-protocol";
import { Client, fullCapabilities } from "../support/client.ts";
import { documentOf, edited, hospital, pump } from "./model.ts";

/** The items at `$0`, in the order of a list. */
async function complete(client: Client, fixture: string): Promise<{ items: CompletionItem[]; labels: string[]; text: string }> {
  const text = fixture.replace("$0", "");
  await client.change("pump.ward", [{ text }]);
  const { line, character } = documentOf(text).positionAt(fixture.indexOf("$0"));
  const items = await client.at<CompletionItem[]>("textDocument/completion", "pump.ward", line, character);
  items.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
  return { items, labels: items.map(({ label }) => label), text };
}

const behind = (text: string): string => pump.replace(text, `${text}$0`);

/** What the list at `$0` begins with, has, and has not. */
const table: readonly [place: string, fixture: string, wanted: { first?: string[]; has?: string[]; not?: string[] }][] = [
  ["declarations at the top", `${pump}$0`, { has: ["device", "flow", "control", "accept", "kind", "threat"], not: ["level", "row"] }],
  ["properties and parts in a body", behind("  within: Clinical\n"), { has: ["physical-access", "interface"], not: ["within", "harm"] }],
  ["words of a property", pump.replace("status: planned", "status: $0"), { first: ["planned", "implemented", "verified"] }],
  ["yes or no", pump.replace("commands: yes", "commands: $0"), { has: ["yes", "no"] }],
  ["kinds that fit", `${pump}device X : $0`, { has: ["InfusionPump", "MedicalDevice"], not: ["Network", "Ethernet"] }],
  ["protocols", pump.replace("HTTP\n", "$0\n"), { has: ["HTTPS", "MutualHTTPS"], not: ["Order"] }],
  ["names of the sort that is wanted", pump.replace("carries: Order", "carries: $0"), { first: ["Order"], not: ["Overdose", "Infuser"] }],
  ["names inside another", pump.replace("via: Infuser.Lan", "via: Infuser.$0"), { first: ["Lan"], not: ["Firmware"] }],
  ["measures", `${pump}control C : $0 {\n  protects: SendOrder\n}`, { first: ["MutualTls", "VpnTunnel"], has: ["TamperEvidence"] }],
  [
    "what a control should protect",
    `${pump}control C : MutualTls { protects: $0 }`,
    { first: ["SendOrder"], has: ["Clinical", "Infuser"] },
  ],
  ["requirements that are missing", `${pump}assumption A : $0`, { first: ["DataEncryption", "Interoperability"] }],
  ["paths of imports", pump.replace('"./hospital.ward"', '"$0"'), { first: ["./hospital.ward"], not: ["ward:medical", "./pump.ward"] }],
  ["threats, and threats on elements", `${pump}accept $0`, { has: ["MessageTampering", "MessageTampering@SendOrder"] }],
  ["elements on which a threat is open", `${pump}dismiss MessageTampering on $0`, { first: ["SendOrder"], not: ["Overdose"] }],
  ["attributes in a condition", `${pump}threat T on flow { when: $0 }`, { has: ["commands", "carries", "source"], not: ["HTTPS"] }],
  ["nothing in a text of the writer", pump.replace('"Known"', '"Kno$0wn"'), { not: ["accept", "Order"] }],
];

describe("protocol: completion", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ "hospital.ward": hospital, "pump.ward": pump });
    await client.open("pump.ward", pump);
  });
  after(() => client.stop());

  for (const [place, fixture, { first = [], has = [], not = [] }] of table) {
    it(`offers ${place}`, async () => {
      const { labels } = await complete(client, fixture);
      assert.deepEqual(labels.slice(0, first.length), first, labels.slice(0, 20).join());
      for (const label of has) assert.ok(labels.includes(label), `${label} is not in ${labels.slice(0, 40).join()}`);
      for (const label of not) assert.ok(!labels.includes(label), `${label} is in ${labels.join()}`);
    });
  }

  it("ranks measures by the open threats that they would close there, and says how many", async () => {
    const { items } = await complete(client, `${pump}control C : $0 {\n  protects: SendOrder\n}`);
    const closes = items.map(({ labelDetails }) => Number(/^closes (\d+) open/.exec(labelDetails?.description ?? "")?.[1] ?? 0));
    assert.ok((closes[0] ?? 0) >= 3 && closes.at(-1) === 0, closes.join());
    assert.deepEqual(
      closes,
      closes.toSorted((a, b) => b - a),
    );
    assert.match(JSON.stringify(items[0]?.documentation), /Closes.*MessageTampering@SendOrder/);
  });

  it("writes what was chosen, after emoji and CRLF too", async () => {
    const fixture = `/* 🩺 */ data Order2 "🩹 x" { classification: he$0 }\r\n${pump.replaceAll("\n", "\r\n")}`;
    const { items, text } = await complete(client, fixture);
    const health = items.find(({ label }) => label === "health")?.textEdit;
    assert.ok(health && "range" in health);
    assert.equal(edited(text, [health]), fixture.replace("he$0", "health"));
  });

  it("gives snippets to those who know them, and plain text to all others", async () => {
    const places = [`${pump}$0`, behind("  within: Clinical\n"), `${pump}accept $0`];
    const stops = /\$\d|\$\{/;
    const rich = (await Promise.all([complete(client, places[0] as string)])).flatMap(({ items }) => items);
    assert.ok(rich.some(({ insertTextFormat, textEdit }) => insertTextFormat === 2 && stops.test(textEdit?.newText ?? "")));
    const { textDocument, ...others } = fullCapabilities;
    const plain = await Client.start(
      { "hospital.ward": hospital, "pump.ward": pump },
      { ...others, textDocument: { ...textDocument, completion: {} } },
    );
    await plain.open("pump.ward", pump);
    for (const place of places) {
      const { items, text } = await complete(plain, place);
      for (const { label, insertTextFormat, textEdit, labelDetails } of items) {
        assert.equal(insertTextFormat, 1, label);
        assert.doesNotMatch(textEdit?.newText ?? "", stops, label);
        assert.equal(labelDetails, undefined);
      }
      // Of words to choose from the first is written: what comes out is correct but for the names that are to be filled in.
      const harm = items.find(({ label }) => label === "harm")?.textEdit;
      if (harm && "range" in harm) assert.match(edited(text, [harm]), /harm Name "Title" \{\n {2}severity: negligible\n\}$/);
    }
    await plain.stop();
  });
});
