// Holds the surveillance plan, the trend report and the descriptions of serious incidents: all is said or marked, numbers and pictures are right.
import assert from "node:assert/strict";
import { formats } from "../../server/src/report/index.ts";
import { incidentItems, planSlots } from "../../server/src/report/texts/market.ts";
import type { Block, Chart, Language, ReportDocument } from "../../server/src/report/types.ts";
import { chartLines, chartSvg } from "../../server/src/report/write/chart.ts";
import { analyseText } from "../support/models.ts";
import { completeText, reporterOf, reportOf, sectionsOf } from "./complete.ts";

const bare = 'import "ward:medical"\nsystem S "Bare" { regulation: MDR environment: home }\ndevice D : InfusionPump { }\n';
const full = completeText().replace("environment: hospital", "environment: hospital support-ends: 2036-12-31");
const report = (kind: string, text: string, language: Language = "en", day = "2026-11-25"): ReportDocument =>
  reportOf(reporterOf(analyseText(text, day), language), kind);
const gaps = (kind: string, text: string): string[] => report(kind, text).gaps.map(({ item }) => item);

const blocksOf = (document: ReportDocument): Block[] => sectionsOf(document).flatMap(({ blocks }) => blocks);
const words = (document: ReportDocument): string =>
  blocksOf(document)
    .flatMap((block) => {
      if (block.type === "paragraph" || block.type === "note") return [block.content];
      if (block.type === "list") return block.items.map(({ content }) => content);
      return block.type === "table" ? block.rows.flatMap(({ cells }) => cells) : [];
    })
    .map((content) => content.map(({ text }) => text).join(""))
    .join("\n");
const charts = (document: ReportDocument): Chart[] => blocksOf(document).flatMap((block) => (block.type === "chart" ? [block.chart] : []));

/** A text without a property of the declaration whose line begins so. */
function without(declaration: string, property: string): string {
  const start = full.indexOf(`\n${declaration} `);
  assert.ok(start >= 0, declaration);
  const end = full.indexOf("\n}", start);
  const body = full.slice(start, end).replace(new RegExp(`^  ${property}: .*$`, "m"), "");
  assert.notEqual(body, full.slice(start, end), property);
  return full.slice(0, start) + body + full.slice(end);
}

describe("surveillance plan", () => {
  const slots = planSlots.map(({ id }) => id);

  it("marks all that a bare model lacks, and nothing in a complete one", () => {
    assert.deepEqual(gaps("pms", bare), [
      "PmsSources",
      "PmsAssessment",
      "PmsCommunication",
      "PmsCorrections",
      "PmsSupport",
      "PmsIndicators",
      ...slots,
      "PmsTrendMethod",
      "PmsTrendManagement",
      "PmsTrendPeriod",
    ]);
    assert.deepEqual(gaps("pms", full), []);
  });

  for (const { id, property } of [
    ...planSlots,
    { id: "PmsIndicators", property: "indicators" },
    { id: "PmsTrendManagement", property: "incidents" },
  ])
    it(`${id} is marked when \`${property}\` is taken away, and names what would fill it`, () => {
      const document = report("pms", without("surveillance", property));
      assert.deepEqual(
        document.gaps.map(({ item, fill }) => [item, fill]),
        [[id, `give \`surveillance\` its \`${property}\``]],
      );
    });

  it("is marked where a property is there and empty", () => {
    assert.deepEqual(gaps("pms", full.replace('tracing: "By serial number"', 'tracing: " "')), ["PmsTracing"]);
  });

  it("tells every statement of the plan, from each of several plans", () => {
    const text = words(report("pms", `${full}\nsurveillance More { tracing: "And by the operator's list" }`));
    for (const said of [
      "Security officer",
      "Advisories",
      "Weekly",
      "Two days",
      "SOP-2",
      "Each has a number.",
      "By mail",
      "SOP-3",
      "30 days",
      "PMCF plan 1",
    ])
      assert.ok(text.includes(said), said);
    assert.ok(text.includes("By serial number") && text.includes("And by the operator's list"));
  });
});

describe("trend report", () => {
  const periods =
    "from: 2026-01-01 to: 2026-06-30 baseline-from: 2025-07-01 baseline-to: 2025-12-31 exposure: 100000 baseline-exposure: 100000";

  it("marks method, management and period where the model has no trend", () => {
    assert.deepEqual(gaps("trend-report", bare), ["TrendMethod", "TrendManagement", "TrendPeriod"]);
    assert.deepEqual(gaps("trend-report", full), []);
    assert.deepEqual(gaps("trend-report", without("trend", "conclusion")), ["TrendConclusion"]);
    assert.deepEqual(gaps("trend-report", without("surveillance", "incidents")), ["TrendManagement"]);
  });

  it("says so where a trend cannot be worked out", () => {
    assert.deepEqual(gaps("trend-report", `${bare}trend T { ${periods.replace("exposure: 100000", "exposure: 0")} }`), [
      "TrendMethod",
      "TrendManagement",
      "TrendPeriod",
      "TrendPeriod",
    ]);
  });

  it("tells verdict, effect, limits and probability, as worked out by hand", () => {
    // Halves: P(X >= 9 of 12) = 299/4096 = 0.0730; the limits of 9/12 at 5 % each are 0.4727 and 0.9281, so the ratio lies from 0.896 to 12.9.
    const text = words(report("trend-report", `${bare}trend T { ${periods} baseline-counted: 3 counted: 9 }`));
    assert.ok(text.includes("Frequency: no significant rise (ratio of the rates 3, exact limits 0.896 to 12.9, p = 0.073)"), text);
    assert.ok(text.includes("9 incidents per 100\u00a0000 device-days"), text);
    assert.ok(text.includes("Severity: not computed"));
    const german = words(report("trend-report", `${bare}trend T { ${periods} baseline-counted: 3 counted: 9 }`, "de"));
    assert.ok(german.includes("Verhältnis der Raten 3, exakte Grenzen 0,896 bis 12,9, p = 0,073"), german);
  });

  it("never writes what is no number", () => {
    for (const [before, after] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [0, 1_000_000_000],
      [1_000_000_000, 0],
    ])
      for (const exposure of ["0.000001", "1", "999999999999999"]) {
        const document = report(
          "trend-report",
          `${bare}trend T { ${periods.replace(" exposure: 100000", ` exposure: ${exposure}`)} baseline-counted: ${before} counted: ${after} }`,
        );
        for (const format of ["html", "md", "csv", "json"] as const)
          assert.doesNotMatch(String(formats[format].write(document)), /NaN|undefined|Infinity|:null/, `${before} ${after} ${exposure}`);
      }
  });

  it("says that there are too few, and what was left out", () => {
    const text = words(report("trend-report", `${bare}trend T { ${periods} }\nincident I { aware: 2026-02-02 serious: no }`));
    assert.ok(text.includes("Frequency: too few incidents to tell (no incident before"), text);
    assert.ok(text.includes("they do not say what they did to anybody's health: I."), text);
    assert.ok(
      words(report("trend-report", `${bare}trend T { ${periods} }`)).includes("too few incidents to tell (no incident in either period)"),
    );
  });

  it("calls figures preliminary until the period is over", () => {
    const on = (day: string): string => words(report("trend-report", `${bare}trend T { ${periods} }`, "en", day));
    assert.ok(on("2026-06-29").includes("ends on 2026-06-30 only: these figures are preliminary"));
    assert.ok(!on("2026-06-30").includes("preliminary"));
  });

  it("lists counted incidents and the other ones that are not serious, each once", () => {
    const document = report(
      "trend-report",
      `${bare}trend T { ${periods} }\nincident In { aware: 2026-02-02 serious: no }\nincident Out { aware: 2024-02-02 serious: no }\nincident Grave { aware: 2026-02-02 serious: yes }`,
    );
    const tables = (document.sections.at(-1)?.blocks ?? []).flatMap((block) => (block.type === "table" ? [block] : []));
    assert.deepEqual(
      tables.map(({ rows }) => rows.map(({ declarations }) => declarations[0])),
      [["incident In"], ["incident Out"]],
    );
  });

  it("names the article of the system's regulation, and what the IVDR asks besides", () => {
    const of = (regulation: string): ReportDocument =>
      report("trend-report", full.replace(/regulation: \w+(, \w+)*/, `regulation: ${regulation}`));
    assert.deepEqual(of("MDR").sections[1]?.item?.clauses, ["MDR 88"]);
    assert.deepEqual(of("IVDR").sections[1]?.item?.clauses, ["IVDR 83"]);
    assert.ok(words(of("IVDR")).includes("erroneous results"));
    assert.ok(!words(of("MDR")).includes("erroneous results"));
  });

  it("plots rates with limits, and months; over centuries there are not more bars than one can read", () => {
    const [rates, months] = charts(report("trend-report", full));
    assert.deepEqual(
      rates?.bars.map(({ label, group }) => [label, group]),
      [
        ["2025-07-01 – 2025-12-31", 0],
        ["2026-01-01 – 2026-06-30", 1],
      ],
    );
    assert.deepEqual(
      months?.bars.map(({ label, value }) => `${label} ${value}`).filter((bar) => !bar.endsWith(" 0")),
      ["2026-01 1"],
    );
    assert.equal(months?.bars.length, 12);
    const long = full.replace("baseline-from: 2025-07-01", "baseline-from: 0001-01-01");
    const [, centuries] = charts(report("trend-report", long));
    assert.ok((centuries?.bars.length ?? 99) <= 40);
    assert.equal(
      centuries?.bars.reduce((sum, { value }) => sum + value, 0),
      1,
    );
  });

  it("stands in HTML as a picture with a text beside it, in Markdown as lines", () => {
    const document = report("trend-report", full);
    const html = formats.html.write(document);
    assert.equal(html.match(/<svg /g)?.length, 2);
    assert.match(html, /<svg [^>]*role="img" aria-label="Rate of the earlier period 0, of the observation period 0.4\./);
    assert.match(formats.md.write(document), /```text\n2025-07-01 – 2025-12-31 .*\n2026-01-01 – 2026-06-30 {2}█+ /);
  });
});

describe("charts", () => {
  const chart = (value: number, label = "<x>"): Chart => ({
    caption: "C",
    says: 'S "<',
    axis: "a & b",
    groups: ["<g>"],
    bars: [{ label, value, limits: { low: 0, high: Number.POSITIVE_INFINITY }, group: 0 }],
  });
  const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

  it("hold no markup of what they name, and only numbers", () => {
    for (const value of [0, 1e-12, 0.3, 7, 99, 1e9]) {
      const svg = chartSvg(chart(value), escaped);
      assert.doesNotMatch(svg, /NaN|Infinity|<x>|<g>/);
      for (const [, height = ""] of svg.matchAll(/ height="([^"]+)"/g)) assert.ok(Number(height) >= 0, height);
    }
    assert.doesNotMatch(chartLines(chart(1, "```")).join(), /`/);
  });

  it("the highest bar ends below the top of the axis, whose end is a round number", () => {
    const ends = [0.3, 1, 1.5, 3, 4.5, 7, 99].map((value) => {
      const svg = chartSvg({ ...chart(value), bars: [{ label: "x", value, group: 0 }] }, escaped);
      return Number([...svg.matchAll(/text-anchor="end"[^>]*>([^<]+)</g)].at(-1)?.[1]);
    });
    assert.deepEqual(ends, [0.4, 1, 2, 4, 5, 8, 100]);
  });
});

describe("descriptions of serious incidents", () => {
  it("say that there is none", () => {
    const document = report("serious-incident", bare);
    assert.deepEqual(document.gaps, []);
    assert.ok(words(document).includes("no serious incident"));
  });

  it("have a section for each serious incident, and list the others", () => {
    const document = report("serious-incident", full);
    assert.deepEqual(
      document.sections.map(({ title }) => title),
      ["All incidents", "Order altered"],
    );
    assert.deepEqual(document.gaps, []);
    assert.deepEqual(document.sections[1]?.item?.clauses, ["MDR 87", "IVDR 82"]);
    const text = words(document);
    for (const said of [
      "Occurred on 2026-03-01, became known on 2026-03-03.",
      "To be reported by 2026-03-13: 10 days after it became known. Reported on 2026-03-15, 2 days late.",
      "Reason of the delay: Holiday",
      "Nobody saw it.",
      "Information: compromised.",
      "Impact on health: temporary serious deterioration.",
      "It might have led, or might lead, to: death.",
      "An advisory",
      "Security and safety: security risk with safety impact.",
    ])
      assert.ok(text.includes(said), said);
  });

  for (const property of Object.keys(incidentItems))
    it(`mark \`${property}\` when it is taken away`, () => {
      const document = report("serious-incident", without("incident Altered", property));
      assert.deepEqual(
        document.gaps.map(({ item, fill }) => [item, fill]),
        [[`Incident-${property}`, `give \`incident Altered\` its \`${property}\``]],
      );
    });

  it("ask for no effects where health was not affected", () => {
    const text = without("incident Altered", "health-effects").replace("health-impact: temporary-deterioration", "health-impact: none");
    assert.deepEqual(gaps("serious-incident", text), []);
  });

  it("say on each day whether the report is due, late or done", () => {
    const text = `${bare}incident I { aware: 2026-03-03 serious: yes reporting: public-health-threat }`;
    assert.ok(words(report("serious-incident", text, "en", "2026-03-05")).includes("To be reported by 2026-03-05: not reported yet."));
    assert.ok(
      words(report("serious-incident", text, "en", "2026-03-06")).includes("Had to be reported by 2026-03-05: no report is stated."),
    );
  });
});
