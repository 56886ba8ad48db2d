// Packs a zip archive again, more tightly: the last step of `npm run package`. What is in it stays as it is, byte by byte.
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { deflate, type ZopfliOptions } from "@gfx/zopfli";
import { unzipSync, Zip, ZipPassThrough } from "fflate";

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: node scripts/squeeze.ts ARCHIVE");

const squeezed = promisify<Uint8Array, ZopfliOptions, Uint8Array>(deflate);

/** Zip has no date before this; the same files are to give the same archive. */
const beginning = new Date(1980, 0, 1);

/** A file of the archive that comes deflated already, or stays as it is where that is no longer. */
class Squeezed extends ZipPassThrough {
  readonly #content: Uint8Array;

  constructor(name: string, deflated: Uint8Array, original: Uint8Array) {
    super(name);
    const smaller = deflated.length < original.length;
    this.#content = smaller ? deflated : original;
    this.compression = smaller ? 8 : 0;
    this.mtime = beginning;
  }

  protected override process(_: Uint8Array, final: boolean): void {
    this.ondata(null, this.#content, final);
  }
}

const before = readFileSync(path);
const parts: Uint8Array[] = [];
const archive = new Zip((error, part) => {
  if (error) throw error;
  parts.push(part);
});
const files = unzipSync(before);
for (const [name, content] of Object.entries(files)) {
  const file = new Squeezed(name, await squeezed(content, {}), content);
  archive.add(file);
  file.push(content, true);
}
archive.end();
const after = Buffer.concat(parts);
const held = unzipSync(after);
for (const [name, content] of Object.entries(files))
  if (!Buffer.from(held[name] ?? []).equals(content)) throw new Error(`${name} is not what it was`);
writeFileSync(path, after);
console.log(`${path}: ${before.length} bytes, packed again ${after.length}`);
