// Builds what users run: one file per program in dist/, everything bundled in, nothing left to resolve at start-up.
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

/**
 * Content that is compiled into the programs, so that nothing of this repository is read at run time: each of these modules
 * of server/src/host reads its content when it runs from source, and is replaced by one that has it.
 */
const embedded = {
  "shipped.ts": async () => {
    const parse = await parser();
    const files = await texts("server/catalogue", (path, text) => ({ path, text, tree: { ...parse(text), text: undefined } }));
    return `export const shippedFiles = () => JSON.parse(${JSON.stringify(JSON.stringify(files))});`;
  },
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
      return { contents: await embedded[name](), loader: "js" };
    });
    build.onEnd(() => {
      // The command line uses all of them; if it does not, a name has changed and content would be missing.
      const missed = Object.keys(embedded).filter((name) => !replaced.has(name));
      if (missed.length > 0 && build.initialOptions.outfile === "dist/ward-main.cjs") {
        throw new Error(`nothing imports server/src/host/${missed.join(", ")}, so its content is not in the bundle`);
      }
    });
  },
};

/** What few runs need: by how it is imported, a bundle of its own beside the program, read when it is asked for. */
const lazy = {
  "../../report/index.ts": "./ward-report.cjs",
  "../sbom/cyclonedx.ts": "./ward-sbom.cjs",
  "./docx.ts": "./ward-docx.cjs",
  "./xlsx.ts": "./ward-xlsx.cjs",
};

const apart = {
  name: "apart",
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" && Object.hasOwn(lazy, path) ? { path: lazy[path], external: true } : undefined,
    );
  },
};

const plugins = [embed, apart];

/** For what is sent over the network more often than its stack traces are read. */
const small = { minifyIdentifiers: true };

/** Each program: its source, its file in dist/, and where it differs from the rest. */
const bundles = [
  { entry: "server/src/cli/main.ts", output: "dist/ward-main.cjs" },
  { entry: "server/src/report/index.ts", output: "dist/ward-report.cjs" },
  { entry: "server/src/report/write/docx.ts", output: "dist/ward-docx.cjs" },
  { entry: "server/src/report/write/xlsx.ts", output: "dist/ward-xlsx.cjs" },
  { entry: "server/src/report/sbom/cyclonedx.ts", output: "dist/ward-sbom.cjs", options: { external: ["xmlbuilder2"] } },
  { entry: "server/src/lsp/main.ts", output: "dist/server.cjs" },
  {
    entry: "server/src/lsp/browser.ts",
    output: "dist/server-web.js",
    options: { ...small, platform: "browser", format: "iife", define: {} },
  },
  { entry: "client/src/extension.ts", output: "dist/extension.cjs", options: { ...small, external: ["vscode"] } },
  {
    entry: "client/src/web.ts",
    output: "dist/extension-web.js",
    options: { ...small, platform: "browser", external: ["vscode"], define: {} },
  },
];

/**
 * Compiling is a good part of loading, so the code cache has to be on before the program itself is read: hence a launcher.
 * Node keys the cache by version, architecture and user; the second call is for an installation the user cannot write to.
 * Node 20 has no such cache and goes without.
 */
const launcher = `#!/usr/bin/env node
// Turns the code cache on, then starts the program beside this file.
import module from "node:module";
import v8 from "node:v8";
// A run is short and touches each page once: a young generation that grows slowly costs fewer page faults and less memory.
if (process.argv[2] !== "lsp") v8.setFlagsFromString("--semi-space-growth-factor=1");
if (module.enableCompileCache) {
  const { status } = module.enableCompileCache(import.meta.dirname + "/.cache");
  if (status === module.constants.compileCacheStatus.FAILED) module.enableCompileCache();
}
module.createRequire(import.meta.url)("./ward-main.cjs");
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
  define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
  logOverride: { "empty-import-meta": "error" },
  plugins,
};

await mkdir("dist", { recursive: true });
await Promise.all(bundles.map(({ entry, output, options }) => build({ ...shared, entryPoints: [entry], outfile: output, ...options })));
await writeFile("dist/ward.mjs", launcher);
await chmod("dist/ward.mjs", 0o755);
