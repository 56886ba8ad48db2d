// The package of the extension: what is in it, how large it is, and that the manifest promises nothing that is not there.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import { checkFiles } from "../support/models.ts";
import { root } from "./install.ts";
import { contents, pack } from "./package.ts";

const largest = 2_000_000;
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Everything that may be in the package; each pattern must be needed. */
const sane = [
  /^extension\/package\.json$/,
  /^extension\/readme\.md$/,
  /^extension\/changelog\.md$/,
  /^extension\/language-configuration\.json$/,
  /^extension\/grammar\/ward\.tmLanguage\.json$/,
  /^extension\/dist\/(extension\.cjs|server\.js|package\.json)$/,
  /^extension\/dist\/(diagram\.cjs|layout\.cjs|layout-web\.js|resvg\.wasm\.br|arimo-(regular|bold)\.ttf\.br)$/,
  /^extension\/dist\/ward-cvss\.cjs$/,
  /^extension\/dist\/preview\.(js|css)$/,
  /^extension\/dist\/(documents\.cjs|document\.(js|css))$/,
  /^extension\/client\/snippets\.json$/,
  /^extension\/client\/media\/[\w-]+\.(svg|png|css)$/,
  /^extension\/client\/media\/walkthrough\/\w+\.md$/,
  /^extension\/docs\/(diagnostics\/)?[\w-]+\.(md|ward)$/,
  /^extension\/server\/templates\/\w+\.ward$/,
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
];

describe("package of the extension", () => {
  before(function () {
    this.timeout(180_000);
    pack();
  });

  it("is smaller than 2 MB", () => {
    const { size } = statSync(pack());
    assert.ok(size < largest, `${size} bytes`);
  });

  it("holds what it should and nothing else", () => {
    const names = [...contents(pack()).keys()];
    assert.deepEqual(
      names.filter((name) => !sane.some((pattern) => pattern.test(name))),
      [],
      "not expected",
    );
    for (const pattern of sane)
      assert.ok(
        names.some((name) => pattern.test(name)),
        `nothing is like ${pattern}`,
      );
  });

  it("holds every file that the manifest names, and every page that the documentation command opens", () => {
    const names = new Set([...contents(pack()).keys()].map((name) => name.toLowerCase()));
    const named = [...read("package.json").matchAll(/"\.?\/?((?:client|dist|grammar)\/[\w./-]+\.(?:svg|png|md|json|cjs|js))"/g)];
    const pages = [...read("client/src/commands/documentation.ts").matchAll(/path: "([\w./-]+)"/g)];
    const templates = [...read("client/src/commands/new-model.ts").matchAll(/name: "(\w+)"/g)].map(
      ([, name]) => `server/templates/${name}.ward`,
    );
    const wanted = [...[...named, ...pages].map(([, path]) => path ?? ""), ...templates];
    assert.ok(wanted.length > 20, wanted.join());
    // The command line is a program of its own: it comes with the repository, not with the extension.
    const commandLine = (JSON.parse(read("package.json")) as { bin: { ward: string } }).bin.ward;
    assert.deepEqual(
      wanted.filter((path) => path !== commandLine && !names.has(`extension/${path.toLowerCase()}`)),
      [],
    );
  });

  it("declares each command that a menu, a view or the walkthrough uses", () => {
    const { contributes } = JSON.parse(read("package.json"));
    const declared = new Set((contributes.commands as { command: string }[]).map(({ command }) => command));
    const views = (contributes.views.ward as { id: string }[]).map(({ id }) => `${id}.focus`);
    const used = [
      ...JSON.stringify([contributes.menus, contributes.viewsWelcome, contributes.walkthroughs]).matchAll(
        /(?:command:|"command":")(ward\.[\w.]+)/g,
      ),
    ];
    assert.ok(used.length > 10);
    for (const [, name = ""] of used) assert.ok(declared.has(name) || views.includes(name), name);
  });

  for (const [title, snippet] of Object.entries<{ prefix: string; body: string[] }>(JSON.parse(read("client/snippets.json")))) {
    it(`snippet ${snippet.prefix} is correct with each of its choices`, () => {
      assert.match(snippet.prefix, /^[a-z]+(-[a-z]+)+$/, title);
      const most = Math.max(1, ...[...snippet.body.join("\n").matchAll(/\|([^|]*)\|\}/g)].map(([, list = ""]) => list.split(",").length));
      for (let choice = 0; choice < most; choice++) {
        const text = expand(snippet.body.join("\n"), choice);
        const { diagnostics } = checkFiles({ "/main.ward": text.startsWith("import") ? text : `import "ward:medical"\n${text}` });
        // Names that are to be filled in are unknown, and one declaration alone is no complete model.
        const wrong = diagnostics.filter(({ code }) =>
          /^(syntax|invalid|unexpected|misplaced|unknown-(declaration|property|protocol)|missing-(property|kind|header|name)|wrong|kind|too)/.test(
            code,
          ),
        );
        assert.deepEqual(
          wrong.map(({ message }) => message),
          [],
          text,
        );
        const placeholders = /\b(Harm|Data|Source|Target|Interface|Screen|Actor|Process|Measure|Element|Place|Threat|Flow|Kind)\b/;
        const unknown = diagnostics.filter(({ code, message }) => code === "unknown-name" && !placeholders.test(message));
        assert.deepEqual(
          unknown.map(({ message }) => message),
          [],
          text,
        );
      }
    });
  }
});

/** A snippet as it is put in when every place is left as it is; `choice` says which of the words to choose. */
function expand(body: string, choice: number): string {
  return body
    .replace(/\$\{CURRENT_YEAR\}\S*DATE\}/, "2099-12-31")
    .replaceAll(/\$\{\d+\|([^|]*)\|\}/g, (_, list: string) => list.split(",")[choice % list.split(",").length] ?? "")
    .replaceAll(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll(/\$\d/g, "");
}
