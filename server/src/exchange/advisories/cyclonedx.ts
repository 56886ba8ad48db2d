// Reads CycloneDX documents that say something about vulnerabilities (VEX), by themselves or in a bill of materials.
import { dayOf, type Json, objectOf, objectsOf, textOf, textsOf } from "../../source/json.ts";
import type { Advisory, Product, Statement } from "./types.ts";

/** The states of CycloneDX in words of the language. */
const states: Readonly<Record<string, Statement["status"]>> = {
  resolved: "fixed",
  resolved_with_pedigree: "fixed",
  exploitable: "affected",
  in_triage: "under-investigation",
  false_positive: "not-affected",
  not_affected: "not-affected",
};
const responses: Readonly<Record<string, string>> = {
  can_not_fix: "can-not-fix",
  will_not_fix: "will-not-fix",
  update: "update",
  rollback: "rollback",
  workaround_available: "workaround",
};

/** Whether a file is of this format. */
export function isCycloneDx(file: Json): boolean {
  return file.bomFormat === "CycloneDX";
}

/** Its vulnerabilities. */
export function readCycloneDx(file: Json): Advisory[] {
  const products = new Map<string, Product>();
  const waiting = [...objectsOf([objectOf(file.metadata)?.component]), ...objectsOf(file.components)];
  for (const component of waiting) {
    const product = productOf(component);
    const ref = textOf(component["bom-ref"]);
    if (ref && product) products.set(ref, product);
    waiting.push(...objectsOf(component.components));
  }
  return objectsOf(file.vulnerabilities).map((one): Advisory => {
    const others = objectsOf(one.references).map(({ id }) => textOf(id));
    return {
      ids: [textOf(one.id), ...others].filter((id) => id !== undefined),
      title: textOf(one.description) ?? textOf(one.detail) ?? "",
      vectors: objectsOf(one.ratings).flatMap(({ vector }) => textOf(vector) ?? []),
      found: dayOf(one.created) ?? dayOf(one.published),
      statements: objectsOf(one.affects).flatMap((affect) => statementOf(one, affect, products) ?? []),
    };
  });
}

function productOf(component: Json): Product | undefined {
  const name = textOf(component.name);
  if (name === undefined) return undefined;
  const group = textOf(component.group);
  return {
    name: group ? `${group}/${name}` : name,
    version: textOf(component.version),
    purl: textOf(component.purl),
    cpe: textOf(component.cpe),
  };
}

function statementOf(one: Json, affect: Json, products: ReadonlyMap<string, Product>): Statement | undefined {
  const ref = textOf(affect.ref);
  if (ref === undefined) return undefined;
  const analysis = objectOf(one.analysis) ?? {};
  const state = textOf(analysis.state) ?? "";
  const justification = textOf(analysis.justification)?.replaceAll("_", "-");
  const detail = textOf(analysis.detail);
  const versions = objectsOf(affect.versions);
  const listed = new Map(versions.map(({ version, status }) => [textOf(version) ?? "", textOf(status) ?? "affected"]));
  return {
    product: productBehind(ref, products),
    status: Object.hasOwn(states, state) ? states[state] : undefined,
    justification,
    statement: state === "false_positive" && detail === undefined ? "A false positive" : detail,
    response: textsOf(analysis.response).flatMap((word) => (Object.hasOwn(responses, word) ? (responses[word] ?? []) : [])),
    action: textOf(one.recommendation) ?? textOf(one.workaround),
    versions: versions
      .filter(({ status }) => status === undefined || status === "affected")
      .flatMap(({ version, range }) => textOf(version) ?? textOf(range) ?? [])
      .join(", "),
    // A range may say more than the versions that stand beside it.
    holds: (version) => {
      const status = listed.get(version);
      if (status === "unknown") return undefined;
      if (status !== undefined) return status !== "unaffected" || state === "not_affected" || state === "resolved";
      return undefined;
    },
  };
}

// A reference may lead into another document (BOM-Link), and its end is often a package URL by itself.
function productBehind(ref: string, products: ReadonlyMap<string, Product>): Product {
  const end = ref.startsWith("urn:cdx:") ? decoded(ref.slice(ref.indexOf("#") + 1)) : ref;
  const known = products.get(ref) ?? products.get(end);
  if (known) return known;
  return end.startsWith("pkg:") ? { name: end, purl: end } : { name: end.replace(/^component /, "") };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
