// Packages the extension as `npm run package` does, from the bundles in dist/.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.ts";

const bundle = join(root, "dist/ward.vsix");
let packed = false;

/** The packaged extension, made once for all tests. */
export function pack(): string {
  if (packed) return bundle;
  rmSync(bundle, { force: true });
  const [, ...commands] = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts.package as string).split(" && ");
  for (const command of commands) {
    const [program = "", ...parameters] = command.split(" ");
    execFileSync(join(root, "node_modules/.bin", program), parameters, {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  }
  if (!existsSync(bundle)) throw new Error("vsce wrote no package");
  packed = true;
  return bundle;
}

/** Names and sizes of the files in a zip archive, read from its directory. */
export function contents(path: string): ReadonlyMap<string, number> {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const found = new Map<string, number>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
    found.set(bytes.toString("utf8", at + 46, at + 46 + name), bytes.readUInt32LE(at + 24));
    at += 46 + name + extra + comment;
  }
  return found;
}
