// URIs of the editor to paths of the workspace and back. Shipped catalogue files have a scheme of their own.
import { URI } from "vscode-uri";
import { join } from "../workspace/paths.ts";
import { catalogueScheme } from "./protocol.ts";

/** The absolute path of a document, with `/`; documents without a file get a path under their scheme. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  const path = parsed.scheme === "file" ? parsed.fsPath.replaceAll("\\", "/") : parsed.path;
  return path.startsWith("/") || /^[A-Za-z]:/.test(path) ? path : `/${path}`;
}

/** The URI of a file as shown in a workspace: relative to its root, or `ward:core/kinds.ward`. `like` gives the scheme. */
export function uriOf(shown: string, root: string, like: string): string {
  if (shown.startsWith("ward:")) return `${catalogueScheme}:/${shown.slice("ward:".length)}`;
  return uriOfPath(join(root, shown), like);
}

/** The URI of an absolute path, in the scheme and authority of another URI. */
export function uriOfPath(path: string, like: string): string {
  const base = URI.parse(like);
  return base.scheme === "file" || base.scheme === "" ? URI.file(path).toString() : base.with({ path, query: "", fragment: "" }).toString();
}

/** The shown path of a shipped catalogue document, or undefined for other documents. */
export function shippedPath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === catalogueScheme ? `ward:${parsed.path.replace(/^\//, "")}` : undefined;
}
