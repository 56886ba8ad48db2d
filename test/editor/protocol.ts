// What the suite inside VS Code asks of the script that holds the page: real keys, clicks, looks and pictures.

/** An act on the page. */
export type Act =
  /** Presses keys, one chord after the other: "Control+Period". */
  | { readonly act: "press"; readonly keys: readonly string[] }
  /** Types a text key by key. */
  | { readonly act: "type"; readonly text: string }
  /** Clicks the first visible element that a selector finds and that holds the text. */
  | { readonly act: "click" | "hover"; readonly selector: string; readonly text?: string }
  /** The same in the page of a webview; a click may be a double one. */
  | { readonly act: "click-inside"; readonly selector: string; readonly count?: number }
  /** What elements are that a selector finds in the pages of webviews, and what became of scripts that should not run. */
  | { readonly act: "inspect"; readonly selector: string }
  /** Chooses in a list of a webview's page. */
  | { readonly act: "choose"; readonly selector: string; readonly value: string }
  /** Texts of all visible elements that a selector finds, in the page and in the frames of webviews. */
  | { readonly act: "read"; readonly selector: string }
  /** A picture of the page as a file of this name. */
  | { readonly act: "picture"; readonly name: string };

/** An element of a webview's page. */
export interface Inspected {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly focused: boolean;
  /** The names that hostile texts give to the page when they run. */
  readonly hacked: unknown;
}

/** Names of environment variables by which suite and driver find each other. */
export const variables = {
  /** Address of the driver. */
  driver: "WARD_TEST_DRIVER",
  /** File into which the suite writes its results. */
  results: "WARD_TEST_RESULTS",
  /** Folder for pictures. */
  pictures: "WARD_TEST_PICTURES",
  /** Which cases to run: those for the `sources` or for what is `packaged`. */
  cases: "WARD_TEST_CASES",
  /** Only cases whose titles have this text, for work on one of them. */
  grep: "WARD_TEST_GREP",
  /** A packaged extension to install first. */
  package: "WARD_TEST_PACKAGE",
  /** The real executable, where our own stands in between. */
  executable: "WARD_TEST_EXECUTABLE",
} as const;

/** How a test of the suite ended. */
export interface Result {
  readonly title: readonly string[];
  readonly state: "passed" | "failed" | "skipped";
  readonly milliseconds: number;
  readonly error?: string;
}
