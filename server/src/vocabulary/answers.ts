// Declarations of a model that answer threats: controls, assumptions and decisions.
import { type DeclarationSpec, date, refs, text, words } from "./types.ts";
import * as w from "./words.ts";

/** What an answer, a decision or an incident can be about. */
export const targets = [
  "system",
  "actor",
  "external",
  "device",
  "process",
  "store",
  "interface",
  "flow",
  "boundary",
  "data",
  "component",
] as const;

const decision = (keyword: "accept" | "transfer" | "dismiss", title: string, doc: string, example: string): DeclarationSpec => ({
  keyword,
  title,
  area: "model",
  doc,
  name: "subject",
  within: ["file"],
  header: { form: "on", to: targets, wildcard: true },
  properties: [
    text("reason", "Why.", { required: true }),
    text("approved-by", "Who approved it, and where that is recorded."),
    date("until", "The last day it counts."),
    ...(keyword === "transfer" ? [words(w.party)("to", "Who takes the risk over.", { required: true })] : []),
  ],
  example,
});

/** What answers threats and requirements. */
export const answerDeclarations: readonly DeclarationSpec[] = [
  {
    keyword: "control",
    title: "Control",
    area: "model",
    doc: "A security measure of the device or its infrastructure, as designed, built and shown.",
    name: "own",
    within: ["file", "boundary", "device"],
    kinds: { to: "measure", required: true },
    header: { form: "none" },
    properties: [
      refs(...targets)("protects", "What it protects: elements, or containers as far as its measures reach.", {
        list: true,
        required: true,
      }),
      words(w.status)("status", "How far it is.", { required: true }),
      text("evidence", "What shows that it works.", { list: true }),
      text("configuration", "What a user or administrator can or must set."),
      refs("clause")("cites", "Clauses that it answers.", { list: true }),
      text("procedure", "What a person does with it, step by step, for the instructions for use."),
    ],
    example:
      'control DeviceTls "Mutual TLS" : NodeAuthentication, TransmissionConfidentiality {\n  protects: SendOrder\n  status: verified\n  evidence: "TR-114 §3"\n}',
  },
  {
    keyword: "assumption",
    title: "Assumption",
    area: "model",
    doc: "What the manufacturer takes for granted about the operating environment. It belongs into the instructions for use.",
    name: "own",
    within: ["file", "boundary"],
    kinds: { to: "requirement", required: true },
    header: { form: "none" },
    properties: [
      refs(
        "system",
        "boundary",
        "device",
        "external",
        "flow",
        "interface",
      )("about", "Where it holds: a place or a container of places.", {
        list: true,
        required: true,
      }),
      words(w.party)("responsible", "Who has to make it true.", { required: true }),
      text("stated-in", "Where the instructions for use state it.", { list: true }),
      text("justification", "Why the device relies on the environment here instead of its own control."),
      refs("clause")("cites", "Clauses that it answers.", { list: true }),
    ],
    example:
      'assumption ClinicalVlan "Pumps run in a segmented clinical VLAN" : NetworkSegmentation {\n  about: Clinical\n  responsible: operator\n  stated-in: "IFU 9.2"\n}',
  },
  decision(
    "accept",
    "Acceptance",
    "A decision to live with a threat, with its reason and, best, its last day.",
    'accept ExposedServicePort on Pump.Usb {\n  reason: "Under a tamper-evident cover"\n  until: 2027-05-31\n}',
  ),
  decision(
    "transfer",
    "Transfer",
    "A decision that another party takes the risk over, who has been told.",
    'transfer DeviceTheft on Phone {\n  reason: "The phone belongs to the patient"\n  to: user\n}',
  ),
  decision(
    "dismiss",
    "Dismissal",
    "A decision that a threat does not exist here, with the reason.",
    'dismiss RadioJamming on Pump.Wifi {\n  reason: "Radio is removed in this variant"\n}',
  ),
];
