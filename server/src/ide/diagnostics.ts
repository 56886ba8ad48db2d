// The findings of one file as an editor shows them: an element with more than three open threats gets one line that
// counts them, each threat as related information.
import type { Diagnostic } from "../diagnostics/types.ts";
import { severities } from "../diagnostics/types.ts";
import type { Snapshot } from "./snapshot.ts";

/** A finding with how the editor draws it. */
export interface EditorDiagnostic extends Diagnostic {
  /** `unnecessary` is drawn faded, `deprecated` struck through. */
  readonly tag: "unnecessary" | "deprecated" | undefined;
  /** The findings that this one stands for; itself alone when it is not a group. */
  readonly members: readonly Diagnostic[];
}

const mostSingleLines = 3;

// What answers nothing could go; an acceptance that has run out stands there for the record, but counts no more.
const tags: ReadonlyMap<string, EditorDiagnostic["tag"]> = new Map([
  ["unused-control", "unnecessary"],
  ["unused-assumption", "unnecessary"],
  ["unused-decision", "unnecessary"],
  ["needless-decision", "unnecessary"],
  ["expired-acceptance", "deprecated"],
]);

/** The findings of a file, grouped. */
export function fileDiagnostics({ file, checked }: Snapshot): EditorDiagnostic[] {
  const own = checked.diagnostics.filter(({ location }) => location.file.path === file.path);
  const groups = new Map<string, Diagnostic[]>();
  const result: EditorDiagnostic[] = [];
  for (const one of own) {
    if (one.code !== "uncovered-threat") {
      result.push({ ...one, tag: tags.get(one.code), members: [one] });
      continue;
    }
    const key = `${one.location.range.start}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  for (const members of groups.values()) {
    if (members.length <= mostSingleLines) result.push(...members.map((one) => ({ ...one, tag: undefined, members: [one] })));
    else result.push(joined(members));
  }
  return result.sort((a, b) => a.location.range.start - b.location.range.start);
}

function joined(members: readonly Diagnostic[]): EditorDiagnostic {
  const sorted = [...members].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const worst = sorted[0] as Diagnostic;
  const titles = sorted.map((one) => one.message.split(":")[0] ?? "").slice(0, 3);
  return {
    ...worst,
    message: `${members.length} threats are open here: ${titles.join("; ")}; and ${members.length - titles.length} more`,
    help: undefined,
    id: undefined,
    related: sorted.map((one) => ({ message: one.message, location: one.location })),
    tag: undefined,
    members: sorted,
  };
}
