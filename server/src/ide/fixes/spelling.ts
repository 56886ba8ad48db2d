// Words that are not what is expected where they stand: correct the spelling, add the missing colon or quotes, take away what
// is too much.
import type { Expression } from "../../../../grammar/syntax.ts";
import { nearest } from "../../model/suggest.ts";
import { addableTypes } from "../../model/vocabulary.ts";
import { declarationSpec, declarations } from "../../vocabulary/index.ts";
import type { ValueType } from "../../vocabulary/types.ts";
import { placeAt } from "../locate.ts";
import { declarationAt, entityAt, propertyAt } from "./at.ts";
import { insert, propertyOf, remove, replace } from "./edits.ts";
import { propertySpecAt } from "./expected.ts";
import { type Draft, draft, type Family, type Problem } from "./family.ts";
import { isSlip } from "./slip.ts";

/** The words nearest to a misspelt one, the nearest first. */
function near(word: string, candidates: Iterable<string>): string[] {
  const left = new Set(candidates);
  const found: string[] = [];
  for (let best = nearest(word, left); best !== undefined && found.length < 3; best = nearest(word, left)) {
    found.push(best);
    left.delete(best);
  }
  return found;
}

function* respelt(problem: Problem, word: string, candidates: Iterable<string>): Iterable<Draft | undefined> {
  const found = near(word, candidates);
  for (const [index, spelling] of found.entries()) {
    const safe = found.length === 1 && isSlip(word, spelling);
    yield draft(problem, `Write \`${spelling}\``, [replace(problem.file, problem.range, spelling)], { preferred: index === 0, safe });
  }
}

/** Fixes of `unknown-property`. */
export const unknownProperty: Family = function* (problem) {
  const entity = entityAt(problem);
  const property = propertyAt(problem);
  if (entity && property)
    yield* respelt(
      problem,
      property.name.text,
      problem.analysis.model.vocabulary.propertyNames(entity).filter((name) => !propertyOf(entity.node, name)),
    );
};

/** Fixes of `unknown-declaration`. */
export const unknownDeclaration: Family = function* (problem) {
  const { file, range } = problem;
  const around = placeAt(file.tree.items, range.start).declarations;
  const node = around.find(({ keyword }) => keyword.start === range.start);
  const parent = around[around.length - (node === around.at(-1) ? 2 : 1)];
  if (node === undefined) return;
  const word = node.keyword.text;
  const spec = parent && declarationSpec(parent.keyword.text);
  if (spec?.properties.some(({ name }) => name === word))
    yield draft(problem, `Write \`${word}:\``, [insert(file, node.keyword.end, ":")], { preferred: true, safe: true });
  else
    yield* respelt(
      problem,
      word,
      declarations
        .filter(({ within }) => (within as readonly string[]).includes(parent?.keyword.text ?? "file"))
        .map(({ keyword }) => keyword),
    );
};

/** Fixes of `invalid-value`. */
export const invalidValue: Family = function* (problem) {
  const { file, text, range } = problem;
  const spec = propertySpecAt(problem);
  const written = text.slice(range.start, range.end);
  if (spec === undefined) {
    yield* invalidHeader(problem, written);
    return;
  }
  const property = propertyAt(problem);
  const node = property?.values.find((value) => value.start <= range.start && range.end <= value.end);
  if (written.endsWith(".*"))
    yield draft(problem, `Write \`${written.slice(0, -2)}\``, [replace(file, range, written.slice(0, -2))], { preferred: true });
  else if (node?.type === "string") yield* unquoted(problem, spec.value, node.value);
  else yield* ofType(problem, spec.value, written, node);
};

function* invalidHeader(problem: Problem, written: string): Iterable<Draft | undefined> {
  const node = declarationAt(problem);
  const spec = node && declarationSpec(node.keyword.text);
  if (spec?.keyword === "property" && node?.kinds.some((kind) => kind.start === problem.range.start))
    yield* respelt(problem, written, addableTypes);
  else if (spec?.header.form === "on-keyword" || spec?.header.form === "of-keyword") yield* respelt(problem, written, spec.header.keywords);
}

function* ofType(problem: Problem, type: ValueType, written: string, node: Expression | undefined): Iterable<Draft | undefined> {
  const { file, range } = problem;
  if (type.type === "word" || type.type === "cases")
    yield* respelt(
      problem,
      written,
      type.set.words.map(([word]) => word),
    );
  else if (type.type === "text") yield* quoted(problem);
  else if (type.type === "yes-no") {
    const meant = ({ true: "yes", on: "yes", y: "yes", false: "no", off: "no", n: "no" } as Record<string, string>)[written.toLowerCase()];
    if (meant) yield draft(problem, `Write \`${meant}\``, [replace(file, range, meant)], { preferred: true, safe: true });
    else yield* respelt(problem, written, ["yes", "no"]);
  } else if (type.type === "port" && node?.type === "number") {
    for (const protocol of ["tcp", "udp"])
      yield draft(problem, `Write \`${written}/${protocol}\``, [replace(file, range, `${written}/${protocol}`)], {
        preferred: protocol === "tcp",
      });
  } else if (type.type === "identifier") {
    const fixed = /^(cwe|capec|cve)-?(\d[\d-]*)$/i.exec(written);
    if (fixed)
      yield draft(
        problem,
        `Write \`${fixed[1]?.toUpperCase()}-${fixed[2]}\``,
        [replace(file, range, `${fixed[1]?.toUpperCase()}-${fixed[2]}`)],
        { preferred: true, safe: true },
      );
  }
}

// Text without quotes goes on to the end of the line, or to where something else clearly begins.
function* quoted(problem: Problem): Iterable<Draft | undefined> {
  const { file, text, range } = problem;
  const rest = text.slice(
    range.end,
    /[\r\n]|$/.exec(text.slice(range.end)) ? range.end + (/[\r\n]|$/.exec(text.slice(range.end))?.index ?? 0) : range.end,
  );
  const more = /^(?:(?![ \t]+[\p{L}_][\p{L}\p{N}_-]*:)[^,"{}\r\n/])*/u.exec(rest)?.[0].trimEnd() ?? "";
  const end = range.end + more.length;
  const value = text.slice(range.start, end).replaceAll("\\", "\\\\");
  yield draft(problem, `Write \`"${value}"\``, [replace(file, { start: range.start, end }, `"${value}"`)], {
    preferred: true,
    safe: more === "",
  });
}

function* unquoted(problem: Problem, type: ValueType, value: string): Iterable<Draft | undefined> {
  const { file, range } = problem;
  const word = value.trim();
  const fits =
    (type.type === "word" && type.set.words.some(([one]) => one === word)) ||
    (type.type === "yes-no" && (word === "yes" || word === "no")) ||
    (type.type === "number" && /^\d+(?:\.\d+)?$/.test(word)) ||
    (type.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(word)) ||
    (type.type === "port" && /^\d+(?:-\d+)?\/(?:tcp|udp|sctp)$/.test(word)) ||
    (type.type === "identifier" && /^(?:CWE|CAPEC|CVE)-[\d-]+$/.test(word)) ||
    (type.type === "reference" && /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*$/u.test(word)) ||
    ((type.type === "condition" || type.type === "measures") && word !== "");
  if (fits)
    yield draft(problem, `Write \`${word}\` without quotes`, [replace(file, range, word)], {
      preferred: true,
      safe: type.type !== "condition",
    });
  else if (type.type === "word")
    yield* respelt(
      problem,
      word,
      type.set.words.map(([one]) => one),
    );
}

/** Fixes of `invalid-condition`, where the finding knows what was meant. */
export const misspeltCondition: Family = function* (problem) {
  const guess = /^did you mean `([^`]+)`\?$/.exec(problem.diagnostic.help ?? "")?.[1];
  if (guess !== undefined) yield draft(problem, `Write \`${guess}\``, [replace(problem.file, problem.range, guess)], { preferred: true });
};

/** Fixes of `duplicate-property`: the values of both, or of the first alone. */
export const duplicateProperty: Family = function* (problem) {
  const { file, text } = problem;
  const node = declarationAt(problem);
  const second = propertyAt(problem);
  const first = node && second && propertyOf(node, second.name.text);
  const spec = propertySpecAt(problem);
  if (node === undefined || second === undefined || first === undefined || first === second) return;
  if (spec?.list) {
    const known = new Set(first.values.map((value) => text.slice(value.start, value.end)));
    const more = second.values.map((value) => text.slice(value.start, value.end)).filter((value) => !known.has(value));
    const joined =
      more.length === 0
        ? []
        : [insert(file, first.values.at(-1)?.end ?? first.end, `${first.values.length > 0 ? ", " : " "}${more.join(", ")}`)];
    yield draft(problem, `Join the values of \`${second.name.text}\``, [...joined, remove(file, second)], { preferred: true });
  }
  yield draft(problem, `Remove this \`${second.name.text}\``, [remove(file, second)]);
  yield draft(problem, `Keep this \`${second.name.text}\` and remove the first`, [remove(file, first)]);
};

/** Fixes of `too-many-values`. */
export const tooManyValues: Family = function* (problem) {
  const property = propertyAt(problem);
  const { file, text } = problem;
  const [first] = property?.values ?? [];
  const last = property?.values.at(-1);
  if (first === undefined || last === undefined || property === undefined) return;
  for (const value of property.values.slice(0, 4)) {
    const kept = text.slice(value.start, value.end);
    yield draft(problem, `Keep \`${kept}\``, [replace(file, { start: first.start, end: last.end }, kept)]);
  }
};

/** Fixes of `unexpected-header`. */
export const unexpectedHeader: Family = function* (problem) {
  const { file, text, range } = problem;
  const node = declarationAt(problem);
  if (node === undefined) return;
  const isKind = node.kinds[0]?.start === range.start;
  const lead = (isKind ? /[ \t\r\n]*:[ \t\r\n]*$/ : /[ \t\r\n]*$/).exec(text.slice(node.start, range.start))?.[0].length ?? 0;
  const end = isKind ? (node.kinds.at(-1)?.end ?? range.end) : range.end;
  yield draft(problem, `Remove \`${text.slice(range.start - (isKind ? lead : 0), end).trim()}\``, [
    replace(file, { start: range.start - lead, end }, ""),
  ]);
};
