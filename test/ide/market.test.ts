// Incidents and trends in the editor: codes with their terms, likely causes, what a hover says, and the fixes of each finding.
import { checkHover } from "../support/features.ts";
import { suggests } from "./completing.ts";
import { given } from "./fixing.ts";

const plant = `import "ward:medical"
system S "S" { regulation: MDR  environment: hospital }
boundary Net : HospitalNetwork {
  device Pump : InfusionPump { interface Lan : Ethernet { port: 443/tcp  direction: inbound } }
}
`;
const periods =
  "from: 2026-01-01  to: 2026-06-30  baseline-from: 2025-07-01  baseline-to: 2025-12-31  exposure: 100  baseline-exposure: 100";

describe("completion of incidents", () => {
  it("offers codes with their terms, and not those that stand there", () =>
    suggests(`${plant}incident I { aware: 2026-03-02  serious: no  codes: A1105, $0 }`, {
      has: ["A110502", "C1007", "D0107"],
      not: ["A1105", "Pump"],
      details: { A110502: "Unauthorized access to computer system", C1007: "Software security vulnerability" },
      documents: { C1007: "access control" },
    }));

  it("offers the company's own codes first", () =>
    suggests(`${plant}code Own "Ours" : A1105 { annex: own }\nincident I { aware: 2026-03-02  serious: no  codes: $0 }`, {
      first: ["Own"],
    }));

  it("offers the threats where it happened first", () =>
    suggests(`${plant}incident I { aware: 2026-03-02  serious: no  on: Net.Pump.Lan  cause: $0 }`, {
      has: ["NetworkFlooding"],
      not: ["Pump"],
    }));

  it("offers the words of each set with their meaning", () => {
    suggests(`${plant}incident I { aware: 2026-03-02  serious: yes  reporting: $0 }`, {
      all: ["public-health-threat", "death-or-unanticipated", "other-serious"],
      details: { "other-serious": "15 days" },
    });
    suggests(`${plant}trend T { ${periods}  unit: $0 }`, { all: ["device-days", "device-years", "units", "uses"] });
  });
});

describe("hover of incidents and trends", () => {
  it("a code tells its term, meaning and source", () =>
    checkHover(`${plant}incident I { aware: 2026-03-02  serious: no  codes: C10$007 }`, [
      'code C1007 "Software security vulnerability" : C10',
      "too weak",
      "MDCG 2019-16 rev. 1, Table 5",
      "Named by `I`",
    ]));

  it("an incident tells until when it has to be reported and what became real", () =>
    checkHover(
      `${plant}incident I$0 { aware: 2026-03-02  serious: yes  reporting: death-or-unanticipated  cause: NetworkFlooding  on: Net.Pump }`,
      ["To be reported by `2026-03-12`, within 10 days", "Made real `NetworkFlooding@Net.Pump`"],
    ));

  it("an incident that is not serious tells no day", () =>
    checkHover(`${plant}incident I$0 { aware: 2026-03-02  serious: no }`, ["`serious`: `no`"], ["To be reported", "Made real"]));

  it("a trend tells what the numbers show", () =>
    checkHover(`${plant}trend T$0 { ${periods}  baseline-counted: 3  counted: 9 }`, [
      "3 in the earlier period, 9 in the observation period",
      "Frequency: no significant rise, ratio of the rates 3, p = 0.073",
      "Severity: not computed",
    ]));

  it("a trend that cannot be worked out tells its properties only", () =>
    checkHover(`${plant}trend T$0 { ${periods.replace("exposure: 100", "exposure: 0")} }`, ["`exposure`: `0`"], ["Frequency"]));
});

describe("fixes of incidents and trends", () => {
  given(
    "a cause that is not named",
    "incident-without-threat",
    `${plant}
incident I { aware: 2026-03-02  serious: no  on: Net.Pump  codes: A1105 }
`,
    `
> Lead it back to \`NetworkFlooding\`
- incident I { aware: 2026-03-02  serious: no  on: Net.Pump  codes: A1105 }
+ incident I { aware: 2026-03-02  serious: no  on: Net.Pump  codes: A1105  cause: «NetworkFlooding» }
`,
  );

  given(
    "a serious incident without its time",
    "unclassified-incident",
    `${plant}
incident I {
  aware: 2026-11-24
  serious: yes
}
`,
    `
> Report it within 2 days: \`public-health-threat\`
+   reporting: «public-health-threat»

> Report it within 10 days: \`death-or-unanticipated\`
+   reporting: «death-or-unanticipated»

> Report it within 15 days: \`other-serious\`
+   reporting: «other-serious»
`,
  );

  given(
    "an incident that was not reported",
    "late-incident-report",
    `${plant}
incident I {
  aware: 2026-03-02
  serious: yes
}
`,
    `
> Say when it was reported, and why so late
+   reported: «2026-11-25»
+   late-because: "…"
`,
  );

  given(
    "an incident that was reported late",
    "late-incident-report",
    `${plant}
incident I {
  aware: 2026-03-02
  serious: yes
  reported: 2026-03-30
}
`,
    `
> Say why it was late
+   late-because: "«…»"
`,
  );

  given(
    "an incident without codes: what others have comes first",
    "uncoded-incident",
    `${plant}
incident I {
  aware: 2026-03-02
  serious: no
}
incident J { aware: 2026-03-02  serious: no  codes: D0107 }
`,
    `
> Give it the code \`D0107\` (Inadequate cybersecurity)
+   codes: «D0107»

> Give it the code \`A1105\` (Computer system security problem)
+   codes: «A1105»
`,
  );

  given(
    "an incident that is called not serious",
    "inconsistent-incident",
    `${plant}
incident I { aware: 2026-03-02  serious: no  health-impact: death }
`,
    `
> Call it serious
- incident I { aware: 2026-03-02  serious: no  health-impact: death }
+ incident I { aware: 2026-03-02  serious: yes  health-impact: death }
`,
  );

  given(
    "a death that is reported like others",
    "inconsistent-incident",
    `${plant}
incident I { aware: 2026-03-02  serious: yes  health-impact: death  reporting: other-serious }
`,
    `
> Report it as a death
- incident I { aware: 2026-03-02  serious: yes  health-impact: death  reporting: other-serious }
+ incident I { aware: 2026-03-02  serious: yes  health-impact: death  reporting: death-or-unanticipated }
`,
  );

  given(
    "a rise without a conclusion",
    "significant-trend",
    `${plant}
trend T {
  ${periods}
  baseline-counted: 2
  counted: 12
}
`,
    `
> Write the conclusion
+   conclusion: "«…»"
`,
  );
});
