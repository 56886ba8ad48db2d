// The workbench's page, as the suite uses it: asks the script that holds it.
import { type Act, type Inspected, variables } from "../protocol.ts";
import { until } from "./wait.ts";

async function ask(act: Act): Promise<unknown> {
  const response = await fetch(process.env[variables.driver] ?? "", { method: "POST", body: JSON.stringify(act) });
  const answer = (await response.json()) as { result?: unknown; error?: string };
  if (answer.error !== undefined) throw new Error(`${act.act}: ${answer.error}`);
  return answer.result;
}

/** Real keys, clicks, looks and pictures. */
export const page = {
  press: (...keys: string[]) => ask({ act: "press", keys }),
  type: (text: string) => ask({ act: "type", text }),
  click: (selector: string, text?: string) => ask({ act: "click", selector, ...(text === undefined ? {} : { text }) }),
  hover: (selector: string, text?: string) => ask({ act: "hover", selector, ...(text === undefined ? {} : { text }) }),
  read: (selector: string) => ask({ act: "read", selector }) as Promise<string[]>,
  inspect: (selector: string) => ask({ act: "inspect", selector }) as Promise<Inspected[]>,
  clickInside: (selector: string, count = 1) => ask({ act: "click-inside", selector, count }),
  choose: (selector: string, value: string) => ask({ act: "choose", selector, value }),
  picture: (name: string) => ask({ act: "picture", name }),

  /** Waits until an element shows a text, and gives all texts. */
  sees: (selector: string, text: string | RegExp): Promise<string[]> =>
    until(`${selector} shows ${text}`, async () => {
      const found = (await page.read(selector)).map((one) => one.replaceAll("\u00a0", " "));
      const shown = found.some((one) => (typeof text === "string" ? one.includes(text) : text.test(one)));
      return shown ? { value: found } : { seen: found };
    }),
};

/** Waits until no element shows a text any more. */
export function misses(selector: string, text: RegExp): Promise<void> {
  return until(`${selector} no longer shows ${text}`, async () => {
    const found = await page.read(selector);
    return found.some((one) => text.test(one)) ? { seen: found } : { value: undefined };
  });
}

/** The key that is Control, and Command on a Mac. */
export const control = process.platform === "darwin" ? "Meta" : "Control";
