// The arguments that @vscode/test-electron gives to an executable of VS Code, as far as they matter here.

/** What to run, and where. */
export interface Arguments {
  /** The folder to open. */
  readonly folder: string;
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** Whether the extension is to run in the browser's worker. */
  readonly web: boolean;
}

/** Reads them. */
export function parseArguments(list: readonly string[]): Arguments {
  const values = new Map(list.filter((one) => one.startsWith("--")).map((one) => splitOnce(one.slice(2))));
  const value = (name: string): string => {
    const found = values.get(name);
    if (found === undefined) throw new Error(`--${name} is missing`);
    return found;
  };
  return {
    folder: list.find((one) => !one.startsWith("--")) ?? "",
    extensionDevelopmentPath: value("extensionDevelopmentPath"),
    extensionTestsPath: value("extensionTestsPath"),
    userDataDir: value("user-data-dir"),
    extensionsDir: value("extensions-dir"),
    web: values.get("extensionDevelopmentKind") === "web",
  };
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
