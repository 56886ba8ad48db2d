// Writes the table of letter widths that diagrams are measured with, from the fonts that draw them.
import { readFileSync, writeFileSync } from "node:fs";
import { widthsOf } from "../test/support/truetype.ts";

const fonts = { regular: "arimo-regular.ttf", bold: "arimo-bold.ttf" };

/** Runs of neighbouring letters: the first, then two base-36 digits for each width in thousandths of the size, rounded up. */
function runsOf(file: string): [number, string][] {
  const widths = widthsOf(readFileSync(`server/fonts/${file}`));
  const runs: [number, string][] = [];
  let last = -2;
  for (const letter of [...widths.keys()].sort((a, b) => a - b)) {
    if (letter !== last + 1) runs.push([letter, ""]);
    last = letter;
    const run = runs.at(-1) as [number, string];
    // Two digits end at 1295; only a few double letters are wider, by a hair.
    run[1] += Math.min(1295, Math.ceil((widths.get(letter) as number) * 1000 - 1e-6))
      .toString(36)
      .padStart(2, "0");
  }
  return runs;
}

const lines = Object.entries(fonts).flatMap(([name, file]) => [
  `  ${name}: [`,
  ...runsOf(file).flatMap(([first, widths]) => {
    const parts = (widths.match(/.{1,120}/g) as string[]).map((part) => `"${part}"`);
    return parts.length === 1
      ? [`    [${first}, ${parts[0]}],`]
      : ["    [", `      ${first},`, ...parts.map((part, index) => `      ${part}${index < parts.length - 1 ? " +" : ","}`), "    ],"];
  }),
  "  ],",
]);

writeFileSync(
  "server/src/diagram/metrics.ts",
  `// Widths of letters. Written by \`node scripts/metrics.ts\` from server/fonts; not for editing.

/** Runs of neighbouring letters: the first, then two base-36 digits for each width in thousandths of the size. */
export const letterWidths: Readonly<Record<"regular" | "bold", readonly (readonly [number, string])[]>> = {
${lines.join("\n")}
};
`,
);
