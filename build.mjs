// Builds what users run: one file per program in dist/, everything bundled in, nothing left to resolve at start-up.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

/** Content that is compiled into the programs (so that nothing of this repository is read at run time) joins here, one plugin a line. */
const plugins = [];

/** Each program: its source and its file in dist/. */
const bundles = [{ entry: "server/src/cli/main.ts", output: "dist/ward-main.cjs" }];

/**
 * Compiling is a good part of loading, so the code cache has to be on before the program itself is read: hence a launcher.
 * Node keys the cache by version, architecture and user; the second call is for an installation the user cannot write to.
 * Node 20 has no such cache and goes without.
 */
const launcher = `#!/usr/bin/env node
// Turns the code cache on, then starts the program beside this file.
import module from "node:module";
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
await Promise.all(bundles.map(({ entry, output }) => build({ ...shared, entryPoints: [entry], outfile: output })));
await writeFile("dist/ward.mjs", launcher);
await chmod("dist/ward.mjs", 0o755);
