// Holds that every item of every list is said or marked as to be written, and that one can walk between it and the model.
import assert from "node:assert/strict";
import { fillingOf, items } from "../../server/src/analysis/documents/index.ts";
import { itemTexts } from "../../server/src/report/texts/items.ts";
import type { ReportDocument } from "../../server/src/report/types.ts";
import { analyseText } from "../support/models.ts";
import { allDocuments, completeText, sectionsOf } from "./complete.ts";
import { mayBeAway, without } from "./without.ts";

describe("items of the lists", () => {
  const complete = analyseText(completeText());

  it("are those of the guidance: 17, 12 and 12", () => {
    const count = (list: string): number => items.filter((item) => item.list === list).length;
    assert.deepEqual([count("instructions"), count("accompanying"), count("provider")], [17, 12, 12]);
    assert.equal(new Set(items.map(({ id }) => id)).size, 41);
  });

  it("have texts, the English title being the same everywhere", () => {
    for (const item of items) {
      assert.equal(itemTexts[item.id]?.title.en, item.title);
      assert.ok(!item.applies || itemTexts[item.id]?.none || item.told, `${item.id} says nothing where it does not apply`);
    }
    assert.equal(Object.keys(itemTexts).length, items.length);
  });

  it("are all filled in a complete model", () => {
    const open = items.map((item) => fillingOf(complete, item)).filter(({ state }) => state !== "filled");
    assert.deepEqual(
      open.map(({ item, state }) => `${item.id} ${state}`),
      [],
    );
  });

  it("are reported by the check only where the system names the document", () => {
    const found = (text: string): string[] =>
      analyseText(text).diagnostics.flatMap(({ code, id = "" }) => (code === "unfilled-item" ? [id] : []));
    assert.deepEqual(found(completeText()), []);
    const bare = (documents: string): string =>
      `import "ward:medical"\nsystem S { regulation: MDR environment: home ${documents} }\ndevice D : InfusionPump { }`;
    assert.deepEqual(found(bare("")), []);
    assert.ok(found(bare("documents: instructions")).includes("Installation"));
    assert.ok(!found(bare("documents: instructions")).includes("PortsList"));
    assert.ok(found(bare("documents: provider")).includes("PortsList"));
  });

  it("are told once: the more precise finding stands, and several items that ask for one thing ask once", () => {
    const codes = (text: string): string[] =>
      analyseText(text).diagnostics.map(({ code, id }) => (code === "unfilled-item" ? `${code} ${id}` : code));
    const has = (text: string, ...wanted: string[]): boolean[] => wanted.map((one) => codes(text).includes(one));
    const all = "documents: instructions, administration, provider";
    const bare = `import "ward:medical"\nsystem S { regulation: MDR environment: home ${all} }\ndevice D : InfusionPump { essential-function: "f" process P }`;
    assert.deepEqual(has(bare, "missing-fail-safe", "unfilled-item FailsafeProcedures", "unfilled-item CriticalFunctionProtection"), [
      true,
      false,
      false,
    ]);
    const safe = bare.replace('"f"', '"f" fail-safe: "stops"');
    assert.deepEqual(has(safe, "missing-fail-safe", "unfilled-item FailsafeProcedures", "unfilled-item CriticalFunctionProtection"), [
      false,
      true,
      false,
    ]);
    assert.deepEqual(has(bare, "missing-logging", "unfilled-item Logging", "unfilled-item ForensicEvidence"), [true, false, false]);
    const logged = `${bare}\nstore L : LogStore { }`;
    assert.deepEqual(has(logged, "missing-logging", "unfilled-item Logging"), [false, true]);
    assert.deepEqual(has(bare, "missing-component-list", "unfilled-item SoftwareBillOfMaterials"), [true, false]);
    const unversioned = `${bare}\ncomponent C : OperatingSystem { part-of: D }`;
    assert.deepEqual(has(unversioned, "missing-component-list", "unfilled-item SoftwareBillOfMaterials"), [false, true]);
    const unpublished = `${bare}\nassumption A "a" : AntiMalware { about: D }`;
    assert.deepEqual(has(unpublished, "unpublished-assumption", "unfilled-item EnvironmentAssumptions"), [true, false]);
    for (const [first, ...same] of [
      ["BackupRestore", "BackupRestoreProcedures", "ConfigurationRecovery"],
      ["SecurityConfigurationOptions", "SecureConfiguration"],
      ["AlertActionPlan", "AnomalyAnnouncement"],
    ]) {
      assert.deepEqual(has(bare, `unfilled-item ${first}`), [true], first);
      for (const one of same) assert.deepEqual(has(bare, `unfilled-item ${one}`), [false], one);
    }
  });

  it("the first configuration is said without an empty table of controls", () => {
    const text = completeText().replaceAll(/ForcedPasswordChange|UniqueCredentials/g, "PersonAuthentication");
    const [section] = allDocuments(analyseText(text))
      .flatMap(sectionsOf)
      .filter(({ item }) => item?.id === "InitialConfiguration");
    assert.ok(section && section.blocks.length > 0);
    assert.ok(!JSON.stringify(section.blocks).includes("None."));
  });

  it("are filled by declarations that exist, and serve clauses that exist", () => {
    const clauses = new Set(complete.model.of("clause").map(({ name }) => name));
    for (const item of items) for (const clause of item.clauses) assert.ok(clauses.has(clause), `${item.id}: ${clause}`);
  });

  it("lead to declarations and back", () => {
    for (const document of allDocuments(complete)) walk(document);
  });

  for (const item of items) {
    it(`${item.id} is marked when it is taken away`, () => {
      const pattern = without[item.id];
      assert.ok(pattern, "the test knows nothing to take away");
      const text = completeText().replace(pattern, "");
      assert.notEqual(text, completeText());
      const analysis = analyseText(text);
      const { state } = fillingOf(analysis, item);
      // The check says so as well; items that ask for the same are told once, and some by findings of their own.
      const fills = items
        .filter((one) => one === item || (item.matter !== undefined && one.matter === item.matter))
        .map(({ fill }) => fill);
      const findings = analysis.diagnostics.filter(({ code, help = "" }) => code === "unfilled-item" && fills.includes(help));
      const toldBy: readonly string[] = item.toldBy ?? [];
      const others = analysis.diagnostics.filter(({ code }) => toldBy.includes(code));
      if (item.told || mayBeAway.has(item.id)) assert.equal(findings.length, 0);
      else if (findings.length === 0) assert.ok(others.length > 0, "nothing tells of it");
      else assert.equal(findings.length, 1);
      if (mayBeAway.has(item.id)) assert.equal(state, "inapplicable");
      else assert.ok(state === "missing" || state === "partial", state);
      for (const document of allDocuments(analysis)) {
        const section = sectionsOf(document).find((one) => one.item?.id === item.id);
        if (!section) continue;
        const isMarked = section.blocks.some((block) => block.type === "gap" && block.gap.item === item.id);
        assert.equal(isMarked, !mayBeAway.has(item.id));
        assert.equal(
          document.gaps.some((gap) => gap.item === item.id),
          isMarked,
        );
        if (!isMarked) assert.equal(section.blocks.length, 1);
      }
    });
  }
});

/** Every row and section names declarations that the index leads back from, and the other way round. */
function walk(document: ReportDocument): void {
  const places = placesOf(document);
  const index = new Map(document.declarations.map((one) => [one.key, one]));
  assert.equal(index.size, document.declarations.length);
  for (const [anchor, keys] of places) {
    for (const key of keys)
      assert.ok(
        index.get(key)?.usedIn.some((use) => use.anchor === anchor),
        `${document.kind}: ${key} does not lead back to ${anchor}`,
      );
  }
  for (const { key, usedIn } of document.declarations) {
    assert.ok(usedIn.length > 0);
    for (const { anchor } of usedIn) assert.ok(places.get(anchor)?.has(key), `${document.kind}: ${anchor} does not name ${key}`);
  }
}

/** What each section and row was made from. */
function placesOf(document: ReportDocument): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  const add = (anchor: string, keys: readonly string[]): void => {
    places.set(anchor, new Set([...(places.get(anchor) ?? []), ...keys]));
  };
  for (const section of sectionsOf(document)) {
    add(section.anchor, section.declarations);
    for (const block of section.blocks) {
      if (block.type === "paragraph") add(section.anchor, block.declarations);
      if (block.type === "list") for (const one of block.items) add(section.anchor, one.declarations);
      if (block.type === "table") for (const row of block.rows) add(row.anchor, row.declarations);
    }
  }
  return places;
}
