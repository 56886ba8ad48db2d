// The one registry of diagnostic codes: severity, words, the way out. Codes are stable; each has a page under
// `docs/diagnostics/`. Groups: text, names and types, catalogue, gaps of the model, threats, requirements, answers, the market,
// vulnerabilities.
import type { Severity } from "./types.ts";
import { withArticle } from "./words.ts";

interface Entry<Parameters> {
  readonly severity: Severity;
  /** What the code means, for lists and help. */
  readonly title: string;
  readonly message: (parameters: Parameters) => string;
  readonly help: string | undefined;
}

function entry<Parameters>(
  severity: Severity,
  title: string,
  message: (parameters: Parameters) => string,
  help?: string,
): Entry<Parameters> {
  return { severity, title, message, help };
}

const text = {
  "syntax-error": entry("error", "The text is not well formed", (p: { problem: string }) => p.problem),
  "unreadable-file": entry("error", "A file cannot be read as a model", (p: { reason: string }) => `this file cannot be read: ${p.reason}`),
  "unresolved-import": entry(
    "error",
    "An import leads nowhere",
    (p: { target: string; reason: string }) => `cannot import "${p.target}": ${p.reason}`,
  ),
};

const names = {
  "unknown-declaration": entry("error", "A word begins no declaration", (p: { word: string }) => `\`${p.word}\` begins no declaration`),
  "misplaced-declaration": entry(
    "error",
    "A declaration stands where it cannot",
    (p: { what: string; where: string; allowed: string }) => `${withArticle(p.what)} cannot stand ${p.where}; it stands ${p.allowed}`,
  ),
  "missing-name": entry(
    "error",
    "A declaration has no name",
    (p: { what: string; example: string }) => `this ${p.what} has no name`,
    "give it one after the keyword",
  ),
  "invalid-name": entry(
    "error",
    "A name has a character it cannot have",
    (p: { name: string }) => `\`${p.name}\` is no name: names are letters, digits and \`_\``,
  ),
  "duplicate-name": entry(
    "error",
    "Two declarations have the same name",
    (p: { name: string }) => `\`${p.name}\` is declared more than once`,
    "rename one of them",
  ),
  "unknown-name": entry(
    "error",
    "A name refers to nothing",
    (p: { name: string; expected: string }) => `no ${p.expected} is called \`${p.name}\``,
  ),
  "ambiguous-name": entry(
    "error",
    "A name could mean several declarations",
    (p: { name: string; candidates: string }) => `\`${p.name}\` could mean ${p.candidates}`,
    "write more of the path",
  ),
  "wrong-type": entry(
    "error",
    "A name refers to something of the wrong sort",
    (p: { name: string; actual: string; expected: string }) =>
      `\`${p.name}\` is ${withArticle(p.actual)}; ${withArticle(p.expected)} is needed here`,
  ),
  "kind-mismatch": entry(
    "error",
    "A kind does not fit the declaration",
    (p: { kind: string; of: string; what: string }) => `\`${p.kind}\` is a kind of ${p.of}, not of ${p.what}`,
  ),
  "unknown-property": entry(
    "error",
    "A declaration does not take this property",
    (p: { property: string; what: string }) => `${withArticle(p.what)} has no property \`${p.property}\``,
  ),
  "duplicate-property": entry(
    "error",
    "A property is given twice",
    (p: { property: string }) => `\`${p.property}\` is given more than once`,
    "join the values with commas, or remove one",
  ),
  "missing-property": entry(
    "error",
    "A property that is needed is not there",
    (p: { property: string; what: string; name: string }) => `${p.what} \`${p.name}\` needs \`${p.property}\``,
  ),
  "missing-kind": entry(
    "error",
    "A declaration does not say of which kind it is",
    (p: { what: string; name: string; needed: string }) => `${p.what} \`${p.name}\` names no ${p.needed} after \`:\``,
  ),
  "missing-header": entry(
    "error",
    "A declaration lacks what it relates",
    (p: { what: string; name: string; needed: string }) => `${p.what} \`${p.name}\` lacks ${p.needed}`,
  ),
  "unexpected-header": entry(
    "error",
    "A declaration has a part it cannot have",
    (p: { what: string; part: string }) => `${withArticle(p.what)} takes no ${p.part}`,
  ),
  "invalid-value": entry(
    "error",
    "A value does not fit its property",
    (p: { property: string; expected: string }) => `\`${p.property}\` takes ${p.expected}`,
  ),
  "too-many-values": entry(
    "error",
    "A property takes one value",
    (p: { property: string }) => `\`${p.property}\` takes one value`,
    "keep one of them",
  ),
  "containment-cycle": entry(
    "error",
    "Containers contain each other",
    (p: { name: string }) => `\`${p.name}\` would stand inside itself`,
    "remove one of the `within` properties",
  ),
  "kind-cycle": entry(
    "error",
    "Kinds specialise each other",
    (p: { name: string }) => `\`${p.name}\` would specialise itself`,
    "remove one of the parents",
  ),
};

const catalogue = {
  "invalid-condition": entry("error", "A condition is not well typed", (p: { problem: string }) => p.problem),
  "invalid-matrix": entry("error", "A scale or matrix does not fit", (p: { problem: string }) => p.problem),
  "controls-in-condition": entry(
    "error",
    "A condition asks whether a threat is answered",
    (p: { name: string }) => `\`${p.name}\` is a measure; a condition says whether a threat applies, never whether it is answered`,
    "move it to `mitigated-by`",
  ),
};

const gaps = {
  "missing-system": entry(
    "warning",
    "A model has no system",
    () => "this model declares no `system`, so no regulation applies and nothing is asked of the environment",
    "add `system Name { regulation: MDR  environment: hospital }`",
  ),
  "several-systems": entry(
    "warning",
    "A model has several systems",
    (p: { name: string; first: string }) => `\`${p.name}\` is a second system; only \`${p.first}\` is analysed`,
    "keep one system for each model and import what they share",
  ),
  "missing-catalogue": entry(
    "warning",
    "A regulated model does not import the medical catalogue",
    (p: { name: string }) => `\`${p.name}\` falls under a regulation, but the model does not import "ward:medical"`,
    'add `import "ward:medical"`',
  ),
  "flow-without-data": entry(
    "warning",
    "A flow does not say what it carries",
    (p: { name: string }) => `flow \`${p.name}\` does not say what it carries, so threats to its data are not seen`,
    "add `carries:` with the data",
  ),
  "flow-without-protocol": entry(
    "warning",
    "A networked flow does not say its protocol",
    (p: { name: string }) => `flow \`${p.name}\` leaves its device but names no protocol`,
    "add `protocol:`",
  ),
  "protocol-without-carrier": entry(
    "warning",
    "No interface of a flow can carry its protocol",
    (p: { name: string; protocol: string; ways: string; one: boolean }) =>
      `flow \`${p.name}\` speaks \`${p.protocol}\`, which ${p.ways} ${p.one ? "does" : "do"} not carry`,
    "name the protocol that it speaks, or go `via:` an interface that carries it",
  ),
  "device-without-boundary": entry(
    "warning",
    "A device stands in no boundary",
    (p: { name: string }) => `device \`${p.name}\` stands in no boundary, so nobody is known to manage its surroundings`,
    "put it into a `boundary`, or add `within:`",
  ),
  "incomplete-interface": entry(
    "warning",
    "A network interface lacks port or direction",
    (p: { name: string; missing: string }) => `interface \`${p.name}\` lacks ${p.missing}`,
    "state it: the ports list and the firewall rules rest on it",
  ),
  "isolated-element": entry(
    "info",
    "Nothing flows to or from an element",
    (p: { what: string; name: string }) => `no flow touches ${p.what} \`${p.name}\``,
    "add its flows, or remove it",
  ),
  "unknown-protocol": entry(
    "error",
    "A protocol is not in the catalogue",
    (p: { name: string }) => `no protocol is called \`${p.name}\``,
    "use one of `ward catalogue`, or declare it: `protocol Name { provides: … }`",
  ),
  "unfilled-item": entry(
    "info",
    "Nothing fills an item of a document",
    (p: { title: string; list: string; part: string }) => `the ${p.list} lack ${p.part}"${p.title}"`,
  ),
  "scope-without-reason": entry(
    "warning",
    "Something is out of scope without a reason",
    (p: { what: string; name: string }) => `${p.what} \`${p.name}\` is out of scope without a reason`,
    "add `reason:`",
  ),
  "essential-function-without-harm": entry(
    "warning",
    "An essential function names no harm",
    (p: { name: string }) => `device \`${p.name}\` has an essential function but does not say what happens to the patient when it fails`,
    "add `harms:`",
  ),
};

const threats = {
  "uncovered-threat": entry(
    "warning",
    "A threat is not answered",
    (p: { title: string; element: string; missing: string }) => `${p.title}: \`${p.element}\` ${p.missing}`,
  ),
  "reopened-threat": entry(
    "warning",
    "A vulnerability breaks what answered a threat",
    (p: { title: string; element: string; controls: string; vulnerabilities: string }) =>
      `${p.title}: \`${p.element}\` is open again, since ${p.vulnerabilities} breaks ${p.controls}`,
    "fix the vulnerability and set its `status`, answer the threat by another control, or accept it with a last day",
  ),
  "planned-threat": entry(
    "warning",
    "A threat is answered by a plan only",
    (p: { title: string; element: string; controls: string }) =>
      `${p.title}: \`${p.element}\` is covered only by ${p.controls}, which is planned`,
    "build the control and set its `status`, or accept the risk with a date",
  ),
  "assumption-only": entry(
    "warning",
    "A threat that can harm is answered by the environment alone",
    (p: { title: string; element: string; assumptions: string; harms: string }) =>
      `${p.title}: \`${p.element}\` can lead to ${p.harms}, and only ${p.assumptions} stands against it`,
    "add a control of the device, or say in the assumption why there is none: `justification:`",
  ),
  "single-layer": entry(
    "info",
    "A critical threat is answered at one layer only",
    (p: { title: string; element: string; layer: string }) =>
      `${p.title}: all that protects \`${p.element}\` stands at one layer (${p.layer})`,
    "add a measure at another layer, so that one failure is not enough",
  ),
  "expired-acceptance": entry(
    "error",
    "A decision's last day is over",
    (p: { decision: string; until: string; consequence: string }) => `${p.decision} ended on ${p.until}; ${p.consequence}`,
    "review it: answer the threat, or renew the decision with a new `until`",
  ),
};

const requirements = {
  "missing-assumption": entry(
    "error",
    "A requirement on the environment is not stated",
    (p: { title: string; place: string; force: string }) =>
      `${p.title}: the environment of \`${p.place}\` ${p.force} ensure it, and no assumption says so`,
  ),
  "unpublished-assumption": entry(
    "warning",
    "An assumption is not in the instructions for use",
    (p: { name: string }) => `assumption \`${p.name}\` is not yet in the instructions for use`,
    'add `stated-in: "…"` with the place in the instructions for use',
  ),
};

const regulation = {
  "missing-practice-evidence": entry(
    "info",
    "A regulated model lacks evidence for practices of the secure lifecycle",
    (p: { practices: string; count: number; all: number; clauses: string }) =>
      `no evidence shows ${p.count} of ${p.all} practices of the secure lifecycle (${p.clauses}): ${p.practices}`,
  ),
  "missing-component-list": entry(
    "warning",
    "Software of a regulated model lists no components",
    (p: { name: string; clauses: string }) => `no component of the software in \`${p.name}\` is listed (${p.clauses})`,
    "add `component Name { version: …  supplier: …  part-of: … }`",
  ),
  "missing-update-flow": entry(
    "warning",
    "Software that installs updates is reached by none",
    (p: { name: string; clauses: string }) => `\`${p.name}\` installs updates, but no flow brings any (${p.clauses})`,
    "add the flow that carries the update, with its source and its way",
  ),
  "missing-logging": entry(
    "warning",
    "A regulated system records no security events",
    (p: { name: string; clauses: string }) => `nothing in \`${p.name}\` records security events (${p.clauses})`,
    "add a store of kind `LogStore`, or the control that records",
  ),
  "missing-fail-safe": entry(
    "warning",
    "An essential function without a statement of what is safe",
    (p: { name: string; clauses: string }) =>
      `device \`${p.name}\` has an essential function but does not say what happens to it when something fails (${p.clauses})`,
    "add `fail-safe:` with the safe state, or a control with `FailSafeMode`",
  ),
  "unplaced-hosted-data": entry(
    "warning",
    "Hosted data without a place or without protection",
    (p: { name: string; data: string; missing: string; clauses: string }) =>
      `\`${p.name}\` keeps data of persons off the premises (${p.data}), and the model does not say ${p.missing} (${p.clauses})`,
    "add `location:` to the boundary around it, and a control for data at rest",
  ),
  "missing-benefit-risk": entry(
    "warning",
    "Residual risk is not acceptable and no benefit is stated against it",
    (p: { name: string; threats: string; count: number; clauses: string }) =>
      `\`${p.name}\` leaves residual risks that are not acceptable (${p.count}, among them ${p.threats}) and does not say why its benefits outweigh them (${p.clauses})`,
    "lower the risks, or add `benefit-risk:` to the system with the reason and its record",
  ),
};

const answers = {
  "unused-control": entry(
    "warning",
    "A control answers no threat",
    (p: { name: string; meant: string }) => `control \`${p.name}\` answers no threat${p.meant}`,
    "let it protect what it is for, or remove it",
  ),
  "unused-assumption": entry(
    "warning",
    "No requirement and no threat needs an assumption",
    (p: { name: string; meant: string }) => `assumption \`${p.name}\` is needed by no requirement and no threat${p.meant}`,
    "correct its `about`, or remove it",
  ),
  "unused-decision": entry(
    "warning",
    "A decision matches no threat",
    (p: { decision: string }) => `${p.decision} matches no threat instance`,
    "remove it, or correct the threat or element it names",
  ),
  "needless-decision": entry(
    "info",
    "A decision on a threat that is mitigated",
    (p: { decision: string; threat: string }) => `${p.decision} is not needed: ${p.threat} is mitigated`,
    "remove it",
  ),
  "unevidenced-control": entry(
    "warning",
    "A control is called verified without evidence",
    (p: { name: string }) => `control \`${p.name}\` is verified, but names no evidence`,
    "add `evidence:`, or set `status: implemented`",
  ),
};

const market = {
  "incident-without-threat": entry(
    "warning",
    "The cause of an incident is no threat of the model",
    (p: { name: string; problem: string }) => `incident \`${p.name}\` ${p.problem}`,
    "add `cause:` with the threat that became real; where no catalogue has it, write a `threat` of your own",
  ),
  "unclassified-incident": entry(
    "warning",
    "A serious incident without its reporting time",
    (p: { name: string }) => `incident \`${p.name}\` is serious, and nothing says in which time it has to be reported`,
    "add `reporting:` with `public-health-threat` (2 days), `death-or-unanticipated` (10 days) or `other-serious` (15 days)",
  ),
  "late-incident-report": entry(
    "error",
    "The time to report a serious incident has passed",
    (p: { name: string; problem: string }) => `incident \`${p.name}\` ${p.problem}`,
    "report it to the competent authority, and add `reported:` with the day",
  ),
  "uncoded-incident": entry(
    "info",
    "An incident has no code",
    (p: { name: string }) => `incident \`${p.name}\` has no code by which it can be found again and counted`,
    "add `codes:` with IMDRF codes, e.g. `A1105, C1007`, or with codes of your own",
  ),
  "inconsistent-incident": entry(
    "warning",
    "The statements of an incident do not go together",
    (p: { name: string; problem: string }) => `incident \`${p.name}\` ${p.problem}`,
    "correct one of the two",
  ),
  "invalid-trend": entry(
    "error",
    "A trend cannot be worked out",
    (p: { name: string; problem: string }) => `trend \`${p.name}\` cannot be worked out: ${p.problem}`,
    "correct the period or the number",
  ),
  "significant-trend": entry(
    "warning",
    "Incidents have become significantly more frequent or graver, and nobody has drawn a conclusion",
    (p: { name: string; risen: string; p: string }) =>
      `trend \`${p.name}\`: incidents have become significantly ${p.risen} (p ${p.p}), and it states no conclusion`,
    "see `ward report trend-report`; decide whether a trend report is due (MDR Art. 88, IVDR Art. 83), and say so in `conclusion:`",
  ),
};

const vulnerabilities = {
  "unassessed-vulnerability": entry(
    "warning",
    "Nobody has assessed a vulnerability",
    (p: { name: string; ids: string }) => `nobody has said whether the product is affected by \`${p.name}\`${p.ids}`,
    "assess it: `status: affected`, `not-affected`, `fixed`, or `under-investigation` while somebody looks",
  ),
  "unjustified-vulnerability": entry(
    "warning",
    "A product is called not affected without a reason",
    (p: { name: string }) => `the product is said not to be affected by \`${p.name}\`, but not why`,
    "add `justification:`, or say it in words: `statement:`",
  ),
  "vulnerability-without-action": entry(
    "warning",
    "A vulnerability affects the product and nothing is done",
    (p: { name: string; where: string }) => `\`${p.name}\` affects ${p.where}, and the model does not say what is done about it`,
    "add `action:` with what is to be done and until when, or `handled-by:` with the control that holds it off",
  ),
  "invalid-cvss": entry("error", "A CVSS vector is wrong", (p: { problem: string }) => `this is no CVSS vector: ${p.problem}`),
  "support-ended": entry(
    "warning",
    "Security support is over",
    (p: { what: string; name: string; until: string; consequence: string }) =>
      `security support of ${p.what} \`${p.name}\` ended on ${p.until}${p.consequence}`,
  ),
  "idle-vulnerability": entry(
    "warning",
    "A vulnerability makes no threat real that it names",
    (p: { name: string; threat: string; where: string }) =>
      `\`${p.name}\` exploits \`${p.threat}\`, which does not apply where it is: neither to ${p.where} nor to what is inside or flows there`,
    "correct `exploits`, or say with `on:` where it is",
  ),
};

/** Every code with its severity and words. */
export const diagnosticTable = {
  ...text,
  ...names,
  ...catalogue,
  ...gaps,
  ...threats,
  ...requirements,
  ...regulation,
  ...answers,
  ...market,
  ...vulnerabilities,
};

/** Codes of what a clause of a regulation asks for: to switch one off takes a reason. */
export const regulationCodes: ReadonlySet<string> = new Set(Object.keys(regulation));

/** A code of the registry. */
export type DiagnosticCode = keyof typeof diagnosticTable;

/** Every code, in the order of the documentation. */
export const diagnosticCodes = Object.keys(diagnosticTable) as DiagnosticCode[];
