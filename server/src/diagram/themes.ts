// The colours of pictures. Each says the same as a line style, a sign or a word beside it: nothing rests on colour alone.
import type { ThemeName } from "./types.ts";

/** Colours by what they are for. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly process: string;
  readonly external: string;
  readonly store: string;
  readonly device: string;
  readonly boundary: string;
  readonly port: string;
  readonly managers: Readonly<Record<string, string>>;
  readonly protection: Readonly<Record<"protected" | "partial" | "unprotected" | "local", string>>;
  /** From the lowest risk to the highest. */
  readonly risks: readonly [string, string, string, string];
  /** Words on a risk. */
  readonly onRisk: readonly [string, string, string, string];
  readonly safety: string;
}

const light: Theme = {
  background: "#ffffff",
  text: "#1b1f24",
  faint: "#57606a",
  line: "#4a525b",
  process: "#eef4fb",
  external: "#f1f1f1",
  store: "#fdf6e3",
  device: "#ffffff",
  boundary: "#fafbfc",
  port: "#dfe5ec",
  managers: {
    manufacturer: "#0b5cad",
    integrator: "#0f766e",
    "third-party": "#7a3db8",
    operator: "#2c7a2c",
    user: "#a85b00",
    public: "#b3261e",
  },
  protection: { protected: "#1b6e3c", partial: "#8a5a00", unprotected: "#b3261e", local: "#5b646e" },
  risks: ["#e3efe5", "#f6e7b5", "#f3b26b", "#c22b22"],
  onRisk: ["#1b1f24", "#1b1f24", "#1b1f24", "#ffffff"],
  safety: "#b3261e",
};

const dark: Theme = {
  background: "#1e1f22",
  text: "#e6e8eb",
  faint: "#a9b1ba",
  line: "#aab2bb",
  process: "#26344a",
  external: "#34363a",
  store: "#3b3523",
  device: "#232529",
  boundary: "#202226",
  port: "#454b54",
  managers: {
    manufacturer: "#6cb1ff",
    integrator: "#4fd0c0",
    "third-party": "#c79bff",
    operator: "#7ccf7c",
    user: "#f0a958",
    public: "#ff8a80",
  },
  protection: { protected: "#6fd08c", partial: "#e6b450", unprotected: "#ff8a80", local: "#a9b1ba" },
  risks: ["#2f4a37", "#6b5a1e", "#a8621c", "#e5534b"],
  onRisk: ["#e6e8eb", "#ffffff", "#ffffff", "#000000"],
  safety: "#ff8a80",
};

const highContrast: Theme = {
  background: "#000000",
  text: "#ffffff",
  faint: "#ffffff",
  line: "#ffffff",
  process: "#000000",
  external: "#000000",
  store: "#000000",
  device: "#000000",
  boundary: "#000000",
  port: "#333333",
  managers: {
    manufacturer: "#6fc3ff",
    integrator: "#4fffe1",
    "third-party": "#e0b3ff",
    operator: "#7dff7d",
    user: "#ffc266",
    public: "#ff9d94",
  },
  protection: { protected: "#7dff7d", partial: "#ffd966", unprotected: "#ff9d94", local: "#ffffff" },
  risks: ["#ffffff", "#ffe680", "#ffb84d", "#ff8080"],
  onRisk: ["#000000", "#000000", "#000000", "#000000"],
  safety: "#ff9d94",
};

const grey = "#000000";

const print: Theme = {
  background: "#ffffff",
  text: "#000000",
  faint: "#333333",
  line: "#000000",
  process: "#ffffff",
  external: "#eeeeee",
  store: "#ffffff",
  device: "#ffffff",
  boundary: "#ffffff",
  port: "#d5d5d5",
  managers: { manufacturer: grey, integrator: grey, "third-party": grey, operator: grey, user: grey, public: grey },
  protection: { protected: grey, partial: grey, unprotected: grey, local: "#555555" },
  risks: ["#ffffff", "#dddddd", "#888888", "#000000"],
  onRisk: ["#000000", "#000000", "#000000", "#ffffff"],
  safety: grey,
};

const chart = (name: string, fallback: string): string => `var(--vscode-charts-${name}, ${fallback})`;

/** Fills are mixed from the editor's background, so that they are right in every theme of the editor. */
const tint = (name: string, part: number, fallback: string): string =>
  `color-mix(in srgb, ${chart(name, fallback)} ${part}%, var(--vscode-editor-background, #ffffff))`;

const vscode: Theme = {
  background: "var(--vscode-editor-background, #ffffff)",
  text: "var(--vscode-editor-foreground, #1b1f24)",
  faint: "var(--vscode-descriptionForeground, #57606a)",
  line: "color-mix(in srgb, var(--vscode-editor-foreground, #1b1f24) 75%, var(--vscode-editor-background, #ffffff))",
  process: tint("blue", 12, "#0b5cad"),
  external: "color-mix(in srgb, var(--vscode-editor-foreground, #1b1f24) 9%, var(--vscode-editor-background, #ffffff))",
  store: tint("yellow", 14, "#c8a000"),
  device: "var(--vscode-editor-background, #ffffff)",
  boundary: "color-mix(in srgb, var(--vscode-editor-foreground, #1b1f24) 3%, var(--vscode-editor-background, #ffffff))",
  port: "color-mix(in srgb, var(--vscode-editor-foreground, #1b1f24) 18%, var(--vscode-editor-background, #ffffff))",
  managers: {
    manufacturer: chart("blue", "#0b5cad"),
    integrator: "var(--vscode-terminal-ansiCyan, #0f766e)",
    "third-party": chart("purple", "#7a3db8"),
    operator: chart("green", "#2c7a2c"),
    user: chart("orange", "#a85b00"),
    public: chart("red", "#b3261e"),
  },
  protection: {
    protected: chart("green", "#1b6e3c"),
    partial: chart("orange", "#8a5a00"),
    unprotected: chart("red", "#b3261e"),
    local: "var(--vscode-descriptionForeground, #5b646e)",
  },
  risks: [tint("green", 25, "#1b6e3c"), tint("yellow", 35, "#c8a000"), tint("orange", 45, "#c86400"), chart("red", "#b3261e")],
  onRisk: [
    "var(--vscode-editor-foreground, #1b1f24)",
    "var(--vscode-editor-foreground, #1b1f24)",
    "var(--vscode-editor-foreground, #1b1f24)",
    "var(--vscode-editor-background, #ffffff)",
  ],
  safety: chart("red", "#b3261e"),
};

/** Every theme. */
export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark, "high-contrast": highContrast, print, vscode };

/** Dashes of a boundary's border by who manages it. */
export const boundaryDashes: Readonly<Record<string, string>> = {
  manufacturer: "8 4",
  integrator: "8 3 2 3",
  "third-party": "2 3",
  operator: "5 4",
  user: "10 3 2 3 2 3",
  public: "1.5 4",
};

/** Dashes of an arrow by protection. */
export const flowDashes: Readonly<Record<string, string | undefined>> = {
  protected: undefined,
  partial: "9 3 2 3",
  unprotected: "5 4",
  local: undefined,
};
