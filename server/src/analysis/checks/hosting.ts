// Data of persons that lie off the premises of who uses the device: where they lie, and what protects them there.
import { diagnostic } from "../../diagnostics/create.ts";
import { inScope } from "../../model/derived/containment.ts";
import type { Facts } from "../../model/derived/facts.ts";
import { type Entity, nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";
import { asked, hasCapability, isA, protects } from "./duty.ts";

const personal: ReadonlySet<string> = new Set(["personal", "health"]);

/** Reports hosted stores of such data without a place, or without a measure for what is stored. */
export const hostingCheck: Check = (facts) => {
  const duty = asked(facts, "hosted-data");
  if (duty === undefined) return [];
  const { model } = facts;
  const isCloud = isA(facts, "kind", "Cloud");
  return model.of("store").flatMap((store) => {
    const around = model.around(store).filter((outer) => outer.keyword === "boundary");
    const away = around.some(isCloud) || ["manufacturer", "third-party"].includes(facts.word(store, "managed-by") ?? "");
    const data = model.refs(store, "holds").filter((datum) => personal.has(model.text(datum, "classification") ?? ""));
    if (!away || data.length === 0 || !inScope(facts, store)) return [];
    const missing = [
      ...(around.some((outer) => model.property(outer, "location")) ? [] : ["where it lies"]),
      ...(isProtected(facts, store, data) ? [] : ["what protects it there"]),
    ];
    if (missing.length === 0) return [];
    return [
      diagnostic("unplaced-hosted-data", nameLocation(store), {
        name: store.id,
        data: data[0]?.title ?? "",
        missing: missing.join(" nor "),
        clauses: duty.clauses,
      }),
    ];
  });
};

// A control of storage confidentiality, or access rights of the store itself, or a kind that brings one along.
function isProtected(facts: Facts, store: Entity, data: readonly Entity[]): boolean {
  const { model } = facts;
  const counts = (control: Entity): boolean =>
    hasCapability(facts, control, "STCF") && [store, ...data].some((element) => protects(facts, control, element));
  const byNature = [...model.kindsOf(store)].some((kind) => (kind.properties.get("provides")?.values.length ?? 0) > 0);
  return byNature || model.of("control").some(counts);
}
