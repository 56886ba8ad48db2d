// Words beside the text: inlay hints and code lenses.
import { checkInlays, checkLenses } from "../support/features.ts";
import { analyseText } from "../support/models.ts";

// The threats that ship are switched off, so that the tests do not change with them.
const quiet = analyseText("")
  .catalogue.threats.map(({ entity }) => `disable threat ${entity.name} { reason: "test" }\n`)
  .join("");

const model = `
import "ward:medical"
measure M { capability: TXCF  layer: data }
threat T on device, flow { stride: spoofing  when: is K or carries  severity: high  mitigated-by: M }
threat U on device { stride: tampering  when: portable  severity: low  mitigated-by: M }
kind K of device { portable: yes }
boundary Z { managed-by: operator  device A : K { physical-access: public } }
boundary Y { managed-by: public  device B : K }
device C
data D { classification: internal }
data Unused { classification: internal }
flow F A -> B { carries: D  protocol: P }
flow G Z.A -> C { carries: D  protocol: P }
flow H B -> B
store S { holds: D }
protocol P
control Made : M { protects: A, F  status: verified  evidence: "x" }
control Idle : M { protects: H  status: planned }
assumption Zoned : NetworkSegmentation { about: Z  responsible: operator }
requirement R { per: boundary  when: managed-by = public  force: must }
${quiet}`;

describe("inlay hints", () => {
  const shown = (text: string): string =>
    text
      .replace("device A", "device A[risk: low]")
      .replace("device B", "device B[risk: high]")
      .replace("flow F A -> B", "flow F[risk: low] A -> B[crosses Z, Y]")
      .replace("flow G Z.A -> C", "flow G[risk: medium] Z.A -> C[crosses Z]");

  it("show the worst residual risk after a name and the boundaries after the ends of a flow", () => checkInlays(model, shown(model)));

  it("show those of a range alone", () =>
    checkInlays(
      model.replace("flow F A", "<|flow F A|>"),
      shown(model)
        .replace(/(device [AB]|flow G)\[[^\]]*\]/g, "$1")
        .replace("C[crosses Z]", "C"),
    ));

  it("show nothing where nothing is threatened", () =>
    checkInlays("// nothing\nharm H { severity: minor }", "// nothing\nharm H { severity: minor }"));
});

describe("code lenses", () => {
  it("count threats by state, uses, and what is answered; what has none has no lens", () =>
    checkLenses(model, [
      "T: fires on 4 elements: 2 open · 2 mitigated -> showReferences A, B, F, G",
      "U: fires on 2 elements: 1 open · 1 mitigated -> showReferences A, B",
      "K: used by 2 devices -> showReferences A, B",
      "A: 2 mitigated -> showThreats A",
      "B: 2 open -> showThreats B",
      "D: used by 2 flows, 1 store -> showReferences F, G, S",
      "F: 1 mitigated -> showThreats F",
      "G: 1 open -> showThreats G",
      "P: used by 2 flows -> showReferences F, G",
      "Made: answers 3 threats -> showReferences A, F",
      "Zoned: states 1 requirement -> showReferences Z",
      "R: raised at 1 place -> showReferences Y",
    ]));
});
