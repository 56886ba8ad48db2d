// Holds the page on the catalogue to what Ward does with the house catalogue that it shows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { catalogueNames, shippedCatalogue } from "../../server/src/workspace/shipped.ts";
import { analyseText, checkFiles, splitFiles } from "../support/models.ts";

const page = readFileSync(new URL("../../docs/catalogue.md", import.meta.url), "utf8");
const example = /^```ward\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "";
const analysis = analyseText(example);
const plain = analyseText(example.replace(/^(override|disable) \w+ \w+ \{[^}]*(\{[^}]*\}\s*)?\}$/gm, ""));

const tested = [...page.matchAll(/^```ward\n([\s\S]*?)^```$/gm)][1]?.[1] ?? "";

describe("the catalogue page", () => {
  it("names every catalogue that ships, and what it brings along", () => {
    const rows = [...page.matchAll(/^\| `ward:(\w+)` \| .* \| (.*) ?\|$/gm)].map(([, name, along = ""]) => [name, along.trim()]);
    const shipped = catalogueNames().map((name) => {
      const files = shippedCatalogue(name) ?? [];
      const others = new Set(files.flatMap((file) => file.imports.flatMap((one) => one.files.map(({ path }) => path.split("/")[0]))));
      others.delete(`ward:${name}`);
      return [name, name === "core" ? "always there" : [...others].map((other) => `\`${other}\``).join(", ")];
    });
    assert.deepEqual(rows.sort(), shipped.sort());
  });

  it("shows a house test that tells the two models apart", () => {
    const { models, diagnostics } = checkFiles(splitFiles(tested));
    const raised = new Map(models.map(({ name, analysis }) => [name, analysis.threats.map(({ id }) => id)]));
    assert.ok(raised.get("Fires")?.includes("UnlabelledSyringePump@Ward.Pump.Wlan"));
    assert.deepEqual(
      raised.get("Silent")?.filter((id) => id.startsWith("UnlabelledSyringePump@")),
      [],
    );
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
      diagnostics
        .filter(({ code }) => code === "missing-assumption" || code === "uncovered-threat")
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message),
    );
  });

  it("shows a house catalogue without mistakes", () => {
    const expected = /^(uncovered-threat|missing-assumption|missing-practice-evidence)$/;
    assert.deepEqual(
      analysis.diagnostics.filter(({ code }) => !expected.test(code)).map(({ message }) => message),
      [],
    );
  });

  it("says what is raised by it", () => {
    const found = new Map([...analysis.threats, ...analysis.requirements].map(({ id, state }) => [id, String(state)]));
    const rows = [...page.matchAll(/^\| `(\w+@[\w.]+)` \| (\w+) \|$/gm)];
    assert.equal(rows.length, 3);
    for (const [, id = "", state] of rows) assert.equal(found.get(id), state, id);
  });

  it("changes, switches off and rates as it says", () => {
    const threat = (of: typeof analysis, name: string) => of.threats.find(({ threat: { entity } }) => entity.name === name);
    assert.equal(threat(plain, "PhysicalTampering")?.severity.base, "medium");
    assert.equal(threat(analysis, "PhysicalTampering")?.severity.base, "high");
    assert.ok(threat(plain, "NoUpdatePath"));
    assert.equal(threat(analysis, "NoUpdatePath"), undefined);
    assert.equal(threat(plain, "PumpSwap")?.risk.likelihood, "likely");
    assert.equal(threat(analysis, "PumpSwap")?.risk.likelihood, "possible");
    assert.deepEqual([...plain.catalogue.scales.acceptable], ["low"]);
    assert.deepEqual([...analysis.catalogue.scales.acceptable], ["low", "medium"]);
  });
});
