// Which files make a model: each group of files that nothing else imports, with all that it imports.
import type { SourceFile } from "../source/types.ts";

/** The files of each model, sorted by path within it; models in the order of their first file. */
export function modelFiles(files: Iterable<SourceFile>): readonly (readonly SourceFile[])[] {
  const all = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const groups = importGroups(all);
  const groupOf = new Map<SourceFile, readonly SourceFile[]>();
  for (const group of groups) for (const file of group) groupOf.set(file, group);
  const imported = new Set<readonly SourceFile[]>();
  for (const file of all) {
    for (const target of importsOf(file))
      if (groupOf.get(target) !== groupOf.get(file)) imported.add(groupOf.get(target) as readonly SourceFile[]);
  }
  const roots = groups.filter((group) => !imported.has(group));
  const models = roots.map((group) => closure(group));
  const first = (model: readonly SourceFile[]): string => model.find((file) => file.origin === "user")?.path ?? "";
  return models.sort((a, b) => (first(a) < first(b) ? -1 : 1));
}

function importsOf(file: SourceFile): SourceFile[] {
  return file.imports.flatMap((one) => one.files.filter((target) => target.origin === "user"));
}

function closure(group: readonly SourceFile[]): SourceFile[] {
  const seen = new Set<SourceFile>(group);
  for (const file of seen) for (const { files } of file.imports) for (const target of files) seen.add(target);
  return [...seen].sort((a, b) => (a.path < b.path ? -1 : 1));
}

// Strongly connected components of the import graph (Tarjan), without recursion: import chains can be long.
function importGroups(files: readonly SourceFile[]): SourceFile[][] {
  const index = new Map<SourceFile, number>();
  const low = new Map<SourceFile, number>();
  const onStack = new Set<SourceFile>();
  const stack: SourceFile[] = [];
  const groups: SourceFile[][] = [];
  for (const root of files) {
    if (index.has(root)) continue;
    const work: { file: SourceFile; targets: SourceFile[]; next: number }[] = [];
    const enter = (file: SourceFile): void => {
      index.set(file, index.size);
      low.set(file, index.size - 1);
      stack.push(file);
      onStack.add(file);
      work.push({ file, targets: importsOf(file), next: 0 });
    };
    enter(root);
    for (let step = work.at(-1); step !== undefined; step = work.at(-1)) {
      const target = step.targets[step.next++];
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (onStack.has(target)) low.set(step.file, Math.min(low.get(step.file) as number, index.get(target) as number));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) low.set(parent.file, Math.min(low.get(parent.file) as number, low.get(step.file) as number));
      if (low.get(step.file) !== index.get(step.file)) continue;
      const group: SourceFile[] = [];
      let member: SourceFile | undefined;
      do {
        member = stack.pop() as SourceFile;
        onStack.delete(member);
        group.push(member);
      } while (member !== step.file);
      groups.push(group);
    }
  }
  return groups;
}
