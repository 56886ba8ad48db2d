// What a feature works on: one file of a checked workspace at one version, with the model it belongs to. Immutable.
import type { Analysis } from "../analysis/types.ts";
import type { SourceFile } from "../source/types.ts";
import type { Checked, CheckedModel } from "../workspace/check.ts";

/** A file at a version, and everything known about it. */
export interface Snapshot {
  readonly file: SourceFile;
  readonly checked: Checked;
  /** Models that include the file; the first is the one that features speak of. */
  readonly models: readonly CheckedModel[];
}

/** The analysis that features speak of; undefined for a file that belongs to no model (it was just created). */
export function analysisOf(snapshot: Snapshot): Analysis | undefined {
  return snapshot.models[0]?.analysis;
}

/** The snapshot of a file by its shown path, shipped catalogue files included; undefined when it is not loaded. */
export function snapshotOf(checked: Checked, path: string): Snapshot | undefined {
  const models = checked.models.filter((model) => model.analysis.model.files.some((file) => file.path === path));
  // A file shared by several models is seen as part of the one that declares a system, and then of the largest.
  const ranked = [...models].sort(
    (a, b) =>
      Number(b.analysis.model.system !== undefined) - Number(a.analysis.model.system !== undefined) || b.files.length - a.files.length,
  );
  // A model that was taken over from an earlier check holds its files as they were then: same text, other objects. What is known
  // about a place is known of the model's own object.
  const file = ranked[0]?.analysis.model.files.find((one) => one.path === path) ?? checked.files.find((one) => one.path === path);
  return file && { file, checked, models: ranked };
}
