// Paths with `/`, joined and made relative without touching the machine.

/** Joins a folder and a relative path, resolving `.` and `..`. */
export function join(folder: string, relative: string): string {
  const parts = relative.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const drive = /^[A-Za-z]:$/.test(parts[0] ?? "");
  return (drive ? "" : "/") + parts.join("/");
}

/** The folder of a path. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf("/");
  return at <= 0 ? "/" : path.slice(0, at);
}

/** A path as seen from a folder; absolute where it lies elsewhere entirely. */
export function relative(folder: string, path: string): string {
  const from = folder.split("/").filter((part) => part !== "");
  const to = path.split("/").filter((part) => part !== "");
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  if (common === 0 && from.length > 0) return path;
  const up = "../".repeat(from.length - common);
  return `${up}${to.slice(common).join("/")}` || ".";
}

/** Whether a path is a folder or lies in it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
