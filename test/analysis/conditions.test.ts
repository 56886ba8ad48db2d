// Conditions: what each form means on a model, and what each mistake in one is told.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyseFixture } from "../support/fixtures.ts";

const model = readFileSync(new URL("./conditions.ward", import.meta.url), "utf8");

function analyseWith(keyword: string, when: string) {
  return analyseFixture(`${model}\nthreat T on ${keyword} { stride: repudiation  when: ${when}  severity: low }`);
}

/** Keyword of the element, condition, and the elements on which it holds. */
const meanings: Readonly<Record<string, readonly [on: string, when: string, holds: string][]>> = {
  "equality, of each type of value": [
    ["flow", "commands = yes", "Send"],
    ["flow", "devices = 3", "Send"],
    ["flow", "target-device.colour = green", "Send Look Empty"],
    ["flow", 'target-device.labels = "tall"', "Send Look Empty"],
    ["device", "built = 2026-01-31", "Clinical.Pump"],
    ["interface", "port = 80/tcp", "Clinical.Pump.Lan"],
    ["interface", "port = 81/tcp", ""],
    ["system", "support-ends = 2027-01-31", "S"],
    ["device", "boundary.managed-by = operator", "Clinical.Pump Clinical.Box"],
    ["data", "classification = health", "Order"],
    ["process", "device.boundary = boundary", "Clinical.Pump.Firmware Cloud.Server.Api"],
  ],
  inequality: [
    ["data", "integrity != critical", "Log"],
    ["flow", "devices != 4", "Send"],
    ["device", "colour != red", "Clinical.Pump"],
    ["flow", "commands != yes", "Look"],
  ],
  "order, of numbers, dates and ordered words": [
    ["device", "shelf-life < 12", "Clinical.Box"],
    ["device", "shelf-life <= 12", "Clinical.Pump Clinical.Box"],
    ["device", "shelf-life > 3", "Clinical.Pump"],
    ["device", "shelf-life >= 3", "Clinical.Pump Clinical.Box"],
    ["device", "built < 2026-02-01", "Clinical.Pump"],
    ["device", "built > 2026-01-31", ""],
    ["device", "built >= 2026-01-31", "Clinical.Pump"],
    ["process", "privilege > user", "Clinical.Pump.Firmware"],
    ["process", "privilege <= administrator", "Cloud.Server.Api"],
    ["device", "managed-by < operator", "Cloud.Server"],
    ["device", "managed-by >= third-party", "Clinical.Pump Clinical.Box"],
    ["device", "physical-access > operator", "Clinical.Pump"],
    ["interface", "range < building", "Clinical.Pump.Air"],
    ["data", "integrity >= medium", "Order"],
    ["data", "any harms where severity > critical", "Order"],
  ],
  "absent values make every comparison false": [
    ["data", "integrity = low or integrity != low", "Order Log"],
    ["device", "sealed = no", "Clinical.Box"],
    ["device", "not sealed", "Clinical.Pump Clinical.Box Cloud.Server"],
    ["device", "not (sealed = no)", "Clinical.Pump Cloud.Server"],
    ["flow", "commands = no", "Look"],
    ["flow", "source-device.shelf-life < 100", "Report Empty"],
    ["flow", "source-device.shelf-life in (12, 3)", "Report Empty"],
    ["flow", "protocol is TCP", "Send"],
  ],
  in: [
    ["data", "classification in (health, public)", "Order Note"],
    ["data", "classification in (public)", "Note"],
    ["process", "accepts in (dicom, json)", "Clinical.Pump.Firmware"],
    ["interface", "port in (80/tcp, 8080/tcp)", "Clinical.Pump.Lan"],
    ["device", "built in (2026-01-30, 2026-01-31)", "Clinical.Pump"],
    ["flow", "not (devices in (3))", "Report Look Empty"],
  ],
  "and, or, not and parentheses": [
    ["flow", "commands and devices = 3", "Send"],
    ["flow", "commands or source is actor", "Send Look"],
    ["flow", "not commands and carries", "Report Look"],
    ["flow", "not (commands or carries)", "Empty"],
    ["flow", "commands or carries and source is actor", "Send Look"],
    ["flow", "(commands or carries) and source is actor", "Look"],
    ["flow", "not not commands", "Send"],
  ],
  "bare attributes": [
    ["flow", "commands", "Send"],
    ["flow", "carries", "Send Report Look"],
    ["flow", "via", "Send"],
    ["flow", "source-device", "Report Empty"],
    ["device", "boundary", "Clinical.Pump Clinical.Box Cloud.Server"],
    ["actor", "boundary", ""],
    ["device", "sealed", ""],
    ["system", "fleet", "S"],
  ],
  is: [
    ["device", "is Vault", "Clinical.Box"],
    ["device", "is Base", "Clinical.Pump Cloud.Server"],
    ["device", "is Sub and is Middle", "Clinical.Pump"],
    ["device", "not is Base", "Clinical.Box"],
    ["flow", "source is actor", "Look"],
    ["flow", "source is external", "Send"],
    ["flow", "target is device", "Look Empty"],
    ["flow", "target is MedicalDevice", "Look Empty"],
    ["flow", "target-device is MedicalDevice", "Send Look Empty"],
    ["flow", "protocol is HTTPS", "Send Report"],
    ["flow", "protocol is MTLS", "Send"],
    ["flow", "via is Ethernet", "Send"],
    ["flow", "not (via is Ethernet)", "Report Look Empty"],
    ["flow", "source-device is Base", "Report"],
  ],
  paths: [
    ["flow", "source.boundary.managed-by = operator", "Send Report Empty"],
    ["flow", "carries.harms.severity = catastrophic", "Send"],
    ["flow", "carries.classification = internal", "Send Report"],
    ["flow", "via.device.boundary.managed-by = operator", "Send"],
    ["process", "system.environment = home", "Clinical.Pump.Firmware Cloud.Server.Api"],
    ["flow", "target.device.colour = green", "Send Look Empty"],
    ["flow", "source.role = clinical", "Look"],
  ],
  "collections: any value will do": [
    ["flow", "carries.integrity = low", "Send Report"],
    ["flow", "carries.integrity < high", "Send Report"],
    ["data", "harms.severity < serious", "Order"],
    ["system", "environment = hospital", "S"],
    ["process", "accepts = json", "Clinical.Pump.Firmware"],
  ],
  quantifiers: [
    ["boundary", "any devices", "Clinical Cloud"],
    ["boundary", "no externals", "Cloud"],
    ["boundary", "any devices where is Vault", "Clinical"],
    ["boundary", "no devices where is Vault", "Cloud"],
    ["boundary", "all devices where is Base", "Cloud"],
    ["boundary", "all externals where supplied-by = public", "Cloud"],
    ["device", "all processes where privilege = user", "Clinical.Box Cloud.Server"],
    ["boundary", "(count devices) = 2", "Clinical"],
    ["boundary", "(count devices where is Base) >= 1 and managed-by = operator", "Clinical"],
    ["boundary", "count externals = 0", "Cloud"],
    ["data", "count harms > 1", "Order"],
    ["flow", "any carries where classification = health or integrity = low", "Send Report"],
    ["flow", "(any carries where classification = health) or source is actor", "Send Look"],
    ["flow", "any source where is actor", "Look"],
  ],
  "nested quantifiers and `this`": [
    ["boundary", "any devices where any interfaces where wireless", "Clinical"],
    ["boundary", "any devices where (any interfaces where wireless) and (any processes where privilege = kernel)", "Clinical"],
    ["system", "any boundaries where all devices where is Base", "S"],
    ["device", "any incoming where source.boundary = this.boundary", "Clinical.Pump"],
    ["device", "any incoming where no carries", "Clinical.Pump"],
    ["boundary", "any devices where (any processes where boundary = this)", "Clinical Cloud"],
    ["process", "any system.boundaries where managed-by = manufacturer and this.boundary.managed-by = operator", "Clinical.Pump.Firmware"],
    ["flow", "this.commands", "Send"],
    ["device", "any this.boundary.devices where is Vault", "Clinical.Pump Clinical.Box"],
  ],
};

/** Keyword, condition, and what the diagnostic says; `at` is the part of the condition that is marked. */
const mistakes: readonly (readonly [on: string, when: string, at: string, ...words: string[]])[] = [
  ["flow", "comands", "comands", "flow", "no attribute `comands`", "mean `commands`"],
  ["flow", "source.boundry", "boundry", "no attribute `boundry`", "mean `boundary`"],
  ["flow", "commands.source", "source", "cannot follow a yes-no"],
  ["flow", "managed-by = operator", "managed-by", "no attribute"],
  ["device", "physical-access", "physical-access", "word of `party`", "compare"],
  ["device", "shelf-life", "shelf-life", "a number", "compare"],
  ["boundary", "count devices", "count devices", "a number", "compare"],
  ["device", "not shelf-life", "shelf-life", "a number"],
  ["device", "physical-access = publik", "publik", "no word of `party`", "mean `public`"],
  ["device", "physical-access in (public, oprator)", "oprator", "no word of `party`", "mean `operator`"],
  ["device", "shelf-life = yes", "yes", "no attribute `yes`"],
  ["device", 'shelf-life = "12"', '"12"', "number", "compared"],
  ["device", "built > 12", "12", "date", "compared"],
  ["device", "portable = 1", "1", "yes-no", "compared"],
  ["flow", "carries = 3", "3", "collection", "data", "compared"],
  ["flow", "source = commands", "commands", "cannot be compared with a yes-no"],
  ["data", "classification > internal", "classification > internal", "no order", "`=` or `in"],
  ["device", "portable < yes", "portable < yes", "no order"],
  ["flow", "source < target", "source < target", "no order"],
  ["interface", "port > 80/tcp", "port > 80/tcp", "no order"],
  ["flow", "carries.classification != health", "carries.classification != health", "several values", "`no … where`"],
  ["system", "environment != home", "environment != home", "several values"],
  ["flow", "source is Link", "Link", "kind of flow"],
  ["flow", "source is boundary", "boundary", "never be a boundary"],
  ["flow", "source is Nothing", "Nothing", "no kind is called"],
  ["flow", "protocol is HTTPX", "HTTPX", "no protocol is called", "mean `HTTPS`"],
  ["flow", "commands is Host", "commands is Host", "needs an element", "yes-no"],
  ["flow", "source is 3", "3", "name of a kind"],
  ["flow", "any commands", "commands", "needs a collection", "yes-no"],
  ["flow", "no carries.classification", "carries.classification", "needs a collection", "word"],
  ["flow", "any carries where commands", "commands", "data has no attribute"],
  ["flow", "any carries where severity = high", "severity", "data has no attribute"],
  ["device", "NodeAuthentication", "NodeAuthentication", "measure", "applies"],
  ["device", "portable and not NodeAuthentication", "NodeAuthentication", "measure", "mitigated-by"],
  ["flow", "any carries where Backup", "Backup", "measure"],
  ["flow", "Backup = yes", "Backup", "measure"],
  ["flow", "any controls", "controls", "no attribute `controls`"],
  ["flow", "(commands, carries)", "(commands, carries)", "list", "`in`"],
  ["flow", "commands = (yes, no)", "(yes, no)", "compared"],
  ["flow", "2026-01-01 < 2026-02-01", "2026-01-01", "cannot begin with a value"],
  ["device", "boundary.*", "boundary.*", "no `*`"],
];

describe("conditions", () => {
  for (const [topic, rows] of Object.entries(meanings)) {
    describe(topic, () => {
      for (const [on, when, expected] of rows) {
        it(`${on}: ${when}`, () => {
          const { threats, diagnostics } = analyseWith(on, when);
          const wrong = diagnostics.filter((one) => /condition|syntax|unknown/.test(one.code)).map((one) => one.message);
          assert.deepEqual(wrong, []);
          const holds = threats.filter((one) => one.threat.entity.name === "T").map((one) => one.element.id);
          assert.deepEqual(holds.sort(), expected.split(" ").filter(Boolean).sort());
        });
      }
    });
  }

  describe("mistakes", () => {
    for (const [on, when, at, ...words] of mistakes) {
      it(`${on}: ${when}`, () => {
        const { threats, diagnostics } = analyseWith(on, when);
        const found = diagnostics.filter((one) => one.location.range.start >= model.length && one.code !== "missing-property");
        const shown = found.map((one) => `${one.severity} ${one.code}: ${one.message} (${one.help})`);
        assert.equal(found.length, 1, shown.join("\n") || "nothing is reported");
        const [first] = found;
        const { file, range } = first?.location ?? assert.fail();
        assert.equal(file.tree.text.slice(range.start, range.end), at);
        for (const word of words) assert.ok(shown[0]?.includes(word), `"${word}" in: ${shown[0]}`);
        assert.deepEqual(
          threats.filter((one) => one.threat.entity.name === "T"),
          [],
        );
      });
    }
  });
});
