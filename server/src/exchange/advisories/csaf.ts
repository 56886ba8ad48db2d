// Reads CSAF 2.0 advisories and VEX documents: the product tree, and what is said about its products.
import { dayOf, type Json, objectOf, objectsOf, textOf, textsOf } from "../../source/json.ts";
import type { Advisory, Product, Statement } from "./types.ts";

/** The lists of `product_status`; what a supplier calls affected is still to be assessed in what is made of it. */
const lists: readonly (readonly [list: string, status: Statement["status"]])[] = [
  ["known_not_affected", "not-affected"],
  ["fixed", "fixed"],
  ["first_fixed", "fixed"],
  ["under_investigation", "under-investigation"],
  ["known_affected", undefined],
  ["first_affected", undefined],
  ["last_affected", undefined],
];

/** Flags of CSAF in the nearest justifications of CycloneDX; the one without is told in words. */
const justifications: Readonly<Record<string, string>> = {
  component_not_present: "code-not-present",
  vulnerable_code_not_present: "code-not-present",
  vulnerable_code_not_in_execute_path: "code-not-reachable",
  inline_mitigations_already_exist: "protected-by-mitigating-control",
};
const responses: Readonly<Record<string, string>> = {
  vendor_fix: "update",
  workaround: "workaround",
  mitigation: "workaround",
  no_fix_planned: "will-not-fix",
};
const deepest = 50;

/** Whether a file is of this format. */
export function isCsaf(file: Json): boolean {
  return textOf(objectOf(file.document)?.csaf_version) !== undefined;
}

/** Its vulnerabilities. */
export function readCsaf(file: Json): Advisory[] {
  const products = productsOf(objectOf(file.product_tree) ?? {});
  const document = objectOf(file.document) ?? {};
  const day = dayOf(objectOf(document.tracking)?.initial_release_date);
  return objectsOf(file.vulnerabilities).map((one): Advisory => {
    const others = objectsOf(one.ids).flatMap(({ text }) => textOf(text) ?? []);
    return {
      ids: [textOf(one.cve), ...others].filter((id) => id !== undefined),
      title: textOf(one.title) ?? textOf(document.title) ?? "",
      vectors: vectorsOf(one),
      found: dayOf(one.discovery_date) ?? dayOf(one.release_date) ?? day,
      statements: statementsOf(one, products),
    };
  });
}

function vectorsOf(one: Json): string[] {
  // In CSAF 2.1 scores stand in `metrics`.
  const scores = [...objectsOf(one.scores), ...objectsOf(one.metrics).flatMap(({ content }) => objectsOf([content]))];
  const parts = scores.flatMap(({ cvss_v3, cvss_v4 }) => objectsOf([cvss_v3, cvss_v4]));
  return [...new Set(parts.flatMap(({ vectorString }) => textOf(vectorString) ?? []))];
}

function productsOf(tree: Json): Map<string, Product> {
  const products = new Map<string, Product>();
  const add = (described: Json | undefined, version?: string): void => {
    const id = textOf(described?.product_id);
    const helper = objectOf(described?.product_identification_helper);
    if (described === undefined || id === undefined) return;
    const name = textOf(described.name) ?? id;
    products.set(id, { name, version, purl: textOf(helper?.purl), cpe: textOf(helper?.cpe) });
  };
  const visit = (branches: unknown, above: { readonly name?: string; readonly version?: string }, depth: number): void => {
    if (depth > deepest) return;
    for (const branch of objectsOf(branches)) {
      const name = textOf(branch.name);
      const here = {
        ...above,
        ...(branch.category === "product_name" && name ? { name } : {}),
        ...(branch.category === "product_version" && name ? { version: name } : {}),
      };
      const product = objectOf(branch.product);
      // The name of a branch is that of the product alone; the full name has the version in it.
      if (product) add(here.name ? { ...product, name: here.name } : product, here.version);
      visit(branch.branches, here, depth + 1);
    }
  };
  visit(tree.branches, {}, 0);
  for (const product of objectsOf(tree.full_product_names)) add(product);
  for (const relationship of objectsOf(tree.relationships)) {
    const whole = objectOf(relationship.full_product_name);
    const id = textOf(whole?.product_id);
    const part = products.get(textOf(relationship.product_reference) ?? "");
    // A part in a product is looked for by what the part is.
    if (id && part) products.set(id, part);
    else add(whole);
  }
  return products;
}

function statementsOf(one: Json, products: ReadonlyMap<string, Product>): Statement[] {
  const status = objectOf(one.product_status) ?? {};
  const about = (parts: unknown, id: string): readonly Json[] =>
    objectsOf(parts).filter(({ product_ids, group_ids }) => textsOf(product_ids).includes(id) || (product_ids ?? group_ids) === undefined);
  const known = new Set<string>();
  return lists.flatMap(([list, word]) =>
    textsOf(status[list]).flatMap((id): Statement[] => {
      const product = products.get(id);
      if (product === undefined || known.has(id)) return [];
      known.add(id);
      const labels = about(one.flags, id).flatMap(({ label }) => textOf(label) ?? []);
      const mapped = labels.find((label) => Object.hasOwn(justifications, label));
      const impact = about(one.threats, id)
        .filter(({ category }) => category === "impact")
        .flatMap(({ details }) => textOf(details) ?? []);
      const unmapped = labels.filter((label) => !Object.hasOwn(justifications, label)).map((label) => label.replaceAll("_", " "));
      const remedies = word === "not-affected" ? [] : about(one.remediations, id);
      const named = remedies.map(({ category }) => textOf(category) ?? "").filter((category) => Object.hasOwn(responses, category));
      return [
        {
          product,
          status: word,
          justification: word === "not-affected" && mapped ? justifications[mapped] : undefined,
          statement: [...impact, ...unmapped].join("; ") || undefined,
          response: [...new Set(named.flatMap((category) => responses[category] ?? []))],
          action: remedies.flatMap(({ details }) => textOf(details) ?? []).join("; ") || undefined,
          versions: word === undefined ? product.version : undefined,
          // It speaks of one version; of others it says nothing.
          holds: (version) => (product.version === undefined ? undefined : product.version === version),
        },
      ];
    }),
  );
}
