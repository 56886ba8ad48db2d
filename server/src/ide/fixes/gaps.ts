// Gaps that leave the analysis blind: data and protocol of a flow, the boundary of a device, port and direction of an
// interface, the reason of what is out of scope, the harms of an essential function, the system itself.

import type { Keyword } from "../../../../grammar/keywords.ts";
import { deviceOf } from "../../model/derived/containment.ts";
import { isEnabled } from "../../model/derived/flows.ts";
import type { Entity } from "../../model/types.ts";
import { openThreats } from "../closing.ts";
import { freeName, namesOf, shortestPath } from "../scope.ts";
import { entityAt } from "./at.ts";
import { addProperties, addToProperty, insert } from "./edits.ts";
import { type Draft, draft, type Edit, type Family, type Problem, placeholder, selected } from "./family.ts";
import { addDeclaration, addImport } from "./insert.ts";
import { stubDeclaration } from "./stub.ts";

/** What a file sees of a keyword, the heaviest first, as it would be written in a declaration. */
export function choices(
  { analysis, file }: Problem,
  from: Entity,
  keyword: Keyword,
  weight: (one: Entity) => number,
): { entity: Entity; name: string }[] {
  const { model } = analysis;
  const order = (one: Entity): number => weight(one) * 10 + (one.file === file ? 1 : 0);
  return [...namesOf(model).candidates(file, [keyword])]
    .sort((a, b) => order(b) - order(a))
    .flatMap((entity) => {
      const name = shortestPath(model, entity, from, file, [keyword]);
      return name === undefined ? [] : [{ entity, name }];
    });
}

/** A declaration that does not exist yet, and its name given to a property. */
function declared(problem: Problem, entity: Entity, keyword: Keyword, wanted: string, property: string): Draft | undefined {
  const { analysis, file } = problem;
  const name = freeName(analysis.model, wanted);
  const text = stubDeclaration(problem, keyword, name, file);
  const own: Edit | undefined = text === undefined ? undefined : addDeclaration(file, text, [keyword]);
  return draft(problem, `Declare ${keyword} \`${name}\` for it`, [addToProperty(file, entity.node, property, name), own]);
}

/** Fixes of `flow-without-data`. */
export const flowWithoutData: Family = function* (problem) {
  const { model } = problem.analysis;
  const flow = entityAt(problem);
  if (flow === undefined) return;
  const ends = [flow.source, flow.target].filter((end) => end !== undefined);
  const near = new Set(
    ends.flatMap((end) => [
      ...model.refs(end, "holds"),
      ...[...model.flowsTo(end), ...model.flowsFrom(end)].flatMap((other) => model.refs(other, "carries")),
    ]),
  );
  const data = choices(problem, flow, "data", (one) => Number(near.has(one)));
  for (const { name } of data.slice(0, 3))
    yield draft(problem, `Let it carry \`${name}\``, [addProperties(problem.file, flow.node, [`carries: ${selected(name)}`])]);
  if (data.length === 0) yield declared(problem, flow, "data", `${flow.name}Data`, "carries");
};

/** Fixes of `flow-without-protocol`: what runs between the same devices, what the model uses, what would close most. */
export const flowWithoutProtocol: Family = function* (problem) {
  const { model, facts } = problem.analysis;
  const flow = entityAt(problem);
  if (flow === undefined) return;
  const weights = new Map<Entity, number>();
  const add = (protocols: readonly Entity[], weight: number): void => {
    for (const protocol of protocols) weights.set(protocol, (weights.get(protocol) ?? 0) + weight);
  };
  const devices = [deviceOf(facts, flow.source) ?? flow.source, deviceOf(facts, flow.target) ?? flow.target];
  for (const via of model.refs(flow, "via")) add(model.refs(via, "protocol"), 10000);
  for (const other of model.of("flow")) {
    const same = [other.source, other.target].filter((end) => devices.includes(deviceOf(facts, end) ?? end)).length;
    add(model.refs(other, "protocol"), same === 2 ? 1000 : 10);
  }
  const missing = openThreats(problem.analysis)
    .filter(({ element }) => element === flow)
    .flatMap(({ alternatives }) => alternatives.flatMap((one) => one.missing));
  for (const protocol of model.of("protocol")) {
    const gives = [...model.kindsOf(protocol)].flatMap((one) => model.refs(one, "provides"));
    add([protocol], missing.filter((measure) => gives.includes(measure)).length / 10);
  }
  for (const { name } of choices(problem, flow, "protocol", (one) => weights.get(one) ?? 0).slice(0, 4)) {
    yield draft(problem, `Let it use \`${name}\``, [addProperties(problem.file, flow.node, [`protocol: ${selected(name)}`])]);
  }
};

/** Fixes of `device-without-boundary`. */
export const deviceWithoutBoundary: Family = function* (problem) {
  const { model } = problem.analysis;
  const device = entityAt(problem);
  if (device === undefined) return;
  const boundaries = choices(
    problem,
    device,
    "boundary",
    (one) => model.contents(one).filter(({ keyword }) => keyword === "device").length,
  );
  for (const { name } of boundaries.slice(0, 4))
    yield draft(problem, `Put it into \`${name}\``, [addToProperty(problem.file, device.node, "within", selected(name))]);
  if (boundaries.length === 0) yield declared(problem, device, "boundary", `${device.name}Surroundings`, "within");
};

/** Fixes of `incomplete-interface`: one for each direction, with the port that it needs. */
export const incompleteInterface: Family = function* (problem) {
  const { model, facts } = problem.analysis;
  const entity = entityAt(problem);
  if (entity === undefined || !isEnabled(facts, entity)) return;
  const through = model.of("flow").filter((flow) => model.refs(flow, "via").includes(entity));
  const protocols = through.flatMap((flow) => model.refs(flow, "protocol"));
  const port = protocols.map((protocol) => model.text(protocol, "port")).find((one) => one !== undefined) ?? "443/tcp";
  const lacksPort = model.text(entity, "medium") === "wired" && !model.property(entity, "port");
  if (model.property(entity, "direction")) {
    yield draft(problem, `Add \`port: ${port}\``, [addProperties(problem.file, entity.node, [`port: ${selected(port)}`])], {
      preferred: true,
    });
    return;
  }
  const device = deviceOf(facts, entity);
  const incoming = through.some((flow) => deviceOf(facts, flow.target) === device);
  const outgoing = through.some((flow) => deviceOf(facts, flow.source) === device);
  const guess = incoming && outgoing ? "both" : outgoing ? "outbound" : "inbound";
  const said = {
    inbound: "Others open the connection",
    outbound: "The device opens the connection",
    both: "Either side opens the connection",
  } as const;
  for (const direction of [guess, ...(["inbound", "outbound", "both"] as const).filter((one) => one !== guess)] as const) {
    const lines =
      lacksPort && direction !== "outbound" ? [`port: ${selected(port)}`, `direction: ${direction}`] : [`direction: ${direction}`];
    yield draft(problem, `${said[direction]}: \`direction: ${direction}\``, [addProperties(problem.file, entity.node, lines)], {
      preferred: direction === guess,
    });
  }
};

/** Fixes of `scope-without-reason`. */
export const scopeWithoutReason: Family = function* (problem) {
  const entity = entityAt(problem);
  yield entity &&
    draft(problem, "Say why it is out of scope", [addProperties(problem.file, entity.node, [`reason: ${placeholder}`])], {
      preferred: true,
    });
};

/** Fixes of `essential-function-without-harm`. */
export const essentialFunctionWithoutHarm: Family = function* (problem) {
  const device = entityAt(problem);
  if (device === undefined) return;
  const harms = choices(problem, device, "harm", () => 0);
  for (const { name } of harms.slice(0, 4))
    yield draft(problem, `Its failure leads to \`${name}\``, [addProperties(problem.file, device.node, [`harms: ${selected(name)}`])]);
  if (harms.length === 0) yield declared(problem, device, "harm", `${device.name}Fails`, "harms");
};

/** Fixes of `missing-system`. */
export const missingSystem: Family = function* (problem) {
  const { file, analysis, text } = problem;
  const stem =
    file.path
      .split("/")
      .at(-1)
      ?.replace(/\.ward$/, "") ?? "Product";
  const name = freeName(
    analysis.model,
    stem.replace(/(?:^|[-_ .])(\p{L})/gu, (_, letter: string) => letter.toUpperCase()),
  );
  const stub = stubDeclaration(problem, "system", name, file);
  const first = file.tree.items.find((item) => item.type !== "import");
  if (stub === undefined || first === undefined) return;
  const comment = file.tree.comments.findLast(
    (one) => one.kind === "doc" && one.end <= first.start && text.slice(one.end, first.start).trim() === "",
  );
  let start = comment?.start ?? first.start;
  for (const one of [...file.tree.comments].reverse())
    if (one.kind === "doc" && one.end <= start && text.slice(one.end, start).trim() === "") start = one.start;
  yield draft(problem, `Declare system \`${name}\``, [insert(file, start, `${stub}\n\n`)], { preferred: true });
};

/** Fixes of `missing-catalogue`. */
export const missingCatalogue: Family = function* (problem) {
  yield draft(problem, 'Add `import "ward:medical"`', [addImport(problem.file, "ward:medical")], { preferred: true, safe: true });
};
