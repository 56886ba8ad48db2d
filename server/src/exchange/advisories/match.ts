// Finds the components of a model that a file speaks of: by package URL, by CPE, or by name.
import type { Model } from "../../model/model.ts";
import type { Entity } from "../../model/types.ts";
import type { Product } from "./types.ts";

/** The components that are this product, whatever their version. Names decide only where no identifiers can. */
export function componentsOf(model: Model, product: Product): readonly Entity[] {
  const all = model.of("component").filter(({ file }) => file.origin === "user");
  const keys = [packageOf(product.purl), cpeOf(product.cpe)].filter((key) => key !== undefined);
  const identified = all.filter((one) => {
    const own = identifierOf(model, one);
    return own !== undefined && keys.includes(own);
  });
  if (identified.length > 0) return identified;
  const names = [product.name, nameIn(product.purl), cpeName(product.cpe)].filter((name) => name !== undefined).map(plainName);
  return all.filter((one) => {
    const own = identifierOf(model, one);
    // Two identifiers of one sort that differ are two things, even under one name.
    if (own !== undefined && keys.some((key) => sortOf(key) === sortOf(own))) return false;
    return [one.name, one.title].some((name) => names.includes(plainName(name)));
  });
}

function identifierOf(model: Model, component: Entity): string | undefined {
  const identifier = model.text(component, "identifier");
  return packageOf(identifier) ?? cpeOf(identifier);
}

const sortOf = (key: string): string => key.slice(0, 4);

/** A package URL without version, qualifiers and subpath. */
function packageOf(purl: string | undefined): string | undefined {
  const found = /^pkg:\/*([^@?#]+)/i.exec(purl?.trim() ?? "")?.[1];
  if (found === undefined) return undefined;
  return `pkg:${decoded(found).toLowerCase()}`;
}

function nameIn(purl: string | undefined): string | undefined {
  return packageOf(purl)?.split("/").at(-1);
}

/** Part, vendor and product of a CPE name, in either of its forms. */
function cpeOf(cpe: string | undefined): string | undefined {
  const text = cpe?.trim().toLowerCase() ?? "";
  const parts = text.startsWith("cpe:2.3:")
    ? text.split(":").slice(2, 5)
    : text.startsWith("cpe:/")
      ? text.slice(5).split(":").slice(0, 3)
      : [];
  return parts.length === 3 ? `cpe:${parts.join(":")}` : undefined;
}

function cpeName(cpe: string | undefined): string | undefined {
  return cpeOf(cpe)?.split(":").at(-1);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
