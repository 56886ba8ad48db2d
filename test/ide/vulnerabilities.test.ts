// What the editor tells about vulnerabilities: scores and effects in hovers, words in completion.
import assert from "node:assert/strict";
import { scoreOf } from "../../server/src/cvss/score.ts";
import { hover } from "../../server/src/ide/hover.ts";
import { snapshotOf } from "../../server/src/ide/snapshot.ts";
import { checkFiles } from "../support/models.ts";
import { suggests } from "./completing.ts";

const model = `component Tls "TLS library" { version: "1.1.1w"  support-ends: 2023-09-11 }
control Sandbox "It runs in a sandbox" : ComponentReplacement, ProcessIsolation { protects: Tls  status: implemented }
vulnerability Escape "Way out" {
  id: CVE-2026-1111
  component: Tls
  cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "CVSS:4.0/AV:N"
  status: affected
  action: "Update"
  exploits: UnsupportedComponent
  defeats: Sandbox
}
`;

const told = (piece: string, scored = true): string => {
  const snapshot = snapshotOf(checkFiles({ "/main.ward": model }), "main.ward");
  assert.ok(snapshot);
  assert.ok(model.includes(piece));
  return hover(snapshot, model.indexOf(piece) + 1, scored ? scoreOf : undefined)?.markdown ?? "";
};

describe("vulnerabilities in the editor", () => {
  it("hovers over a vulnerability with scores and effects", () => {
    const text = told("Escape");
    for (const part of ["CVSS v3.1: **7.5 high**", "Breaks `Sandbox`", "Makes real `UnsupportedComponent@Tls`", "Open again because of it"])
      assert.ok(text.includes(part), `"${part}" is not in\n${text}`);
  });

  it("hovers over a vector, right or wrong, and without a score where none can be had", () => {
    assert.equal(told('"CVSS:3.1'), "CVSS v3.1: **7.5 high**");
    assert.match(told('"CVSS:4.0'), /Not a CVSS vector: .*missing/);
    assert.equal(told('"CVSS:3.1', false), "CVSS v3.1");
  });

  it("hovers over a component and a control with their vulnerabilities", () => {
    assert.match(told('Tls "'), /Vulnerabilities[\s\S]*Escape.*affected/);
    assert.match(told("Sandbox"), /Vulnerabilities that break it[\s\S]*Escape/);
  });

  it("hovers over words and a CVE", () => {
    assert.match(told("affected"), /can be exploited in this product/);
    assert.match(told("CVE-2026-1111"), /CVE\\?-2026\\?-1111/);
  });

  const empty = (line: string): string => `component Tls "TLS" { version: "1" }\nvulnerability V "V" {\n  component: Tls\n  ${line}\n}\n`;
  it("completes the words of an assessment", () => {
    suggests(empty("status: $0"), { all: ["not-assessed", "under-investigation", "affected", "not-affected", "fixed"] });
    suggests(empty("justification: $0"), { has: ["code-not-reachable", "protected-by-mitigating-control"] });
    suggests(empty("response: update, $0"), { has: ["workaround", "will-not-fix"], not: ["update"] });
  });
});
