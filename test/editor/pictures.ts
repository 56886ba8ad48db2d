// `npm run pictures`: takes the pictures of the documentation anew, by running the suite on the built sources in a real workbench.
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.ts";
import { run } from "./run.ts";
import { target } from "./target.ts";

const folder = join(root, "docs/images");
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter((path) => path.endsWith(".md"));
const text = pages.map((path) => readFileSync(join(root, path), "utf8")).join("\n");
const wanted = new Set([...text.matchAll(/images\/([\w-]+\.png)/g)].map(([, name]) => name as string));
const { results, problem } = await run(await target(), { name: "sources", cases: "sources" });
const failed = results.filter(({ state }) => state === "failed");
for (const { title, error } of failed) console.error(title.join(": "), error);
if (failed.length > 0 || problem !== undefined) throw new Error(problem ?? "tests failed: the pictures stay as they are");
const taken = readdirSync(join(root, "test-results/editor/sources")).filter((name) => wanted.has(name));
for (const name of taken) copyFileSync(join(root, "test-results/editor/sources", name), join(folder, name));
console.log(taken.join("\n"));
