// A protocol that no interface of its flow can carry: go through one that can, or speak what those on the way carry.
import { canCarry } from "../../analysis/checks/carriers.ts";
import { deviceOf } from "../../model/derived/containment.ts";
import { type Entity, isEntity } from "../../model/types.ts";
import { shortestPath } from "../scope.ts";
import { entityAt } from "./at.ts";
import { addToProperty, replace } from "./edits.ts";
import { draft, type Family, selected } from "./family.ts";
import { choices } from "./gaps.ts";

const most = 3;

/** Fixes of `protocol-without-carrier`. */
export const protocolWithoutCarrier: Family = function* (problem) {
  const { model, facts } = problem.analysis;
  const flow = entityAt(problem);
  const written = flow?.properties.get("protocol")?.values.find(({ node }) => node.start === problem.range.start);
  if (flow === undefined || !isEntity(written?.value)) return;
  const over = model.refs(written.value, "over");
  const devices = [flow.source, flow.target].map((end) => deviceOf(facts, end));
  const ways = model
    .of("interface")
    .filter((one) => one.kinds.length > 0 && canCarry(model, one, over) && devices.includes(deviceOf(facts, one)));
  for (const way of ways.slice(0, most)) {
    const name = shortestPath(model, way, flow, problem.file, ["interface"]);
    if (name !== undefined)
      yield draft(problem, `Go through \`${name}\``, [addToProperty(problem.file, flow.node, "via", name)], { preferred: way === ways[0] });
  }
  const via = model.refs(flow, "via");
  const fits = (protocol: Entity): boolean => {
    const needs = protocol.properties.get("over")?.values.flatMap(({ value }) => (isEntity(value) ? [value] : [])) ?? [];
    return needs.length > 0 && via.some((one) => needs.some((kind) => model.kindsOf(one).has(kind)));
  };
  const others = choices(problem, flow, "protocol", (one) => Number(fits(one))).filter(({ entity }) => fits(entity));
  for (const { name } of others.slice(0, most))
    yield draft(problem, `Let it use \`${name}\``, [replace(problem.file, problem.range, selected(name))]);
};
