// Declarations of a model that a data-flow diagram shows: elements and the boundaries around them.
import { type DeclarationSpec, number, port, refs, text, words, yesNo } from "./types.ts";
import * as w from "./words.ts";

const containers = ["file", "boundary", "device"] as const;

const within = refs("boundary", "device")(
  "within",
  "The container this stands in, when it is declared elsewhere (for example in another file).",
);

const scope = [
  words(w.scope)("scope", "Whether this is part of the analysed design; `out` needs a reason.", { default: "in" }),
  text("reason", "Why this is out of scope."),
];

const suppliedBy = words(w.party)("supplied-by", "Who supplies it. Only what the manufacturer supplies is a target of threats.", {
  default: "manufacturer",
});

const platform = text("platform", "What it needs at least: hardware, operating system and versions, peripherals.", { list: true });

const formerly = text("formerly", "An earlier full path of this element, so that ids keep their meaning after a move.", { list: true });

/** Elements and boundaries, in the order of the documentation. */
export const elementDeclarations: readonly DeclarationSpec[] = [
  {
    keyword: "boundary",
    title: "Trust boundary",
    area: "model",
    doc: "A zone in which the same party manages what is inside; flows that cross it are where threats come from.",
    name: "own",
    within: ["file", "boundary"],
    kinds: { to: "kind", required: false },
    header: { form: "none" },
    properties: [
      words(w.manager)("managed-by", "Who manages the zone.", { required: true }),
      text("location", "Where it is, e.g. a country or region for hosted data."),
      within,
      ...scope,
      formerly,
    ],
    example: 'boundary Clinical "Clinical network" : Network {\n  managed-by: operator\n}',
  },
  {
    keyword: "actor",
    title: "Actor",
    area: "model",
    doc: "A person who uses or reaches the system.",
    name: "own",
    within: ["file", "boundary"],
    kinds: { to: "kind", required: false },
    header: { form: "none" },
    properties: [
      words(w.actorRole)("role", "What the person does.", { required: true }),
      words(w.party)("party", "Whom the person belongs to, where the role does not say it."),
      text("skills", "Training and skills that the person needs, IT skills included.", { list: true }),
      within,
      ...scope,
      formerly,
    ],
    example: 'actor Nurse "Nurse" { role: clinical }',
  },
  {
    keyword: "external",
    title: "External system",
    area: "model",
    doc: "A system outside the manufacturer's control that the device talks to. It is a source of threats, never a target.",
    name: "own",
    within: ["file", "boundary"],
    kinds: { to: "kind", required: false },
    header: { form: "none" },
    properties: [
      words(w.party)("supplied-by", "Who supplies and runs it.", { default: "who manages its boundary" }),
      yesNo("general-purpose-os", "Runs a general-purpose operating system."),
      platform,
      within,
      ...scope,
      formerly,
    ],
    example: 'external Ehr "Electronic health record" : HealthInformationSystem',
  },
  {
    keyword: "device",
    title: "Device",
    area: "model",
    doc: "A piece of hardware, or a host, with processes, stores and interfaces inside. Its border is a trust boundary.",
    name: "own",
    within: containers,
    kinds: { to: "kind", required: false },
    header: { form: "none" },
    properties: [
      text("essential-function", "The function whose loss or degradation can harm a patient."),
      refs("harm")("harms", "What happens to the patient when the essential function fails or misbehaves.", { list: true }),
      text("fail-safe", "What happens to the essential function when network, software or power fail: the state that is safe."),
      words(w.party)("physical-access", "The least trusted party that can touch it.", { default: "who manages its boundary" }),
      suppliedBy,
      yesNo("safety-related", "Its failure can harm a patient.", { default: "yes when it has an essential function" }),
      yesNo("battery-powered", "Runs on a battery whose exhaustion matters."),
      yesNo("portable", "Carried around, and so easily lost or stolen."),
      yesNo("general-purpose-os", "Runs a general-purpose operating system."),
      yesNo("programmable", "Contains software or firmware.", { default: "yes" }),
      yesNo("default-credentials", "Every unit ships with the same credential."),
      yesNo("multi-patient", "Serves several patients or several devices at once."),
      platform,
      within,
      ...scope,
      formerly,
    ],
    example:
      'device Pump "Infusion pump" : MedicalDevice {\n  essential-function: "Deliver the programmed dose"\n  physical-access: patients-and-visitors\n}',
  },
  {
    keyword: "process",
    title: "Process",
    area: "model",
    doc: "Running software or firmware that receives, changes or sends data.",
    name: "own",
    within: containers,
    kinds: { to: "kind", required: false },
    header: { form: "none" },
    properties: [
      words(w.privilege)("privilege", "Rights it runs with."),
      words(w.input)("accepts", "What it parses or accepts from outside.", { list: true }),
      yesNo("memory-safe", "Written in a language that prevents memory corruption."),
      yesNo("multi-tenant", "Serves several customers from one instance."),
      yesNo("signs-in-users", "People sign in to it."),
      yesNo("learns", "Its behaviour comes from training data."),
      within,
      ...scope,
      formerly,
    ],
    example: "process Firmware : EmbeddedSoftware { accepts: hl7-v2 }",
  },
  {
    keyword: "store",
    title: "Data store",
    area: "model",
    doc: "Data at rest: a database, a file, a log, a memory card.",
    name: "own",
    within: containers,
    kinds: { to: "kind", required: false },
    header: { form: "none" },
    properties: [
      refs("data")("holds", "The data it holds.", { list: true, required: true }),
      yesNo("removable", "Can be taken away without tools."),
      text("retention", "How long data stay."),
      text("capacity", "How much it holds, e.g. entries of a log."),
      within,
      ...scope,
      formerly,
    ],
    example: 'store Library "Drug library" { holds: DrugLibrary }',
  },
  {
    keyword: "interface",
    title: "Interface",
    area: "model",
    doc: "A network, wireless, physical or human port of a device, used or unused, debug ports and board connections included.",
    name: "own",
    within: ["device", "file"],
    kinds: { to: "kind", required: false },
    header: { form: "none" },
    properties: [
      port("port", "Ports it listens on.", { list: true }),
      words(w.direction)("direction", "Who opens connections, seen from the device."),
      text("purpose", "What it is for."),
      words(w.medium)("medium", "What it is made of; usually given by its kind."),
      words(w.range)("range", "How far a radio reaches; usually given by its kind."),
      words(w.party)("reachable-by", "The least trusted party that can open a connection to it, where the model shows none of them."),
      words(w.enabled)("enabled", "When it works.", { default: "always" }),
      refs("protocol")("protocol", "Protocols it speaks, where no flow shows them.", { list: true }),
      within,
      ...scope,
      formerly,
    ],
    example: 'interface Lan : Ethernet { port: 443/tcp  direction: inbound  purpose: "Orders and status" }',
  },
  {
    keyword: "flow",
    title: "Data flow",
    area: "model",
    doc: "Data that move from a source to a target. Declare each direction that carries data worth protecting.",
    name: "own",
    within: containers,
    kinds: { to: "kind", required: false },
    header: { form: "arrow", ends: ["actor", "external", "device", "process", "store", "interface"] },
    properties: [
      refs("data")("carries", "The data it carries.", { list: true }),
      refs("protocol")("protocol", "The protocols it uses, outermost included.", { list: true }),
      refs("interface")("via", "The interfaces it passes.", { list: true }),
      yesNo("commands", "The receiver acts on it.", { default: "no" }),
      yesNo("remote-service", "A person or system of the manufacturer works on the device from afar.", { default: "no" }),
      text("purpose", "What it is for."),
      text("addressing", "How the ends find each other: fixed address, DHCP, name."),
      text("frequency", "How often it happens."),
      number("devices", "How many devices take part, where it is more than one."),
      ...scope,
      formerly,
    ],
    example:
      'flow SendOrder "Send order" Gateway.Broker -> Pump.Firmware {\n  via: Pump.Lan\n  carries: Order\n  protocol: HTTPS\n  commands: yes\n}',
  },
];
