// `--format github`: workflow commands, which GitHub shows beside the lines of a pull request.
import type { Diagnostic, Severity } from "../../diagnostics/types.ts";
import { positionsOf } from "../../source/lines.ts";
import type { Format } from "./types.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice", hint: "notice" };

/** Writes one workflow command a line. */
export const github: Format = ({ result }) => result.diagnostics.map((one) => `${commandOf(one)}\n`).join("");

function commandOf({ code, severity, message, help, location, id }: Diagnostic): string {
  const { start, end } = positionsOf(location.file.tree.text, location.range);
  const properties = {
    file: location.file.path,
    line: start.line + 1,
    endLine: end.line + 1,
    col: start.character + 1,
    // GitHub takes an end column only within one line.
    ...(start.line === end.line && end.character > start.character ? { endColumn: end.character } : {}),
    title: id === undefined ? code : `${code}: ${id}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${written.join(",")}::${escapeData(help === undefined ? message : `${message}\n${help}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
