// The one vocabulary table: every declaration of the language with its properties, for checking, completion, hover
// and the generated reference.
import { answerDeclarations } from "./answers.ts";
import { assetDeclarations } from "./assets.ts";
import { catalogueDeclarations } from "./catalogue.ts";
import { elementDeclarations } from "./elements.ts";
import { marketDeclarations } from "./market.ts";
import type { DeclarationSpec } from "./types.ts";
import { vulnerabilityDeclarations } from "./vulnerabilities.ts";

/** Every declaration, in the order of the documentation. */
export const declarations: readonly DeclarationSpec[] = [
  ...assetDeclarations,
  ...elementDeclarations,
  ...answerDeclarations,
  ...marketDeclarations,
  ...vulnerabilityDeclarations,
  ...catalogueDeclarations,
];

const byKeyword = new Map<string, DeclarationSpec>(declarations.map((spec) => [spec.keyword, spec]));

/** The declaration that a keyword begins, if it begins one. */
export function declarationSpec(keyword: string): DeclarationSpec | undefined {
  return byKeyword.get(keyword);
}
