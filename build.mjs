// Builds what users run: one file per program in dist/, everything bundled in, nothing left to resolve at start-up.
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

/**
 * Content that is compiled into the programs, so that nothing of this repository is read at run time: each of these modules
 * of server/src/host reads its content when it runs from source, and is replaced by one that has it. In Node the catalogues
 * stand beside the programs, parsed already, and are read when a model asks for them; a browser has them in the program.
 */
const embedded = {
  "shipped.ts": async () => {
    const parse = await parser();
    const catalogues = await shippedCatalogues((path, text) => ({ path, text, tree: { ...parse(text), text: undefined } }));
    for (const [name, files] of catalogues) await writeFile(`dist/catalogue/${name}.json`, ascii(files));
    // The files are ASCII throughout, and Latin 1 is what a text is read from fastest.
    const read = 'readFileSync(__dirname + "/catalogue/" + name + ".json", "latin1")';
    return `import { readFileSync } from "node:fs";
export const shippedNames = () => ${JSON.stringify(catalogues.map(([name]) => name))};
export const shippedFiles = (name) => JSON.parse(${read});`;
  },
  // The server runs in browsers too, starts once and parses what it ships; megabytes of trees would weigh more in the extension.
  "shipped.ts in dist/server.js":
    async () => `const all = ${JSON.stringify(Object.fromEntries(await shippedCatalogues((path, text) => ({ path, text }))))};
export const shippedNames = () => Object.keys(all);
export const shippedFiles = (name) => all[name];`,
  "templates.ts": async () =>
    `export const templates = () => ${JSON.stringify(await texts("server/templates", (path, text) => ({ name: path.slice(0, -".ward".length), text })))};`,
  "version.ts": async () => `export const version = () => ${JSON.stringify(JSON.parse(await readFile("package.json", "utf8")).version)};`,
};

/** The parser, from source, whatever this version of Node makes of TypeScript. */
async function parser() {
  const { outputFiles } = await build({
    entryPoints: ["grammar/parser/index.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  const { parse } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return parse;
}

/** Each catalogue's files, by name. */
async function shippedCatalogues(entry) {
  const folders = (await readdir("server/catalogue", { withFileTypes: true })).filter((one) => one.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const files = (name) => texts(`server/catalogue/${name}`, (path, text) => entry(`${name}/${path}`, text));
  return await Promise.all(names.map(async (name) => [name, await files(name)]));
}

/** JSON without a character outside ASCII. */
function ascii(value) {
  return JSON.stringify(value).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

async function texts(folder, entry) {
  const all = await readdir(folder, { recursive: true });
  const paths = all.map((path) => path.replaceAll("\\", "/")).filter((path) => path.endsWith(".ward"));
  return await Promise.all(paths.sort().map(async (path) => entry(path, await readFile(`${folder}/${path}`, "utf8"))));
}

const embed = {
  name: "embed",
  setup(build) {
    const replaced = new Set();
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/]host[\\/]\w+\.ts$/ }, async ({ path }) => {
      const name = basename(path);
      if (!Object.hasOwn(embedded, name)) return undefined;
      replaced.add(name);
      const content = embedded[`${name} in ${build.initialOptions.outfile}`] ?? embedded[name];
      return { contents: await content(), loader: "js", resolveDir: "." };
    });
    build.onEnd(() => {
      // The command line uses all of them; if it does not, a name has changed and content would be missing.
      const missed = Object.keys(embedded).filter((name) => !name.includes(" ") && !replaced.has(name));
      if (missed.length > 0 && build.initialOptions.outfile === "dist/ward-main.cjs") {
        throw new Error(`nothing imports server/src/host/${missed.join(", ")}, so its content is not in the bundle`);
      }
    });
  },
};

/** What few runs need: by the source that is imported dynamically, a program of its own beside the others. */
const lazy = [
  [/\/report\/index\.ts$/, "ward-report.cjs"],
  [/\/report\/editor\.ts$/, "documents.cjs"],
  [/\/sbom\/cyclonedx\.ts$/, "ward-sbom.cjs"],
  [/\/cvss\/score\.ts$/, "ward-cvss.cjs"],
  [/\/exchange\/index\.ts$/, "ward-exchange.cjs"],
  [/\/docx\.ts$/, "ward-docx.cjs"],
  [/\/xlsx\.ts$/, "ward-xlsx.cjs"],
  [/\/diagram\/index\.ts$/, "diagram.cjs"],
  [/\/layout\/worker\.ts$/, "layout.cjs"],
];

const apart = {
  name: "apart",
  setup(build) {
    for (const [source, file] of lazy)
      build.onResolve({ filter: source }, ({ kind }) => (kind === "dynamic-import" ? { path: `./${file}`, external: true } : undefined));
  },
};

/** The parts for browsers of packages that hide them from programs for Node; ours run in both. */
const doors = {
  name: "doors",
  setup(build) {
    build.onResolve({ filter: /^vscode-[\w-]+\/browser$/ }, ({ path }) => ({
      path: resolve("node_modules", path.replace(/browser$/, "lib/browser/main.js")),
    }));
  },
};

/** A third of what scores vectors describes metrics, which nothing here shows; the package has to stay small. */
const undescribed = {
  name: "undescribed",
  setup(build) {
    build.onLoad({ filter: /[\\/]ae-cvss-calculator\.js$/ }, async ({ path }) => {
      const contents = (await readFile(path, "utf8")).replace(/\bdescription:(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g, 'description:""');
      return { contents, loader: "js" };
    });
  },
};

const plugins = [embed, apart, doors, undescribed];

/** For what is sent over the network more often than its stack traces are read. */
const small = { minifyIdentifiers: true };

/** Where a program of CommonJS finds itself. */
const dirname = { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" };

/** Each program: its source, its file in dist/, and where it differs from the rest. */
const bundles = [
  { entry: "server/src/cli/main.ts", output: "dist/ward-main.cjs" },
  { entry: "server/src/report/index.ts", output: "dist/ward-report.cjs" },
  { entry: "server/src/report/editor.ts", output: "dist/documents.cjs", options: small },
  { entry: "server/src/report/write/docx.ts", output: "dist/ward-docx.cjs" },
  { entry: "server/src/report/write/xlsx.ts", output: "dist/ward-xlsx.cjs" },
  { entry: "server/src/report/sbom/cyclonedx.ts", output: "dist/ward-sbom.cjs", options: { external: ["xmlbuilder2"] } },
  { entry: "server/src/cvss/score.ts", output: "dist/ward-cvss.cjs", options: small },
  { entry: "server/src/exchange/index.ts", output: "dist/ward-exchange.cjs" },
  { entry: "server/src/diagram/index.ts", output: "dist/diagram.cjs" },
  {
    entry: "server/src/diagram/layout/worker.ts",
    output: "dist/layout.cjs",
    // The layout engine takes a browser's worker for its own and would answer its messages itself; so it sees no `self`.
    options: { ...small, define: { ...dirname, self: "undefined", global: "globalThis" } },
  },
  { entry: "server/src/lsp/anywhere.ts", output: "dist/server.js", options: small },
  { entry: "client/src/anywhere.ts", output: "dist/extension.cjs", options: { ...small, external: ["vscode"] } },
  {
    entry: "server/src/lsp/layout-worker.ts",
    output: "dist/layout-web.js",
    options: { ...small, platform: "browser", format: "iife", define: {} },
  },
  {
    entry: "client/webview/main.ts",
    output: "dist/preview.js",
    options: { ...small, platform: "browser", format: "iife", target: "es2022", define: {} },
  },
  {
    entry: "client/webview/document/main.ts",
    output: "dist/document.js",
    options: { ...small, platform: "browser", format: "iife", target: "es2022", define: {} },
  },
  { entry: "client/webview/document/page.css", output: "dist/document.css", options: { define: {} } },
  { entry: "client/webview/page.css", output: "dist/preview.css", options: { define: {} } },
];

/**
 * Compiling is a good part of loading, so the code cache has to be on before the program itself is read: hence a launcher, in
 * CommonJS because Node loads that some 15 ms faster. Node keys the cache by version, architecture and user; the second call is
 * for an installation the user cannot write to. Node 20 has no such cache and goes without.
 */
const launcher = `#!/usr/bin/env node
// Tunes Node for a short run, turns its code cache on, then starts the program beside this file.
"use strict";
const module_ = require("node:module");
// Most runs end before optimised code pays for being made; the program turns the compilers on for large models.
if (process.argv[2] !== "lsp") require("node:v8").setFlagsFromString("--no-opt --no-maglev --semi-space-growth-factor=4");
if (module_.enableCompileCache) {
  const { status } = module_.enableCompileCache(__dirname + "/.cache");
  if (status === module_.constants.compileCacheStatus.FAILED) module_.enableCompileCache();
}
require("./ward-main.cjs");
`;

const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  // CommonJS loads some 6 ms faster than the same bundle as ES modules; shorter names gain nothing, so stack traces stay readable.
  format: "cjs",
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
  define: dirname,
  logOverride: { "empty-import-meta": "error" },
  plugins,
};

await mkdir("dist/catalogue", { recursive: true });
await Promise.all(bundles.map(({ entry, output, options }) => build({ ...shared, entryPoints: [entry], outfile: output, ...options })));
await compress("node_modules/@resvg/resvg-wasm/index_bg.wasm", "dist/resvg.wasm.br");
// The server is CommonJS for Node, and needs a name that browsers take for a script.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
for (const weight of ["regular", "bold"]) await compress(`server/fonts/arimo-${weight}.ttf`, `dist/arimo-${weight}.ttf.br`);
await writeFile("dist/ward.cjs", launcher);
await chmod("dist/ward.cjs", 0o755);

/** Writes a file in a third of its size; again only when it has changed, since it takes some seconds. */
async function compress(source, output) {
  const [from, to] = await Promise.all([source, output].map((path) => stat(path).catch(() => undefined)));
  if (to && to.mtimeMs > from.mtimeMs && to.mtimeMs > from.ctimeMs) return;
  const bytes = await readFile(source);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(output, brotliCompressSync(bytes, { params }));
}
