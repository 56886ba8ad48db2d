// Holds the page of a workbench and does with it what the suite in the extension host asks for, over a loopback server.
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Act, type Inspected, variables } from "./protocol.ts";

/** The few things of a playwright page that are used. Its types stay out: it is not a dependency of the repository's root. */
export interface Page {
  readonly keyboard: { press(key: string): Promise<void>; type(text: string, options?: { delay: number }): Promise<void> };
  readonly mouse: { move(x: number, y: number): Promise<void> };
  frames(): { locator(selector: string, options?: { hasText?: string }): Locator; evaluate<T>(code: string): Promise<T> }[];
  locator(selector: string, options?: { hasText?: string }): Locator;
  screenshot(options: { path: string }): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
}

interface Locator {
  filter(options: { visible: boolean }): Locator;
  first(): Locator;
  click(options?: { timeout: number; clickCount?: number }): Promise<void>;
  hover(options?: { timeout: number }): Promise<void>;
  count(): Promise<number>;
  selectOption(value: string, options?: { timeout: number }): Promise<unknown>;
  allInnerTexts(): Promise<string[]>;
}

const patience = { timeout: 30_000 };

/** A driver that listens; the page may come later. */
export interface Driver {
  readonly address: string;
  readonly attach: (page: Page) => void;
  readonly close: () => void;
}

/** Starts listening. */
export async function startDriver(): Promise<Driver> {
  let page: Page | undefined;
  const server = createServer(async (request, response) => {
    try {
      const act = JSON.parse(await bodyOf(request)) as Act;
      if (page === undefined) throw new Error("no page is attached yet");
      response.end(JSON.stringify({ result: (await perform(page, act)) ?? null }));
    } catch (error) {
      response.end(JSON.stringify({ error: String((error as Error).message) }));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    attach: (given) => {
      page = given;
    },
    close: () => server.close(),
  };
}

async function perform(page: Page, act: Act): Promise<unknown> {
  switch (act.act) {
    case "press":
      for (const key of act.keys) await page.keyboard.press(key);
      return undefined;
    case "type":
      return await page.keyboard.type(act.text, { delay: 5 });
    case "click":
      return await find(page, act).click(patience);
    case "hover":
      return await find(page, act).hover(patience);
    case "click-inside":
      // What shows under a resting pointer would lie over what is to be clicked.
      await page.mouse.move(0, 0);
      return await (await findInside(page, act.selector)).click({ ...patience, clickCount: act.count ?? 1 });
    case "choose":
      return void (await (await findInside(page, act.selector)).selectOption(act.value, patience));
    case "inspect": {
      const looks = page.frames().map((frame) => frame.evaluate<Inspected[]>(inspection(act.selector)));
      const all = await Promise.allSettled(looks);
      return all.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    }
    case "read": {
      const texts = page.frames().map((frame) => frame.locator(act.selector).filter({ visible: true }).allInnerTexts());
      const all = await Promise.allSettled(texts);
      // A frame may go away while it is read.
      return all.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    }
    case "picture": {
      const folder = process.env[variables.pictures] ?? "test-results/editor";
      mkdirSync(folder, { recursive: true });
      return await page.screenshot({ path: join(folder, `${act.name}.png`) });
    }
  }
}

function find(page: Page, { selector, text }: { readonly selector: string; readonly text?: string }): Locator {
  return page
    .locator(selector, text === undefined ? {} : { hasText: text })
    .filter({ visible: true })
    .first();
}

async function findInside(page: Page, selector: string): Promise<Locator> {
  for (const frame of page.frames()) {
    const found = frame.locator(selector).filter({ visible: true });
    if ((await found.count().catch(() => 0)) > 0) return found.first();
  }
  throw new Error(`nothing is ${selector} in any frame`);
}

// Runs in the page. The workbench's own frame has no diagram, so what is looked for there is not found.
function inspection(selector: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    return { attributes, text: element.textContent, box: { x, y, width, height }, focused: element === document.activeElement, hacked: globalThis.hacked ?? null };
  })`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}
