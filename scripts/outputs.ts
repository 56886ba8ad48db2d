// Puts real output into pages: each text block below an `output` marker holds what the command in the marker prints, each
// ward block below a `file` marker holds that file.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Decisions in the samples end some day; the pages show this one. */
const today = "2026-11-25";

const output = /^<!-- output: ward (.+?)(?:; only (.+?))? -->\n```text\n[\s\S]*?^```$/gm;
const file = /^<!-- file: (.+?) -->\n```ward\n[\s\S]*?^```$/gm;

/** A page's text with every output and file in it made anew. */
export function withOutputs(text: string): string {
  return text
    .replace(output, (_, command: string, only: string | undefined) => {
      const marker = `<!-- output: ward ${command}${only === undefined ? "" : `; only ${only}`} -->`;
      return `${marker}\n\`\`\`text\n${excerpt(run(command), only?.split(", "))}\n\`\`\``;
    })
    .replace(file, (_, name: string) => `<!-- file: ${name} -->\n\`\`\`ward\n${readFileSync(`${root}${name}`, "utf8").trimEnd()}\n\`\`\``);
}

function run(command: string): string {
  const words = command.split(" ");
  const day = words[0] === "check" || words[0] === "explain" ? ["--today", today] : [];
  const { stdout, stderr, status } = spawnSync(process.execPath, ["server/src/cli/main.ts", ...words, ...day], {
    cwd: root,
    encoding: "utf8",
  });
  if (status === 2) throw new Error(`ward ${command}: ${stderr}`);
  return stdout.trimEnd();
}

/** The paragraphs that begin with, or hold, one of some texts; what is left out between them becomes an ellipsis. */
function excerpt(text: string, wanted: readonly string[] | undefined): string {
  if (wanted === undefined) return text;
  const kept: string[] = [];
  let skipped = false;
  for (const paragraph of text.split("\n\n")) {
    const isWanted = wanted.some((one) => paragraph.includes(one));
    if (isWanted && skipped) kept.push("…");
    if (isWanted) kept.push(paragraph);
    skipped = !isWanted;
  }
  if (kept.length === 0) throw new Error(`no paragraph of the output holds ${wanted.join(" or ")}`);
  return [...kept, ...(skipped ? ["…"] : [])].join("\n\n");
}
