// `--format text`: for people. Each finding with the lines it is about, then what stands where, then what to do next.
import { states } from "../../analysis/types.ts";
import type { Diagnostic, Related, Severity } from "../../diagnostics/types.ts";
import { positionAt } from "../../source/lines.ts";
import { counted } from "../command.ts";
import { type Annotation, frame } from "../frame.ts";
import { countsOf, mostUrgent, requirementStates, severityCounts, worstRisk } from "../summary.ts";
import type { Mark, Style } from "../terminal.ts";
import { padded, visible, widthOf, wrapped } from "../words.ts";
import type { Format, Report } from "./types.ts";

/** Related places this near are shown in the same frame. */
const near = 8;

/** So many syntax errors of a file are shown. */
const mostSyntaxErrors = 20;

/** Writes findings by file, and a summary. */
export const text: Format = (report) => {
  const { diagnostics } = report.result;
  const paths = [...new Set(diagnostics.map((one) => one.location.file.path))];
  const out: string[] = [];
  for (const path of paths) {
    const own = diagnostics.filter((one) => one.location.file.path === path);
    if (paths.length > 1) out.push(heading(path, own, report), "");
    out.push(...findings(own, report));
  }
  out.push(...summary(report));
  return `${out.join("\n")}\n`;
};

// One mistake can make a whole file unreadable; nobody reads its thousand consequences.
function findings(own: readonly Diagnostic[], report: Report): string[] {
  const isSyntax = (one: Diagnostic): boolean => one.code === "syntax-error";
  const cut = own.filter(isSyntax)[mostSyntaxErrors];
  const shown = cut === undefined ? own : own.filter((one) => !isSyntax(one) || one.location.range.start < cut.location.range.start);
  const hidden = own.length - shown.length;
  const note = `and ${counted(hidden, "more syntax error")} in this file: mend the first ones and check again`;
  return [...shown.flatMap((one) => [...finding(one, report), ""]), ...(hidden > 0 ? [note, ""] : [])];
}

function heading(path: string, findings: readonly Diagnostic[], { style, width }: Report): string {
  const words = `── ${visible(path)} (${counted(findings.length, "finding")}) `;
  return style.bold(words + "─".repeat(Math.max(0, width - widthOf(words))));
}

function markOf(severity: Severity, style: Style): Mark {
  return { error: style.red, warning: style.yellow, info: style.blue, hint: style.cyan }[severity];
}

function finding(one: Diagnostic, { style, width }: Report): string[] {
  const { file, range } = one.location;
  const mark = markOf(one.severity, style);
  const at = positionAt(file.tree.text, range.start);
  const here = one.related.filter((related) => isNear(one, related));
  const elsewhere = one.related.filter((related) => !here.includes(related));
  const annotations: Annotation[] = [
    { range, label: one.id ?? "", sign: "^", mark },
    ...here.map((related): Annotation => ({ range: related.location.range, label: related.message, sign: "-", mark: style.blue })),
  ];
  const margin = String(Math.max(...annotations.map((annotation) => positionAt(file.tree.text, annotation.range.start).line)) + 1).length;
  const note = (label: string, words: string): string => {
    const lead = `${" ".repeat(margin)} = ${label}: `;
    const lines = wrapped(words, width, " ".repeat(lead.length), lead);
    return `${style.dim(lines.slice(0, margin + 3))}${style.bold(`${label}:`)}${lines.slice(lead.length - 1)}`;
  };
  return [
    titled(`${one.severity}[${one.code}]`, one.message, mark, style, width),
    // A file that cannot be read has no place to point at.
    `${style.blue(`${" ".repeat(margin)}-->`)} ${visible(file.path)}${one.code === "unreadable-file" ? "" : `:${at.line + 1}:${at.character + 1}`}`,
    ...(file.tree.text === "" ? [] : frame(file.tree.text, annotations, margin, width, style.dim)),
    ...elsewhere.map((related) => note("note", `${placeOf(related)}: ${related.message}`)),
    ...(one.help === undefined ? [] : [note("help", one.help)]),
  ];
}

function titled(label: string, message: string, mark: Mark, style: Style, width: number): string {
  const [first = "", ...rest] = wrapped(message, width, "  ", `${label}: `).split("\n");
  return [`${style.bold(mark(label))}${style.bold(first.slice(label.length))}`, ...rest.map((line) => style.bold(line))].join("\n");
}

function isNear(one: Diagnostic, related: Related): boolean {
  const { file, range } = one.location;
  if (related.location.file !== file) return false;
  const distance = positionAt(file.tree.text, related.location.range.start).line - positionAt(file.tree.text, range.start).line;
  return Math.abs(distance) <= near;
}

function placeOf({ location }: Related): string {
  const { line, character } = positionAt(location.file.tree.text, location.range.start);
  return `${location.file.path}:${line + 1}:${character + 1}`;
}

function summary(report: Report): string[] {
  const { result, style } = report;
  const models = result.models.filter(
    ({ analysis, files }) => files.length > 0 && (analysis.model.system !== undefined || analysis.threats.length > 0),
  );
  const out: string[] = [];
  if (models.length > 0) {
    const threats = models.map((model) => ({ model, counts: countsOf([model]) }));
    out.push(
      ...table(
        ["Threats", ...states, "worst risk left"],
        threats.map(({ model, counts }) => [
          model.name,
          ...states.map((state) => String(counts.threats[state])),
          worstRisk(model) ?? "none",
        ]),
        style,
      ),
      "",
      ...table(
        ["Environment", ...requirementStates],
        threats.map(({ model, counts }) => [model.name, ...requirementStates.map((state) => String(counts.requirements[state]))]),
        style,
      ),
      "",
    );
  }
  const { error, warning, info, hint } = severityCounts(result);
  const counts = [
    error > 0 ? style.red(counted(error, "error")) : counted(error, "error"),
    warning > 0 ? style.yellow(counted(warning, "warning")) : counted(warning, "warning"),
    counted(info, "info"),
    ...(hint > 0 ? [counted(hint, "hint")] : []),
  ];
  out.push(`${style.bold(`${counted(result.files.length, "file")} checked:`)} ${counts.join(", ")}`, next(report));
  return out;
}

function table(head: readonly string[], rows: readonly (readonly string[])[], style: Style): string[] {
  const widths = head.map((title, column) => Math.max(widthOf(title), ...rows.map((row) => widthOf(visible(row[column] ?? "")))));
  const line = (cells: readonly string[], mark: (cell: string, column: number) => string): string =>
    cells
      .map((cell, column) => {
        const isNumber = /^\d+$/.test(rows[0]?.[column] ?? "");
        const width = widths[column] as number;
        return mark(isNumber ? " ".repeat(Math.max(0, width - cell.length)) + cell : padded(visible(cell), width), column);
      })
      .join("  ")
      .trimEnd();
  return [line(head, style.dim), ...rows.map((row) => line(row, (cell) => (cell.trim() === "0" ? style.dim(cell) : cell)))];
}

function next({ result, style }: Report): string {
  const say = (command: string, why: string): string => `${style.bold("Next:")} ${command === "" ? "" : `${style.cyan(command)}  `}${why}`;
  const broken = result.diagnostics.find(
    (one) => one.code === "syntax-error" || one.code === "unreadable-file" || one.code === "unresolved-import",
  );
  if (broken) return say("", `mend ${visible(broken.location.file.path)} first: what cannot be read is not analysed`);
  const threat = mostUrgent(result.models);
  if (threat) return say(`ward explain ${threat.id}`, "shows why it applies and what would close it");
  const missing = result.models.flatMap((model) => model.analysis.requirements).find((one) => one.state !== "stated");
  if (missing) return say(`ward explain ${missing.id}`, "shows what the environment has to provide, and why");
  const finding = result.diagnostics[0];
  if (finding) return say("", "nothing is open; look through the findings above");
  return say("", "nothing is open");
}
