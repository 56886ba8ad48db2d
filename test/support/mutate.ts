// Deterministic damage: texts made from real ones by deleting, inserting, swapping and doubling tokens and characters.

/** A generator of numbers in [0, 1) that gives the same row for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const splinters = [
  "{",
  "}",
  "(",
  ")",
  ",",
  ":",
  ".",
  "*",
  "->",
  "=",
  "<=",
  '"',
  '"""',
  "/*",
  "*/",
  "//",
  "///",
  "\n",
  "\r\n",
  "\r",
  "\t",
  " ",
  "\u00a0",
  "\ufeff",
  "\0",
  "'",
  "\\",
  "-",
  "$",
  "é",
  "日",
  "\u0301",
  "😀",
  "\ud83d",
  "𝒜",
  "and",
  "or",
  "not",
  "in",
  "is",
  "any",
  "no",
  "count",
  "where",
  "when",
  "otherwise",
  "this",
  "import",
  "override",
  "device",
  "flow",
  "threat",
  "on",
  "of",
  "x",
  "a.b",
  "a: b",
  "443/tcp",
  "2027-05-31",
  "1.5",
  "// c\n",
  "/* c */",
  "\n/// d\n",
];

/** A text damaged in one to three places. */
export function mutate(text: string, next: () => number): string {
  let damaged = text;
  for (let times = 1 + Math.floor(next() * 3); times > 0; times--) damaged = once(damaged, next);
  return damaged;
}

function once(text: string, next: () => number): string {
  const below = (limit: number): number => Math.floor(next() * limit);
  if (text === "") return pick(splinters, next);
  if (next() < 0.4) {
    const from = below(text.length);
    const to = Math.min(text.length, from + 1 + below(4));
    const piece = text.slice(from, to);
    const changed = ["", pick(splinters, next) + piece, piece + piece, [...piece].reverse().join(""), pick(splinters, next)];
    return text.slice(0, from) + pick(changed, next) + text.slice(to);
  }
  const tokens = text.match(/"""|"[^"\n]*"|\/\/[^\n]*|[\p{L}\p{N}_-]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [text];
  const a = below(tokens.length);
  const b = Math.min(tokens.length - 1, a + below(6));
  const [left, right] = [tokens[a] ?? "", tokens[b] ?? ""];
  const kind = below(5);
  if (kind === 0) tokens.splice(a, b - a + 1);
  else if (kind === 1) tokens.splice(a, 0, pick(splinters, next));
  else if (kind === 2) [tokens[a], tokens[b]] = [right, left];
  else if (kind === 3) tokens.splice(b, 0, ...tokens.slice(a, b + 1));
  else tokens[a] = pick(splinters, next);
  return tokens.join("");
}

/** One of several things. */
export function pick<T>(from: readonly T[], next: () => number): T {
  return from[Math.floor(next() * from.length)] as T;
}
