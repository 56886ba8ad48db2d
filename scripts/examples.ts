// Writes the documents of the samples into docs/examples, so that one can read what Ward writes without running it.
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { drawerOf } from "../server/src/cli/drawing.ts";
import { readInside } from "../server/src/host/inside.ts";
import { version } from "../server/src/host/version.ts";
import { deliverables, type FormatName, Reporter, readSupplierLists, writeSet } from "../server/src/report/index.ts";
import { check } from "../server/src/workspace/check.ts";
import { noSettings } from "../server/src/workspace/settings.ts";
import { loadSample, samples } from "../test/support/samples.ts";

/** The day of the examples; a document of another day is another document. */
const day = "2026-11-25";
/** The whole set is there as Markdown; these are there in other formats, too, since every change of a sample changes all of it. */
const asHtml = ["summary", "instructions", "threats"];
/** The sample whose document with pictures is there: they weigh more than all other documents together. */
const withPictures = "infusion-pump";
const asOffice: Readonly<Record<string, readonly string[]>> = { "infusion-pump": ["instructions", "threats"] };

const root = path.resolve(import.meta.dirname, "..");

/** Folder of the examples. */
export const examplesFolder = path.join(root, "docs/examples");

/** Every example by its path below the folder. */
export async function examples(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const list: string[] = [];
  for (const sample of samples) {
    const model = check(loadSample(sample), day, noSettings).models.find(({ analysis }) => analysis.model.system);
    if (!model) throw new Error(`the sample ${sample} has no system`);
    const reporter = new Reporter(model.analysis, {
      language: "en",
      tool: version(),
      digestOf: (text) => createHash("sha256").update(text).digest("hex"),
      draw: drawerOf(model.analysis),
      suppliers: readSupplierLists(model.analysis.model, (file, largest) => readInside(path.join(root, "samples"), file, largest)),
    });
    const { files: own, failures } = await writeSet(reporter, ["md"]);
    if (failures.length > 0) throw failures[0]?.error;
    for (const { name, content } of own) files.set(`${sample}/${name}`, content);
    const more: readonly (readonly [string, FormatName])[] = [
      ...asHtml.map((kind) => [kind, "html"] as const),
      ...(sample === withPictures ? [["views", "html"] as const] : []),
      ...(asOffice[sample] ?? []).flatMap((kind) => [[kind, "docx"] as const, [kind, "xlsx"] as const]),
    ];
    for (const [kind, format] of more) {
      const deliverable = deliverables.find((one) => one.kind === kind);
      if (!deliverable) throw new Error(`there is no document ${kind}`);
      const { extension, content } = await reporter.written(deliverable, format);
      files.set(`${sample}/${kind}.${extension}`, content);
    }
    list.push(`- [${reporter.context.subject}](${sample}/index.md), of [\`samples/${sample}\`](../../samples/${sample}/README.md)`);
  }
  files.set(
    "README.md",
    `# Examples of documents\n\nWhat [\`ward report\`](../reports.md) writes about the samples, as of ${day}. \`npm run docs\` makes them anew.\n\n${list.join("\n")}\n`,
  );
  return files;
}

if (import.meta.main) {
  rmSync(examplesFolder, { recursive: true, force: true });
  for (const [name, content] of await examples()) {
    const file = path.join(examplesFolder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
