// Small matters of English that messages share.

/** "a device", "an interface", "data". */
export function withArticle(noun: string): string {
  if (noun === "data" || noun === "evidence") return noun;
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** "a device, process or store". */
export function oneOf(nouns: readonly string[]): string {
  if (nouns.length > 4) return "an element";
  const [first = "", ...others] = nouns;
  return others.length === 0 ? withArticle(first) : `${[withArticle(first), ...others.slice(0, -1)].join(", ")} or ${others.at(-1)}`;
}
