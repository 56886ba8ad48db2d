// Holds the links of every page: they lead to files that are there, and to headings in them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const pages = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"], { encoding: "utf8" })
  .split("\0")
  // Documents that Ward writes link to anchors of their own; test/report follows them.
  .filter((page) => page !== "" && existsSync(page) && !/^docs\/examples\/.+\//.test(page));

/** A page's text without what stands in code. */
const prose = (page: string): string =>
  readFileSync(page, "utf8")
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ""));

/** The anchors that a page's headings get on code-hosting sites. */
function anchorsOf(page: string): Set<string> {
  return new Set(
    [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

describe("links between pages", () => {
  for (const page of pages) {
    it(page, () => {
      for (const [, link = ""] of prose(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(link)) continue;
        const [file = "", anchor] = link.split("#");
        const target = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
        assert.ok(existsSync(target), `${link} leads to no file`);
        if (anchor === undefined) continue;
        assert.ok(statSync(target).isFile() && anchorsOf(target).has(anchor), `${link} leads to no heading`);
      }
    });
  }
});
