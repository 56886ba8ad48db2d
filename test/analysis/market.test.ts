// Holds what is found about incidents and trends: classification, reporting times, causes, contradictions, and what is counted.
import assert from "node:assert/strict";
import { dueOf } from "../../server/src/analysis/incidents.ts";
import { overviews } from "../../server/src/analysis/overview.ts";
import { type Trend, trendOf } from "../../server/src/analysis/trend.ts";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { analyseText } from "../support/models.ts";

const plant = `import "ward:medical"
system S "S" { regulation: MDR  environment: hospital }
boundary Net : HospitalNetwork {
  device Pump : InfusionPump { interface Lan : Ethernet { port: 443/tcp  direction: inbound } process Main : EmbeddedSoftware }
  device Desk : Server { process App : Application }
}
flow Order Net.Desk.App -> Net.Pump.Main { via: Net.Pump.Lan  carries: Dose  protocol: HTTPS  commands: yes }
data Dose : TherapyCommand
`;
const codes = [
  "incident-without-threat",
  "unclassified-incident",
  "late-incident-report",
  "uncoded-incident",
  "inconsistent-incident",
  "invalid-trend",
  "significant-trend",
];

/** The findings of a market model as `code severity: message`. */
function found(text: string, day = "2026-06-30"): string[] {
  return analyseText(plant + text, day)
    .diagnostics.filter(({ code, severity }) => codes.includes(code) || (severity === "error" && /name|property|value/.test(code)))
    .map(({ code, severity, message }) => `${code} ${severity}: ${message}`);
}

const sound = "codes: A1105 cause: NetworkFlooding on: Net.Pump";

describe("incidents", () => {
  it("that say all are quiet, serious or not", () => {
    assert.deepEqual(
      found(`incident A { aware: 2026-05-01 serious: no ${sound} }
incident B { aware: 2026-05-01 serious: yes reporting: other-serious reported: 2026-05-16 ${sound} }`),
      [],
    );
  });

  for (const [word, days, last] of [
    ["public-health-threat", 2, "2026-03-01"],
    ["death-or-unanticipated", 10, "2026-03-09"],
    ["other-serious", 15, "2026-03-14"],
  ] as const) {
    const incident = (more: string): string => `incident A { aware: 2026-02-27 serious: yes reporting: ${word} ${more} ${sound} }`;
    it(`${word}: the last day is day ${days}, over the end of February`, () => {
      assert.deepEqual(found(incident(""), last), []);
      const [late] = found(incident(""), "2026-03-15");
      assert.equal(
        late,
        `late-incident-report error: incident \`A\` had to be reported by ${last}, ${days} days after it became known, and no report is stated`,
      );
      assert.deepEqual(found(incident(`reported: ${last}`)), []);
    });
  }

  it("a leap day counts", () => {
    const { model } = analyseText(`${plant}incident A { aware: 2028-02-28 serious: yes reporting: public-health-threat }`);
    const [incident] = model.of("incident");
    assert.ok(incident);
    assert.deepEqual(dueOf(model, incident), { days: 2, last: "2028-03-01" });
  });

  it("reported late are told until the reason is given", () => {
    const late = (more: string): string[] =>
      found(`incident A { aware: 2026-03-01 serious: yes reporting: death-or-unanticipated reported: 2026-03-12 ${more} ${sound} }`);
    assert.deepEqual(late(""), [
      "late-incident-report warning: incident `A` was reported on 2026-03-12, 1 day after the last day (2026-03-11)",
    ]);
    assert.deepEqual(late('late-because: "Classified anew after the autopsy"'), []);
  });

  it("serious ones without a time are told, and are late after the longest", () => {
    const text = `incident A { aware: 2026-03-01 serious: yes ${sound} }`;
    assert.deepEqual(
      found(text, "2026-03-16").map((one) => one.split(" ")[0]),
      ["unclassified-incident"],
    );
    assert.deepEqual(
      found(text, "2026-03-17").map((one) => one.split(" ")[0]),
      ["unclassified-incident", "late-incident-report"],
    );
  });

  it("ones that are not serious are never late", () => {
    assert.deepEqual(found(`incident A { aware: 2001-01-01 serious: no ${sound} }`), []);
  });

  it("without code are told, louder when serious", () => {
    const text = (serious: string): string => `incident A { aware: 2026-06-29 serious: ${serious} cause: NetworkFlooding on: Net.Pump }`;
    assert.match(found(text("no"))[0] ?? "", /^uncoded-incident info/);
    assert.match(found(text("yes reporting: other-serious"))[0] ?? "", /^uncoded-incident warning/);
  });

  it("have a cause among the threats of the model, where they happened", () => {
    const cause = (more: string): string[] => found(`incident A { aware: 2026-06-01 serious: no codes: A1105 ${more} }`);
    assert.deepEqual(cause(""), ["incident-without-threat warning: incident `A` names no threat as its cause"]);
    assert.deepEqual(cause("cause: NetworkFlooding"), []);
    assert.deepEqual(cause("cause: NetworkFlooding on: Net"), []);
    assert.deepEqual(cause("cause: NetworkFlooding on: S"), []);
    assert.deepEqual(cause("cause: NetworkFlooding on: Net.Desk"), [
      "incident-without-threat warning: incident `A` is led back to `NetworkFlooding`, and that applies not where it happened (`Net.Desk`)",
    ]);
    assert.deepEqual(cause("cause: TagCloning"), [
      "incident-without-threat warning: incident `A` is led back to `TagCloning`, and that applies nowhere in this model",
    ]);
    assert.match(cause("cause: Nonsense")[0] ?? "", /^unknown-name error/);
  });

  it("a threat on a flow or on data is found by the flow's ends, its data and its interface", () => {
    const analysis = analyseText(plant);
    const onFlow = analysis.threats.find(({ element }) => element.name === "Order");
    assert.ok(onFlow, "the model has a threat on the flow");
    for (const place of ["Order", "Dose", "Net.Pump.Main", "Net.Pump", "Net.Pump.Lan", "Net.Desk", "Net"])
      assert.deepEqual(
        found(`incident A { aware: 2026-06-01 serious: no codes: A1105 cause: ${onFlow.threat.entity.name} on: ${place} }`),
        [],
        place,
      );
  });

  it("contradict themselves in nothing that matters", () => {
    const says = (more: string): string[] =>
      found(`incident A { ${more} ${sound} }`).map((one) => one.replace(/^(\S+) \S+ incident `A` /, "$1: "));
    assert.deepEqual(says("aware: 2026-06-01 serious: no health-impact: temporary-deterioration"), [
      "inconsistent-incident: is called not serious, but its `health-impact` is `temporary-deterioration`",
    ]);
    assert.deepEqual(says("aware: 2026-06-01 serious: no possible-impact: death"), [
      "inconsistent-incident: is called not serious, but its `possible-impact` is `death`",
    ]);
    assert.deepEqual(says("aware: 2026-06-01 serious: no health-impact: minor possible-impact: minor"), []);
    assert.deepEqual(says("aware: 2026-06-01 serious: no reporting: other-serious"), [
      "inconsistent-incident: is called not serious, but has the reporting time of a serious one",
    ]);
    assert.deepEqual(says("aware: 2026-06-20 serious: yes reporting: other-serious health-impact: death"), [
      "inconsistent-incident: led to death, which is reported within 10 days, not 15",
    ]);
    assert.deepEqual(says("aware: 2026-06-29 serious: yes reporting: public-health-threat health-impact: death"), []);
    assert.deepEqual(says("aware: 2026-06-01 occurred: 2026-06-02 serious: no"), [
      "inconsistent-incident: became known on 2026-06-01, before it occurred on 2026-06-02",
    ]);
    assert.deepEqual(says("aware: 2026-06-20 serious: yes reporting: other-serious reported: 2026-06-19"), [
      "inconsistent-incident: was reported on 2026-06-19, before anybody was aware of it on 2026-06-20",
    ]);
  });

  it("show that a dismissed threat exists", () => {
    const text = `incident A { aware: 2026-06-01 serious: no ${sound} }\ndismiss NetworkFlooding on Net.Pump { reason: "Not here" }`;
    assert.deepEqual(found(text), [
      "inconsistent-incident warning: incident `A` made `NetworkFlooding@Net.Pump` real, and a decision says that this threat does not exist",
    ]);
  });

  it("are explained by what happened and what became real", () => {
    const text = `incident A { aware: 2026-06-01 serious: no what: "A scan" ${sound} }`;
    const [overview] = overviews(analyseText(plant + text), "A");
    assert.equal(overview?.explain, "A scan");
    assert.deepEqual(
      overview?.threats.map(({ id }) => id),
      ["NetworkFlooding@Net.Pump"],
    );
  });

  it("at the end of the calendar do not throw", () => {
    assert.deepEqual(found(`incident A { aware: 9999-12-30 serious: yes reporting: other-serious ${sound} }`), []);
  });
});

const periods = "from: 2026-01-01 to: 2026-06-30 baseline-from: 2025-07-01 baseline-to: 2025-12-31 exposure: 100 baseline-exposure: 100";

function trend(text: string): Trend {
  const analysis: Analysis = analyseText(`${plant}${text}`);
  const [entity] = analysis.model.of("trend");
  assert.ok(entity);
  const worked = trendOf(analysis.facts, entity);
  assert.ok(worked);
  return worked;
}

const happened = (name: string, day: string, more = ""): string =>
  `incident ${name} { occurred: ${day} aware: 2026-08-01 serious: no ${more} }\n`;

describe("trends", () => {
  it("count incidents that are not serious, on the first and last day too, by the day they occurred or else became known", () => {
    const { baseline, observation } = trend(
      `trend T { ${periods} }
${happened("A", "2025-06-30")}${happened("B", "2025-07-01")}${happened("C", "2025-12-31")}${happened("D", "2026-01-01")}${happened("E", "2026-06-30")}${happened("F", "2026-07-01")}
incident G { aware: 2026-03-03 serious: no }
incident H { aware: 2026-03-03 serious: yes }`,
    );
    const names = ({ incidents }: Trend["baseline"]): string[] => incidents.map(({ name }) => name);
    assert.deepEqual(names(baseline), ["B", "C"]);
    assert.deepEqual(names(observation), ["D", "E", "G"]);
  });

  it("count only incidents with their codes or more precise ones", () => {
    const { observation } = trend(
      `trend T { ${periods} codes: A1105 }
code Own : A110502 { annex: own }
${happened("A", "2026-02-01", "codes: A1105")}${happened("B", "2026-02-01", "codes: D01, A110501")}${happened("C", "2026-02-01", "codes: Own")}${happened("D", "2026-02-01", "codes: A11")}${happened("E", "2026-02-01", "codes: C1007")}${happened("F", "2026-02-01")}`,
    );
    assert.deepEqual(
      observation.incidents.map(({ name }) => name),
      ["A", "B", "C"],
    );
  });

  it("say risen, not shown, or too few", () => {
    const verdict = (before: number, after: number): string =>
      trend(`trend T { ${periods} baseline-counted: ${before} counted: ${after} }`).frequency.verdict;
    // Halves: of four even 4 and 0 has the probability 1/16; of five 5 and 0 has 1/32.
    assert.equal(verdict(0, 4), "too-few");
    assert.equal(verdict(0, 5), "risen");
    assert.equal(verdict(5, 0), "not-shown");
    // P(X >= 9 of 12) = 299/4096 = 0.073, P(X >= 10) = 79/4096 = 0.019
    assert.equal(verdict(3, 9), "not-shown");
    assert.equal(verdict(2, 10), "risen");
    assert.equal(verdict(0, 0), "too-few");
  });

  it("compare severity by the incidents that state it, and only where all are in the model", () => {
    const many = (count: number, day: string, impact: string): string =>
      Array.from({ length: count }, (_, index) =>
        happened(`X${day.replaceAll("-", "")}${impact}${index}`, day, `health-impact: ${impact}`),
      ).join("");
    const incidents = many(6, "2025-08-01", "none") + many(1, "2026-02-01", "none") + many(5, "2026-02-02", "minor");
    const graver = trend(`trend T { ${periods} }\n${incidents}${happened("U", "2026-02-03")}`);
    // All five that harmed are among the six later ones of twelve: C(7,1) / C(12,6) = 7/924
    assert.ok(Math.abs(graver.severity.p - 7 / 924) < 1e-12);
    assert.equal(graver.severity.verdict, "risen");
    assert.deepEqual(
      graver.ungraded.map(({ name }) => name),
      ["U"],
    );
    assert.equal(trend(`trend T { ${periods} counted: 40 }\n${incidents}`).severity.verdict, "not-computed");
    assert.equal(trend(`trend T { ${periods} }`).severity.verdict, "too-few");
  });

  it("take another level of significance", () => {
    const at = (level: string): string =>
      trend(`trend T { ${periods} significance: ${level} baseline-counted: 3 counted: 9 }`).frequency.verdict;
    assert.equal(at("0.07"), "not-shown");
    assert.equal(at("0.08"), "risen");
  });

  it("that rose ask for a conclusion", () => {
    assert.deepEqual(found(`trend T { ${periods} baseline-counted: 2 counted: 10 }`), [
      "significant-trend warning: trend `T`: incidents have become significantly more frequent (p = 0.0193), and it states no conclusion",
    ]);
    assert.deepEqual(found(`trend T { ${periods} baseline-counted: 2 counted: 10 conclusion: "Reported" }`), []);
    assert.deepEqual(found(`trend T { ${periods} baseline-counted: 0 counted: 4 }`), []);
  });

  it("with wrong periods and numbers are told, each at its place, and not worked out", () => {
    const wrong = (from: string, to: string): string[] =>
      found(`trend T { ${periods.replace(from, to)} }`).map((one) => one.replace(/^\S+ \S+ trend `T` cannot be worked out: /, ""));
    assert.deepEqual(wrong("to: 2026-06-30", "to: 2025-12-31"), ["its observation period ends before it begins"]);
    assert.deepEqual(wrong("baseline-to: 2025-12-31", "baseline-to: 2025-06-30"), ["its earlier period ends before it begins"]);
    assert.deepEqual(wrong("baseline-to: 2025-12-31", "baseline-to: 2026-01-01"), [
      "its observation period begins before the earlier one has ended",
    ]);
    assert.deepEqual(wrong(" exposure: 100", " exposure: 0"), ["its `exposure` is no amount of use above 0"]);
    assert.deepEqual(wrong(" exposure: 100", ` exposure: ${"9".repeat(400)}`), ["its `exposure` is no amount of use above 0"]);
    assert.deepEqual(wrong(" exposure: 100", " exposure: 100 counted: 2.5"), ["its `counted` is no whole number of incidents"]);
    assert.deepEqual(wrong(" exposure: 100", " exposure: 100 counted: 99999999999"), ["its `counted` is no whole number of incidents"]);
    assert.deepEqual(wrong(" exposure: 100", " exposure: 100 significance: 0.5"), ["its `significance` is not between 0.000001 and 0.5"]);
    assert.deepEqual(wrong(" exposure: 100", " exposure: 100 significance: 0"), ["its `significance` is not between 0.000001 and 0.5"]);
  });

  it("without a period are told once, as any declaration is", () => {
    assert.deepEqual(
      found("trend T { from: 2026-01-01 }").map((one) => one.split(" ")[0]),
      ["missing-property", "missing-property", "missing-property", "missing-property", "missing-property"],
    );
  });
});
