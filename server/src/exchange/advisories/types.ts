// What files about vulnerabilities say, whatever their format: one statement for each vulnerability and product.

/** A product, as a file names it. */
export interface Product {
  readonly name: string;
  readonly version?: string | undefined;
  /** A package URL. */
  readonly purl?: string | undefined;
  readonly cpe?: string | undefined;
}

/** What a file says about one product. Words are those of the language; what it leaves open is absent. */
export interface Statement {
  readonly product: Product;
  /** Absent where the file says that the product has the vulnerability, but not whether it can be exploited in what is made of it. */
  readonly status?: "affected" | "not-affected" | "fixed" | "under-investigation" | undefined;
  readonly justification?: string | undefined;
  readonly statement?: string | undefined;
  readonly response: readonly string[];
  readonly action?: string | undefined;
  /** The versions that have it, in words. */
  readonly versions?: string | undefined;
  /** Whether a version has it: undefined where that cannot be told. */
  readonly holds: (version: string) => boolean | undefined;
}

/** A vulnerability in a file. */
export interface Advisory {
  readonly ids: readonly string[];
  readonly title: string;
  readonly vectors: readonly string[];
  /** The day it became known, `YYYY-MM-DD`. */
  readonly found?: string | undefined;
  readonly statements: readonly Statement[];
}

/** What a file holds, or why it cannot be read. */
export type Reading = { readonly format: string; readonly advisories: readonly Advisory[] } | { readonly problem: string };
