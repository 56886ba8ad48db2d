// Attributes that conditions can read besides the declared properties: what follows from where an element stands, what
// flows to it and who reaches it. Their values are computed in `model/derived`; here stand their types and meanings.
import type { Keyword } from "../../../grammar/keywords.ts";
import type { WordSet } from "./types.ts";
import * as w from "./words.ts";

/** The type of an expression in a condition. */
export type AttributeType =
  | { readonly base: "yes-no" | "number" | "text" | "date" | "port"; readonly many: boolean }
  | { readonly base: "word"; readonly set: WordSet; readonly many: boolean }
  | { readonly base: "entity"; readonly keywords: readonly Keyword[]; readonly many: boolean };

/** One derived attribute. */
export interface AttributeSpec {
  readonly name: string;
  readonly on: readonly Keyword[];
  readonly type: AttributeType;
  readonly doc: string;
}

const one = (...keywords: Keyword[]): AttributeType => ({ base: "entity", keywords, many: false });
const many = (...keywords: Keyword[]): AttributeType => ({ base: "entity", keywords, many: true });
const yesNo: AttributeType = { base: "yes-no", many: false };
const word = (set: WordSet): AttributeType => ({ base: "word", set, many: false });

const inside: readonly Keyword[] = ["device", "process", "store", "interface"];
const ends: readonly Keyword[] = ["actor", "external", "device", "process", "store", "interface"];
const all: readonly Keyword[] = [...ends, "flow", "boundary"];
const targets: readonly Keyword[] = [...inside, "flow", "boundary"];
const containers: readonly Keyword[] = ["boundary", "system"];

const attribute = (name: string, on: readonly Keyword[], type: AttributeType, doc: string): AttributeSpec => ({ name, on, type, doc });

/** Every derived attribute, in the order of the documentation. */
export const attributes: readonly AttributeSpec[] = [
  attribute("system", [...all, "data", "component", "role"], one("system"), "The system of the model."),
  attribute("boundary", all, one("boundary"), "The nearest boundary around it (of a flow: around its target)."),
  attribute("device", [...inside, "component"], one("device"), "The device around it; of a device, itself."),
  attribute("managed-by", ends, word(w.manager), "Who manages the nearest boundary around it."),
  attribute(
    "supplied-by",
    ["device", "external", "process", "store", "interface"],
    word(w.party),
    "Who supplies it or the device around it.",
  ),
  attribute(
    "physical-access",
    ["device"],
    word(w.party),
    "The least trusted party that can touch it: as stated, or who manages its boundary.",
  ),
  attribute("party", ["actor", "external"], word(w.party), "Whom it belongs to: by `party`, by its role, or by who manages its boundary."),
  attribute("in-scope", [...all, "component"], yesNo, "It is part of the manufacturer's design and not `scope: out`."),
  attribute("exposure", targets, word(w.party), "The least trusted party that reaches it by flow, by radio or by hand."),
  attribute(
    "reachable-from",
    targets,
    many("actor", "external", "device", "process"),
    "Sources whose data can arrive here, directly or through others.",
  ),
  attribute(
    "incoming",
    [...ends, "boundary"],
    many("flow"),
    "Flows that end here; of a device or boundary, flows that enter it; of an interface, flows into its device through it.",
  ),
  attribute(
    "outgoing",
    [...ends, "boundary"],
    many("flow"),
    "Flows that start here; of a device or boundary, flows that leave it; of an interface, flows out of its device through it.",
  ),
  attribute(
    "flows",
    [...ends, "boundary", "system", "data"],
    many("flow"),
    "Incoming and outgoing flows; of the system, all; of data, the flows that carry it.",
  ),
  attribute("data", targets, many("data"), "Data at stake here: carried, held or, in a container, carried or held by what is inside."),
  attribute(
    "leads-to-harm",
    [...targets, "data"],
    yesNo,
    "Its failure or misuse can harm a patient, by its data, its device's essential function or what its device commands.",
  ),
  attribute("harms-at-stake", [...targets, "data"], many("harm"), "The harms it can lead to."),
  attribute(
    "safety-related",
    ["device", "process", "store", "interface", "flow"],
    yesNo,
    "Its device (of a flow: the target's device) is safety-related.",
  ),
  attribute(
    "networked",
    ["device", "interface", "flow"],
    yesNo,
    "It has or is a wired or wireless network connection; a flow that leaves its device over a network.",
  ),
  attribute("wireless", ["device", "interface", "flow"], yesNo, "It has, is or passes a radio link."),
  attribute("source", ["flow"], one(...ends), "Where the flow starts."),
  attribute("target", ["flow"], one(...ends), "Where the flow ends."),
  attribute("source-device", ["flow"], one("device"), "The device in which the flow starts, if it starts in one."),
  attribute("target-device", ["flow"], one("device"), "The device in which the flow ends, if it ends in one."),
  attribute(
    "source-party",
    ["flow"],
    word(w.party),
    "Who controls the source: a person's or external's party, or who manages the boundary around a device.",
  ),
  attribute("target-party", ["flow"], word(w.party), "Who controls the target."),
  attribute("crosses-boundary", ["flow"], yesNo, "It crosses the border of a device or a boundary."),
  attribute("crosses-zone", ["flow"], yesNo, "It crosses the border of a boundary: its ends stand in different boundaries."),
  attribute("crossed", ["flow"], many("boundary", "device"), "The boundaries and devices whose border it crosses."),
  attribute("leaves-device", ["flow"], yesNo, "Its ends are not in the same device."),
  attribute("human", ["flow"], yesNo, "One end is a person."),
  attribute("local", ["flow"], yesNo, "It runs over a cable, bus or medium that no network routes, or inside one device."),
  attribute("processes", ["device", ...containers], many("process"), "Processes inside."),
  attribute("stores", ["device", "data", ...containers], many("store"), "Stores inside; of data, the stores that hold it."),
  attribute("interfaces", ["device", ...containers], many("interface"), "Interfaces inside."),
  attribute("devices", containers, many("device"), "Devices inside."),
  attribute("externals", containers, many("external"), "External systems inside."),
  attribute("actors", containers, many("actor"), "Persons inside."),
  attribute("boundaries", containers, many("boundary"), "Boundaries inside."),
  attribute("components", ["device", "process", "system"], many("component"), "Components that are part of it."),
  attribute("roles", ["device", "process", "external", "system"], many("role"), "Roles with rights on it."),
  attribute("operated-by", ["device", "process", "system"], many("actor"), "Persons whose flows reach it."),
  attribute("support-ended", ["component", "system"], yesNo, "Its security support ended before the day of the analysis."),
];
