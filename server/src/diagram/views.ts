// The views that a model offers: those it declares, and those that every reader asks for.
import type { Analysis } from "../analysis/types.ts";
import { elementsIn } from "../model/derived/containment.ts";
import type { Entity } from "../model/types.ts";
import { drawnFlows, isNode, select } from "./selection.ts";
import type { ViewInfo, ViewKind } from "./types.ts";

/** Views of the whole system: name, title and what they show. */
const whole: readonly { readonly kind: ViewKind; readonly title: string; readonly doc: string }[] = [
  { kind: "full", title: "Data-flow diagram", doc: "Every element and every flow." },
  {
    kind: "context",
    title: "Context",
    doc: "Boundaries, people, other systems and devices as wholes; flows between the same two are one arrow.",
  },
];

/** Views that regulators ask for in a premarket file. */
const regulators: readonly { readonly kind: ViewKind; readonly title: string; readonly doc: string }[] = [
  {
    kind: "system",
    title: "Global system view",
    doc: "The system as a whole: devices closed, with all ports and every connection between them.",
  },
  { kind: "updates", title: "Updates and patches", doc: "The way of software from where it is released to where it runs." },
  {
    kind: "multi-patient",
    title: "Multi-patient harm",
    doc: "Devices that serve several patients or devices at once, and all that they exchange.",
  },
  {
    kind: "security-use-case",
    title: "Security use cases",
    doc: "Flows over a border of the design that command, update or carry credentials.",
  },
];

/** Every view of a model; the first is the one shown unasked. */
export function views(analysis: Analysis): ViewInfo[] {
  const { facts, model } = analysis;
  const own = (entity: Entity): boolean => entity.file.origin === "user" && !entity.node.modifier;
  const all: ViewInfo[] = [];
  const add = (view: ViewInfo): void => {
    // A `view` may have taken the name; two declarations of one name are reported elsewhere, and the first counts.
    if (all.some((known) => known.name === view.name)) return;
    const shown = select(analysis, view);
    if (shown && [...shown.elements].some(isNode)) all.push(view);
  };
  const declared = model
    .of("view")
    .filter(own)
    .map((view): ViewInfo => ({ name: view.id, title: view.title, kind: "declared", about: view.id, doc: "Declared in the model." }));
  const general = whole.map(({ kind, title, doc }): ViewInfo => ({ name: kind, title, kind, doc }));
  const reserved = new Set([...general.map((one) => one.name), ...regulators.map((one) => one.kind)]);
  for (const view of declared) if (reserved.has(view.name as ViewKind)) add(view);
  for (const view of general) add(view);
  for (const view of declared) add(view);
  for (const scenario of model.of("scenario").filter(own))
    add({
      name: `scenario:${scenario.id}`,
      title: scenario.title,
      kind: "scenario",
      about: scenario.id,
      doc: "The steps of the scenario, in order.",
    });
  for (const device of model.of("device").filter(own)) {
    if (!elementsIn(facts, device).some(isNode) && drawnFlows(analysis).every((flow) => flow.source !== device && flow.target !== device))
      continue;
    add({
      name: `device:${device.id}`,
      title: device.title,
      kind: "device",
      about: device.id,
      doc: "The device with its ports, and whom it talks to.",
    });
  }
  for (const boundary of model.of("boundary").filter(own)) {
    if (!elementsIn(facts, boundary).some(isNode)) continue;
    add({
      name: `boundary:${boundary.id}`,
      title: boundary.title,
      kind: "boundary",
      about: boundary.id,
      doc: "What stands inside the boundary, and what crosses it.",
    });
  }
  for (const { kind, title, doc } of regulators) {
    if (kind !== "system" && (select(analysis, { name: kind, title, kind, doc })?.flows.length ?? 0) === 0) continue;
    add({ name: kind, title, kind, doc });
  }
  return all;
}
