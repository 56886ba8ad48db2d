// Holds the check of CVSS vectors to the metrics of the specifications, and their scores to the specifications' own examples.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import fc from "fast-check";
import { scoreOf } from "../../server/src/cvss/score.ts";
import { ratingOf, vectorProblem } from "../../server/src/cvss/vector.ts";
import { build, program } from "../cli/ward.ts";

/** Vectors with the scores that FIRST gives: CVSS v3.1 Examples, and CVSS v4.0 Examples and Specification Document. */
const examples: readonly (readonly [about: string, vector: string, score: number, severity: string])[] = [
  ["CVE-2013-1937, phpMyAdmin reflected XSS", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1, "medium"],
  ["CVE-2013-0375, MySQL stored SQL injection", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4, "medium"],
  ["CVE-2014-3566, POODLE", "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 3.1, "low"],
  ["CVE-2012-1516, VMware guest to host", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", 9.9, "critical"],
  ["CVE-2012-0384, Cisco IOS command authorisation", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", 8.8, "high"],
  ["CVE-2015-1098, iWork file", "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.8, "high"],
  ["CVE-2014-0160, Heartbleed", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", 7.5, "high"],
  ["CVE-2014-6271, Shellshock", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8, "critical"],
  ["CVE-2008-1447, DNS Kaminsky", "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N", 6.8, "medium"],
  ["CVE-2014-2005, lock screen bypass", "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 6.8, "medium"],
  ["CVE-2010-0467, directory traversal", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:N/A:N", 5.8, "medium"],
  ["CVE-2012-1342, Cisco access control bypass", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:L/A:N", 5.8, "medium"],
  ["CVE-2013-6014, Juniper proxy ARP", "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H", 9.3, "critical"],
  ["CVE-2014-9253, DokuWiki", "CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N", 5.4, "medium"],
  ["CVE-2009-0658, Adobe Acrobat", "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 7.8, "high"],
  ["CVE-2011-1265, Bluetooth", "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 8.8, "high"],
  ["nothing is lost", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0, "none"],
  ["the metrics in another order", "CVSS:3.1/S:U/AV:N/AC:L/PR:N/UI:N/C:N/I:N/A:H", 7.5, "high"],
  ["CVE-2022-41741, NGINX module", "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 7.3, "high"],
  ["CVE-2020-3549, hash theft", "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 7.7, "high"],
  ["CVE-2020-3549, with a proof of concept", "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U", 5.2, "medium"],
  ["CVE-2021-44228, Log4Shell", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:A", 10, "critical"],
  ["CVE-2023-3089", "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N", 8.3, "high"],
  ["CVE-2014-0160, Heartbleed", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:A", 8.7, "high"],
  ["all at its worst", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 9.3, "critical"],
  ["nothing is lost", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", 0, "none"],
  // Where plain arithmetic on binary fractions falls just below the half: 5.65 rounds up.
  ["a tie", "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:A/VC:N/VI:L/VA:H/SC:L/SI:L/SA:L", 5.7, "medium"],
];

const base31 = "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
const base40 = "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

const wrong: readonly (readonly [about: string, vector: string, metric: string | undefined, words: string])[] = [
  ["nothing", "", undefined, "version"],
  ["no version", base31, undefined, "version"],
  ["version 2", "AV:N/AC:L/Au:N/C:N/I:N/A:C", undefined, "version"],
  ["version 3.0", `CVSS:3.0/${base31}`, undefined, "v3.0"],
  ["a value that the metric has not", `CVSS:3.1/${base31.replace("PR:N", "PR:X")}`, "PR", "`PR` cannot be `X`"],
  ["a metric of the other version", `CVSS:3.1/${base31}/AT:N`, "AT", "no metric `AT`"],
  ["a metric without value", "CVSS:3.1/AV", "AV", "no value"],
  ["a value of two parts", `CVSS:3.1/${base31.replace("S:U", "S:U:C")}`, "S", "`U:C`"],
  ["a metric twice", `CVSS:3.1/${base31}/A:H`, "A", "twice"],
  ["a metric missing", `CVSS:3.1/${base31.replace("/UI:N", "")}`, "UI", "`UI` is missing"],
  ["lower case", `CVSS:4.0/${base40.replace("AC:L", "ac:l")}`, "ac", "no metric `ac`"],
  ["metrics of v4.0 in another order", `CVSS:4.0/${base40.replace("AV:N/AC:L", "AC:L/AV:N")}`, "AV", "after `AC`"],
  ["an end too many", `CVSS:4.0/${base40}/`, undefined, "empty"],
  ["a name of every object", `CVSS:3.1/constructor:N/${base31}`, "constructor", "no metric"],
];

describe("CVSS", () => {
  for (const [about, vector, score, severity] of examples)
    it(`${vector.slice(5, 8)} ${about} is ${score}`, () => {
      assert.equal(vectorProblem(vector), undefined);
      assert.deepEqual(scoreOf(vector), { version: vector.slice(5, 8), score, severity });
    });

  for (const [about, vector, metric, words] of wrong)
    it(`says what is wrong: ${about}`, () => {
      const problem = vectorProblem(vector);
      assert.ok(problem);
      assert.equal(problem.metric, metric);
      assert.ok(problem.problem.includes(words), problem.problem);
      assert.notEqual(problem.help, "");
      assert.equal(scoreOf(vector), undefined);
    });

  it("gives the order that v4.0 asks for", () => {
    const problem = vectorProblem(`CVSS:4.0/${base40.replace("AV:N/AC:L", "AC:L/AV:N")}`);
    assert.ok(problem?.help.endsWith(`CVSS:4.0/${base40}`), problem?.help);
  });

  it("scores alike as it is built, where the descriptions of metrics are taken out", () => {
    build();
    const built: { scoreOf: typeof scoreOf } = createRequire(import.meta.url)(path.join(path.dirname(program), "ward-cvss.cjs"));
    for (const [, vector, score, severity] of examples)
      assert.deepEqual(built.scoreOf(vector), { version: vector.slice(5, 8), score, severity });
  });

  it("rates scores as the specification does", () => {
    assert.deepEqual([0, 0.1, 3.9, 4, 6.9, 7, 8.9, 9, 10].map(ratingOf), [
      ...["none", "low", "low", "medium", "medium", "high", "high", "critical", "critical"],
    ]);
  });

  it("never throws, and scores whatever it finds right", () => {
    const part = fc.stringMatching(/^(AV|AC|AT|PR|UI|S|C|I|A|VC|E|MAV|U|__proto__):?[NALPHXUCR]{0,2}$/);
    const vectors = fc.tuple(fc.constantFrom("CVSS:3.1/", "CVSS:4.0/", ""), fc.array(part, { maxLength: 30 }));
    fc.assert(
      fc.property(vectors, ([head, parts]) => {
        const vector = head + parts.join("/");
        assert.equal(scoreOf(vector) === undefined, vectorProblem(vector) !== undefined);
      }),
    );
  });

  it("takes a hostile vector without delay", () => {
    assert.ok(vectorProblem(`CVSS:4.0/${"AV:N/".repeat(200_000)}`)?.problem.includes("longer"));
  });
});
