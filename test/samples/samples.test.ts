// The samples as a reviewer reads them: what their READMEs say is open is open, nothing else is, and they keep to size and layout.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { format } from "../../grammar/print.ts";
import type { ThreatInstance } from "../../server/src/analysis/types.ts";
import { sizeOf } from "../../server/src/cli/summary.ts";
import { check } from "../../server/src/workspace/check.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { today } from "../support/models.ts";
import { loadSample, samples } from "../support/samples.ts";

const readmeOf = (sample: string): string => readFileSync(new URL(`../../samples/${sample}/README.md`, import.meta.url), "utf8");

/** The text below a heading of a page, up to the next one. */
function section(page: string, heading: string): string {
  const [, rest = assert.fail(`no section "${heading}"`)] = page.split(`\n## ${heading}\n`);
  return rest.split("\n## ")[0] ?? rest;
}

/**
 * The instances that the list of a README names, with their states. An item begins with ids; a state in parentheses speaks for the ids
 * before it, and what has none is open.
 */
function namedIn(list: string): Map<string, string> {
  const named = new Map<string, string>();
  for (const item of list.split(/^- /m).slice(1)) {
    const [head = ""] = item.split(":");
    const pending: string[] = [];
    for (const [, id, state] of head.matchAll(/`(\w+@[\w.]+)`|\(([a-z]+)[^)]*\)/g)) {
      if (id !== undefined) {
        pending.push(id);
        named.set(id, "open");
      } else for (const one of pending.splice(0)) named.set(one, state ?? "");
    }
  }
  return named;
}

const unmitigated = (threats: readonly ThreatInstance[]): Map<string, string> =>
  new Map(threats.filter(({ state }) => state !== "mitigated").map(({ id, state }) => [id, state]));

const sorted = (named: ReadonlyMap<string, string>): string[] => [...named].map(([id, state]) => `${id} (${state})`).sort();

describe("samples", () => {
  it("there are at least five", () => assert.ok(samples.length >= 5, samples.join()));

  for (const sample of samples) {
    describe(sample, () => {
      const loaded = loadSample(sample);
      const { models, diagnostics } = check(loaded, today, noSettings);
      const { threats, requirements } = models[0]?.analysis ?? assert.fail();
      const readme = readmeOf(sample);

      it("its README lists what is not mitigated, with its state, and nothing else", () => {
        assert.deepEqual(sorted(namedIn(section(readme, "What is honestly open"))), sorted(unmitigated(threats)));
      });

      it("every instance that its README speaks of exists", () => {
        const known = new Set([...threats, ...requirements].map(({ id }) => id));
        const spoken = [...readme.matchAll(/\b[A-Z]\w+@[\w.]*\w/g)].map(([id]) => id);
        assert.deepEqual(
          spoken.filter((id) => !known.has(id)),
          [],
        );
      });

      it("its README says what to look at, and every finding is one that it lists", () => {
        assert.ok(section(readme, "What an auditor should look at").length > 300);
        const open = section(readme, "What is honestly open");
        for (const { code, severity, id, message } of diagnostics) {
          assert.notEqual(severity, "error", message);
          const about = code === "single-layer" ? code : code === "unpublished-assumption" ? /`(\w+)`/.exec(message)?.[1] : id;
          assert.ok(about !== undefined && open.includes(`\`${about}\``), `${code}: ${message}`);
        }
      });

      it("every requirement on the environment is considered", () => {
        assert.ok(requirements.length > 10);
        assert.deepEqual(
          requirements.filter(({ state }) => state === "missing").map(({ id }) => id),
          [],
        );
      });

      it("it has 40 to 120 elements, and at most eight instances for each", () => {
        const { elements, flows } = sizeOf(models);
        assert.ok(elements >= 40 && elements + flows <= 120, `${elements} elements and ${flows} flows`);
        assert.ok(threats.length <= 8 * elements, `${threats.length} instances on ${elements} elements`);
      });

      it("its files are formatted", () => {
        for (const { path, origin, tree } of loaded.files.values())
          if (origin !== "catalogue") assert.equal(format(tree.text), tree.text, path);
      });
    });
  }
});

describe("the list of a README", () => {
  it("is read with a state for each instance", () => {
    const list =
      "\n- `A@X`, `B@X.Y`: why (or not), `C@X` too.\n- `D@X` (accepted until 2028), `E@X`\n  (planned): because.\n- `Name` is missing.\n";
    assert.deepEqual([...namedIn(list)], Object.entries({ "A@X": "open", "B@X.Y": "open", "D@X": "accepted", "E@X": "planned" }));
  });
});
