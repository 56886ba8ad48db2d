// What the regulations ask of a model: each finding where it is missing, none where it is there, with the clause of the regulation
// that the system is under.
import assert from "node:assert/strict";
import { safetyRelation } from "../../server/src/analysis/relation.ts";
import type { DiagnosticCode } from "../../server/src/diagnostics/table.ts";
import { analyseText } from "../support/models.ts";

const head = 'import "ward:medical"\nsystem S "S" { regulation: MDR  environment: hospital }\n';
const ward = (inside: string): string => `boundary Ward : HospitalNetwork { device D : PatientMonitor { ${inside} } }\n`;
const found = (model: string, code: DiagnosticCode) => analyseText(model).diagnostics.filter((one) => one.code === code);

interface Case {
  readonly code: DiagnosticCode;
  readonly clause: string;
  readonly missing: string;
  /** What to add, or the whole model by a change of it, so that nothing is missing. */
  readonly there: readonly ((missing: string) => string)[];
}

const adding = (text: string) => (model: string) => `${model}${text}\n`;
const changing = (from: string, to: string) => (model: string) => {
  assert.equal(model.split(from).length, 2, from);
  return model.replace(from, () => to);
};

const notRegulated = changing("regulation: MDR  ", 'regulation: MDR  version: "1"  ');
const noMoreAsked = (clause: string, asks: string) => adding(`override clause ${clause} { asks: ${asks} }`);

const cases: readonly Case[] = [
  {
    code: "missing-component-list",
    clause: "MDR Annex I 17.2",
    missing: head + ward("process P : EmbeddedSoftware  device Board { process Q : EmbeddedSoftware }"),
    there: [
      adding('component C "C" { part-of: P }'),
      adding('component C "C" { part-of: D }'),
      adding('component C "C" { part-of: Board }'),
      changing("process P", 'component C "C"  process P'),
      changing("process P", 'scope: out  reason: "Bought in"  process P'),
      noMoreAsked("Mdr17_2", "practice-evidence"),
    ],
  },
  {
    code: "missing-update-flow",
    clause: "MDR Annex I 23.4(k)",
    missing: `${head}${ward("process P : UpdateAgent")}data U : SoftwareUpdate\ndata L : ServiceData\nactor A : ServiceTechnician\n`,
    there: [
      adding("flow F A -> Ward.D.P { carries: U }"),
      changing("UpdateAgent", "EmbeddedSoftware"),
      changing("process P", 'scope: out  reason: "Bought in"  process P'),
    ],
  },
  {
    code: "missing-logging",
    clause: "MDR Annex I 17.4",
    missing: `${head}data T : AuditRecord\n${ward("process P : EmbeddedSoftware  process Q : EmbeddedSoftware")}`,
    there: [
      changing("process P", "store L : LogStore { holds: T }  process P"),
      adding("flow F D.P -> D.Q { carries: T }"),
      adding("control C : AuditLogging { protects: D  status: planned }"),
      adding("control C : RemoteLogging { protects: D  status: planned }"),
      changing("process P : EmbeddedSoftware  process Q : EmbeddedSoftware", ""),
    ],
  },
  {
    code: "missing-fail-safe",
    clause: "MDR Annex I 17.1",
    missing: `${head}harm H { severity: minor }\n${ward('essential-function: "Alarm"  harms: H')}`,
    there: [
      changing("harms: H", 'harms: H  fail-safe: "Buzzer"'),
      adding("control C : FailSafeMode { protects: D  status: implemented }"),
      adding("control C : FailSafeMode { protects: Ward  status: implemented }"),
      adding("control C : FailSafeMode { protects: S  status: implemented }"),
      changing("essential-function", "supplied-by: operator  essential-function"),
    ],
  },
  {
    code: "unplaced-hosted-data",
    clause: "MDR Annex I 23.4(ab)",
    missing: `${head}data R : HealthRecord\nboundary B : ManufacturerCloud { device H : Server { store R1 : Database { holds: R } } }\n`,
    there: [
      (model) =>
        changing(
          "ManufacturerCloud {",
          'ManufacturerCloud { location: "EU"',
        )(adding("control C : StorageConfidentiality { protects: H  status: planned }")(model)),
      (model) =>
        changing(
          "ManufacturerCloud {",
          'ManufacturerCloud { location: "EU"',
        )(adding("control C : StorageConfidentiality { protects: R  status: planned }")(model)),
      changing("ManufacturerCloud", "HospitalNetwork"),
      changing("HealthRecord", "Configuration"),
    ],
  },
];

describe("what regulations ask of a model", () => {
  for (const { code, clause, missing, there } of cases) {
    it(`${code} is raised where it is missing, once, with its clause`, () => {
      const all = found(missing, code);
      assert.equal(all.length, 1, all.map(({ message }) => message).join("\n"));
      assert.ok(all[0]?.message.includes(`(${clause})`), all[0]?.message);
      assert.equal(found(notRegulated(missing), code).length, 1);
    });

    it(`${code} is not raised where it is there`, () => {
      for (const [index, change] of there.entries()) assert.deepEqual(found(change(missing), code), [], `case ${index + 1}`);
    });

    it(`${code} cites the IVDR for a device under it, and nothing without the medical catalogue`, () => {
      const ivd = missing.replace("regulation: MDR", "regulation: IVDR");
      assert.match(found(ivd, code)[0]?.message ?? "", /\(IVDR Annex I [\w.()]+\)/);
      assert.deepEqual(found(missing.replace('import "ward:medical"\n', ""), code), []);
    });
  }

  it("hosted data say what is missing of place and protection", () => {
    const model = cases.at(-1)?.missing ?? "";
    assert.match(found(model, "unplaced-hosted-data")[0]?.message ?? "", /where it lies nor what protects it there/);
    const placed = changing("ManufacturerCloud {", 'ManufacturerCloud { location: "EU"')(model);
    assert.match(found(placed, "unplaced-hosted-data")[0]?.message ?? "", /does not say what protects it there \(/);
  });

  it("practices are named until each has its evidence", () => {
    const names = analyseText(head)
      .model.of("practice")
      .map(({ name }) => name);
    assert.equal(names.length, 8);
    assert.match(found(head, "missing-practice-evidence")[0]?.message ?? "", /no evidence shows 8 of 8 .*\(MDR Annex I 17\.2\)/);
    const evidence = names.map((name) => `evidence E${name} "E" : ${name} { document: "D" }\n`);
    assert.match(found(head + evidence.slice(1).join(""), "missing-practice-evidence")[0]?.message ?? "", /shows 1 of 8 .*: Security/);
    assert.deepEqual(found(head + evidence.join(""), "missing-practice-evidence"), []);
  });
});

describe("benefit against risk", () => {
  const model = `${head}harm H { severity: critical }
data O : TherapyCommand { harms: H }
boundary Ward : HospitalNetwork {
  external Ehr : HealthInformationSystem
  device Pump : InfusionPump { interface Lan : Ethernet { direction: inbound }  process P : EmbeddedSoftware }
}
flow F Ward.Ehr -> Ward.Pump.P { via: Pump.Lan  carries: O  commands: yes }
`;
  const accepted = 'accept UnauthenticatedCommands on F { reason: "Known" }\n';

  it("is asked for where a decided risk is not acceptable, and not for open ones", () => {
    assert.deepEqual(found(model, "missing-benefit-risk"), []);
    assert.match(
      found(model + accepted, "missing-benefit-risk")[0]?.message ?? "",
      /\(1, among them `?UnauthenticatedCommands@F`?\).*MDR Annex I 8/,
    );
  });

  it("is given by the system, or by a scale that calls the risk acceptable", () => {
    const stated = changing("environment: hospital", 'environment: hospital  benefit-risk: "RM-07"')(model + accepted);
    assert.deepEqual(found(stated, "missing-benefit-risk"), []);
    assert.deepEqual(
      found(`${model}${accepted}override scale Risk { acceptable: low, medium, high, critical }`, "missing-benefit-risk"),
      [],
    );
  });

  it("relations of security and safety follow from classes and harms, unless the threat says so", () => {
    const { threats } = analyseText(
      `${model}data U : SoftwareUpdate\nactor A : ServiceTechnician\nflow G A -> Ward.Pump.P { via: Pump.Lan  carries: U }\n` +
        "boundary Office : HospitalNetwork { device Desk : Workstation { interface Lan : Ethernet { direction: outbound } } }",
    );
    const relation = (id: string): string | undefined => {
      const one = threats.find((instance) => instance.id === id);
      return one && safetyRelation(one);
    };
    assert.equal(relation("UnauthenticatedCommands@F"), "security-risk-with-safety-impact");
    assert.equal(relation("EssentialFunctionLostToNetworkLoad@Ward.Pump"), "indirect-safety-impact");
    assert.equal(relation("MalwareInfection@Office.Desk"), "security-risk-only");
    assert.equal(relation("UpdateDuringTherapy@Ward.Pump.P"), "security-control-with-safety-impact");
  });
});

describe("clauses of the catalogue", () => {
  const { facts, model } = analyseText('import "ward:medical"');
  const clauses = model.of("clause");

  it("of the two regulations answer each other, and no number is carried over", () => {
    for (const clause of clauses)
      for (const other of model.refs(clause, "counterpart")) {
        assert.ok(model.refs(other, "counterpart").includes(clause), clause.name);
        assert.notEqual(facts.model.text(other, "regulation"), facts.model.text(clause, "regulation"));
      }
    const alone = clauses.filter((one) => model.text(one, "regulation") === "MDR" && model.refs(one, "counterpart").length === 0);
    assert.deepEqual(
      alone.map(({ name }) => name),
      ["Mdr18_8", "Mdr23_4g", "Mdr23_4h"],
    );
  });

  it("ask the same of devices under either", () => {
    const asked = (regulation: string): string[] =>
      clauses
        .filter((one) => model.text(one, "regulation") === regulation)
        .flatMap((one) => model.texts(one, "asks"))
        .sort();
    assert.equal(asked("MDR").length, 7);
    assert.deepEqual(asked("MDR"), asked("IVDR"));
  });

  it("hold the eight categories of the FDA, over all security capabilities that have to do with controls", () => {
    const categories = clauses.filter((one) => model.text(one, "regulation") === "FDA");
    assert.equal(categories.length, 8);
    assert.ok(categories.every((one) => model.refs(one, "capabilities").length > 0));
  });

  it("stand beside a source and what they ask in own words", () => {
    for (const clause of clauses) assert.ok(model.text(clause, "source") && model.text(clause, "explain"), clause.name);
  });

  it("can be cited by controls, assumptions and evidence", () => {
    const problems = analyseText(`${head}boundary Ward : HospitalNetwork
control C : StorageConfidentiality { protects: Ward  status: planned  cites: GdprSecurityOfProcessing, FdaConfidentiality }
assumption A : OperatorLegalCompliance { about: S  responsible: operator  cites: Nis2Measures }
evidence E : SecurityTesting { document: "T"  cites: Mdr17_2 }`).diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual(
      problems.filter(({ code }) => /name|property|value|type/.test(code)),
      [],
    );
  });
});
