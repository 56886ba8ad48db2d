// Dead answers: controls and assumptions that nothing needs.
import type { Catalogue } from "../catalogue/catalogue.ts";
import { diagnostic } from "../diagnostics/create.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { Facts } from "../model/derived/facts.ts";
import { type Entity, nameLocation } from "../model/types.ts";
import type { Autonomy, RequirementInstance, ThreatInstance } from "./types.ts";
import { list, listOf } from "./wording.ts";

/** Controls that give no measure that any threat at an element in their reach asks for. */
export function unusedControls(
  facts: Facts,
  catalogue: Catalogue,
  threats: readonly ThreatInstance[],
  autonomy: readonly Autonomy[],
): Diagnostic[] {
  const used = new Set<Entity>();
  for (const instance of threats) {
    for (const alternative of instance.alternatives) {
      for (const answer of alternative.measures)
        for (const provider of answer.providers) for (const source of provider.sources) used.add(source);
    }
    // What a vulnerability breaks is meant for something all the same.
    for (const { provider } of instance.defeated) for (const source of provider.sources) used.add(source);
  }
  const needed = new Set(autonomy.map((one) => one.measure));
  return facts.model
    .of("control")
    .filter((control) => control.kinds.length > 0 && facts.model.refs(control, "protects").length > 0 && !used.has(control))
    .filter((control) => !control.kinds.some((measure) => [...facts.model.kindsOf(measure)].some((one) => needed.has(one))))
    .map((control) =>
      diagnostic("unused-control", nameLocation(control), { name: control.name, meant: meantFor(facts, catalogue, control) }),
    );
}

function meantFor(facts: Facts, catalogue: Catalogue, control: Entity): string {
  const measures = new Set(control.kinds.flatMap((measure) => [...facts.model.kindsOf(measure)]));
  const threats = catalogue.threats.filter((threat) =>
    threat.alternatives.some((alternative) => alternative.some((measure) => measures.has(measure))),
  );
  if (threats.length === 0) return `: no threat of the catalogue asks for ${listOf(control.kinds)}`;
  const shown = list(
    threats.slice(0, 4).map((threat) => threat.entity.name),
    "or",
  );
  const more = threats.length > 4 ? ` (or ${threats.length - 4} more)` : "";
  return `: it would answer ${shown}${more}, and none of them applies to ${listOf(facts.model.refs(control, "protects"))}`;
}

/** Assumptions that state no requirement that is raised and reach no threat that theirs answers. */
export function unusedAssumptions(
  facts: Facts,
  threats: readonly ThreatInstance[],
  requirements: readonly RequirementInstance[],
): Diagnostic[] {
  const used = new Set<Entity>();
  for (const { assuming } of [...threats, ...requirements]) for (const assumption of assuming) used.add(assumption);
  return facts.model
    .of("assumption")
    .filter((assumption) => assumption.kinds.length > 0 && facts.model.refs(assumption, "about").length > 0 && !used.has(assumption))
    .map((assumption) => {
      const elsewhere = requirements
        .filter(({ requirement }) => assumption.kinds.includes(requirement.entity))
        .map(({ place }) => place.id);
      const meant =
        elsewhere.length > 0
          ? `: ${listOf(assumption.kinds)} is asked for at ${list(elsewhere.slice(0, 4))}`
          : `: ${listOf(assumption.kinds)} is asked for nowhere in this model`;
      return diagnostic("unused-assumption", nameLocation(assumption), { name: assumption.name, meant });
    });
}
