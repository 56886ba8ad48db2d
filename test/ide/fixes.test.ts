// Quick fixes as a whole: which are offered where, what “fix all” does, and that shipped files are never changed.
import assert from "node:assert/strict";
import { diagnosticCodes } from "../../server/src/diagnostics/table.ts";
import { families, fixAll, fixes } from "../../server/src/ide/fixes/index.ts";
import { type Snapshot, snapshotOf } from "../../server/src/ide/snapshot.ts";
import { checkFiles, splitFiles } from "../support/models.ts";
import { apply, difference } from "./changes.ts";

function snapshot(files: Readonly<Record<string, string>>, path = "main.ward"): Snapshot {
  const found = snapshotOf(checkFiles(files), path);
  assert.ok(found);
  return found;
}

function fixedAll(fixture: string): string {
  const files = splitFiles(fixture);
  const after = apply(files, fixAll(snapshot(files)));
  assert.equal(fixAll(snapshot(after)).length, 0, "fixing all again changes more");
  return difference(files, after);
}

// Findings whose way out is a matter of judgement, of which no change of the text is obvious.
const withoutFix = [
  "unreadable-file",
  "misplaced-declaration",
  "wrong-type",
  "kind-mismatch",
  "containment-cycle",
  "kind-cycle",
  "invalid-matrix",
  "controls-in-condition",
  "several-systems",
  "isolated-element",
  "single-layer",
  "invalid-trend",
  "invalid-cvss",
  "support-ended",
  "idle-vulnerability",
];

describe("quick fixes", () => {
  it("there are for every code but those that need judgement", () => {
    assert.deepEqual(
      diagnosticCodes.filter((code) => families[code] === undefined),
      withoutFix,
    );
  });

  it("only what touches the range is offered", () => {
    const text = "boundary A { managed-by: operatr }\nboundary B { managed-by: publik }\n";
    const at = snapshot({ "/main.ward": text });
    const titles = (start: number, end = start): string[] => fixes(at, { start, end }).map(({ title }) => title);
    assert.deepEqual(titles(text.indexOf("operatr") + 2), ["Write `operator`"]);
    assert.deepEqual(titles(text.indexOf("boundary B")), []);
    assert.deepEqual(titles(0, text.length), ["Write `operator`", "Write `public`"]);
  });

  it("one change that resolves two findings is offered once", () => {
    const text = `import "ward:medical"
boundary Z : Network {
  managed-by: operator
  device Pump : MedicalDevice { process Firmware : EmbeddedSoftware }
}
boundary Y : Network { managed-by: operator  external Other }
data Order { classification: health }
flow Plain Other -> Pump.Firmware { carries: Order  protocol: HTTP }
flow Second Other -> Pump.Firmware { carries: Order  protocol: HTTP }
control Tls "TLS" : TransmissionConfidentiality, TransmissionIntegrity { protects: Second  status: implemented }
`;
    const start = text.indexOf("Plain");
    const found = fixes(snapshot({ "/main.ward": text }), { start, end: start });
    assert.equal(found.filter(({ title }) => title === "Let control `Tls` protect `Plain` too").length, 1);
  });

  it("decisions to live with a threat come last", () => {
    const text = 'import "ward:medical"\nboundary Z : Network {\n  managed-by: operator\n  device Pump : MedicalDevice\n}\n';
    const start = text.indexOf("Pump");
    const titles = fixes(snapshot({ "/main.ward": text }), { start, end: start }).map(({ title }) => title);
    const first = titles.findIndex((title) => /^(?:Accept|Transfer|Dismiss) /.test(title));
    assert.ok(first > 0 && titles.slice(first).every((title) => /^(?:Accept|Transfer|Dismiss) /.test(title)), titles.join("\n"));
  });

  it("nothing in a file that ships with the tool", () => {
    const at = snapshot({ "/main.ward": 'import "ward:medical"\ndevice Pump\n' }, "ward:medical/kinds.ward");
    assert.deepEqual(fixes(at, { start: 0, end: at.file.tree.text.length }), []);
    assert.deepEqual(fixAll(at), []);
  });

  it("a control in another file gets what it imports, too", () => {
    const files = splitFiles(`import "ward:medical"

boundary Z : Network {
  managed-by: operator
  device Box : MedicalDevice
}
//- /controls.ward
control Boot "Secure boot" : SecureBoot {
  protects: Other
  status: implemented
}
//- /other.ward
import "./main.ward"
import "./controls.ward"

system S { regulation: MDR  environment: hospital }
device Other : MedicalDevice { within: Z }
`);
    const start = files["/main.ward"]?.indexOf("Box") ?? 0;
    const fix = fixes(snapshot(files), { start, end: start }).find(({ title }) => title === "Let control `Boot` protect `Z.Box` too");
    assert.ok(fix);
    assert.equal(
      difference(files, apply(files, fix.edits)),
      'in /controls.ward\n+ import "./main.ward"\n+\n-   protects: Other\n+   protects: Other, Z.Box',
    );
  });
});

describe("fix all", () => {
  it("corrects what is misspelt in one way only, and leaves the rest", () => {
    assert.equal(
      fixedAll(`device Pump "Pump" : MedicalDevce {
  essential-funtion: "Deliver"
  portable: true
  general-purpose-os yes
}
bondary Ward "Ward" {
  managed-by: operator
}
boundary House "House" {
  managed-by: oprator
  location: Building
  reason: nobody's
}
actor Nurse "Nurse" { role: clinicl }
flow Send Pump -> Nurs { protocol: HTPS }
`),
      `-   essential-funtion: "Deliver"
-   portable: true
-   general-purpose-os yes
+   essential-function: "Deliver"
+   portable: yes
+   general-purpose-os: yes
- bondary Ward "Ward" {
+ boundary Ward "Ward" {
-   managed-by: oprator
-   location: Building
+   managed-by: operator
+   location: "Building"
- actor Nurse "Nurse" { role: clinicl }
- flow Send Pump -> Nurs { protocol: HTPS }
+ actor Nurse "Nurse" { role: clinical }
+ flow Send Pump -> Nurse { protocol: HTPS }`,
    );
  });

  it("imports what only one file declares", () => {
    assert.equal(
      fixedAll('device Pump : House\n//- /kinds.ward\nkind House of device\n//- /all.ward\nimport "./main.ward"\nimport "./kinds.ward"\n'),
      '+ import "./kinds.ward"\n+',
    );
  });

  it("takes no decision, adds no answer and removes nothing", () => {
    assert.equal(
      fixedAll(
        'import "ward:medical"\nboundary Z : Network {\n  managed-by: operator\n  device Pump : MedicalDevice\n}\naccept TamperedBoot on Z { reason: "r" }\ncontrol C : SecureBoot { protects: Z.Pump  status: verified }\n',
      ),
      "",
    );
  });
});
