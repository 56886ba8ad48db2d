// An executable that takes the arguments of VS Code and runs its workbench in a headless browser: code-server gives the workbench
// and the extension host, Chromium shows it, and the tests run in the extension host as in a desktop VS Code.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { openSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArguments } from "./arguments.ts";
import { type Page, startDriver } from "./driver.ts";
import { codeServer, load } from "./install.ts";
import { variables } from "./protocol.ts";

/** What is used of playwright here. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}
interface Browser {
  newPage(options: object): Promise<BrowserPage>;
  close(): Promise<void>;
}
interface BrowserPage extends Page {
  exposeFunction(name: string, run: (...parameters: never[]) => void): Promise<void>;
  route(matches: (url: URL) => boolean, answer: (route: Route) => Promise<void>): Promise<void>;
  goto(url: string, options: { timeout: number }): Promise<unknown>;
  on(event: "console", listener: (message: { text(): string }) => void): void;
}
interface Route {
  fetch(): Promise<{ text(): Promise<string>; headers(): Record<string, string> }>;
  fulfill(answer: { response: unknown; headers: Record<string, string>; body: string }): Promise<void>;
}

// What the workbench says goes into a file beside the pictures; how the tests ended is told by who started this.
const log = openLog(join(process.env[variables.pictures] ?? ".", "log.txt"));
const longest = 15 * 60_000;

const given = parseArguments(process.argv.slice(2));
const port = await freePort();
const driver = await startDriver();
const folders = ["--user-data-dir", given.userDataDir, "--extensions-dir", given.extensionsDir];
const bundle = process.env[variables.package];
if (bundle) {
  const { status } = spawnSync(process.execPath, [codeServer, ...folders, "--install-extension", bundle], {
    stdio: ["ignore", log.fd, log.fd],
  });
  if (status !== 0) throw new Error(`${bundle} cannot be installed`);
}
const server = await startServer();
const web = given.web ? await serveToBrowser() : {};
const { chromium } = load<Playwright>("playwright-core");
const browser = await chromium.launch({
  executablePath: process.env[variables.executable],
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // The document is served from a handler below, and such a document may otherwise open no connection to this machine.
    "--disable-features=LocalNetworkAccessChecks",
  ],
});
let code: number;
try {
  code = await run();
} finally {
  await browser.close();
  server.kill();
  driver.close();
}
process.exit(code);

async function run(): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let finish = (_: number): void => {};
  const ended = new Promise<number>((resolve) => {
    finish = resolve;
  });
  await page.exposeFunction("codeAutomationExit", (status: number) => finish(status));
  await page.exposeFunction("codeAutomationLog", (kind: string, parts: unknown[]) => log.write(`${kind} ${parts.join(" ")}\n`));
  await page.route((url) => url.pathname === "/", allowTests);
  driver.attach(page);
  const timer = setTimeout(() => {
    void page.screenshot({ path: join(process.env[variables.pictures] ?? ".", "timeout.png") }).finally(() => finish(2));
  }, longest);
  const remote = (path: string): string => `vscode-remote://localhost:${port}${path}`;
  const payload = [["skipWelcome", "true"]];
  if (!given.web) payload.push(["extensionDevelopmentPath", remote(given.extensionDevelopmentPath)]);
  if (!given.web) payload.push(["extensionTestsPath", remote(given.extensionTestsPath)]);
  await page.goto(`http://localhost:${port}/?folder=${given.folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`, {
    timeout: 180_000,
  });
  const status = await ended;
  clearTimeout(timer);
  return status;
}

// A built VS Code heeds a payload with tests only when its page's configuration has this option.
async function allowTests(route: Route): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  const body = html.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_, head: string, json: string) => {
    const options = JSON.parse(json.replaceAll("&quot;", '"'));
    options.developmentOptions = { ...options.developmentOptions, enableSmokeTestDriver: true, ...web };
    return `${head}${JSON.stringify(options).replaceAll('"', "&quot;")}"`;
  });
  const headers = response.headers();
  // The page may fetch from its own address only; an extension for the browser comes from another.
  const policy = headers["content-security-policy"]?.replace("connect-src 'self'", "connect-src 'self' http://localhost:*");
  await route.fulfill({ response, headers: { ...headers, ...(policy ? { "content-security-policy": policy } : {}) }, body });
}

function openLog(path: string): { readonly fd: number; readonly write: (text: string) => void } {
  const fd = openSync(path, "a");
  return { fd, write: (text) => void writeSync(fd, text) };
}

async function startServer(): Promise<ChildProcess> {
  const options = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"];
  const started = spawn(process.execPath, [codeServer, ...options, "--disable-workspace-trust", ...folders], {
    stdio: ["ignore", log.fd, log.fd],
    env: { ...process.env, [variables.driver]: driver.address },
  });
  for (let attempt = 0; attempt < 300; attempt++) {
    const ready = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return started;
    if (started.exitCode !== null) throw new Error(`code-server ended with ${started.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("code-server did not start");
}

// What runs in the browser's worker is fetched from an address, as on a site with VS Code for the web.
async function serveToBrowser(): Promise<object> {
  const files = createServer(async ({ url = "" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file =
      path === "/extension/suite.cjs" ? given.extensionTestsPath : join(given.extensionDevelopmentPath, path.replace("/extension/", ""));
    const content = await readFile(file).catch(() => undefined);
    const type = /js$/.test(path) ? "text/javascript" : path.endsWith(".json") ? "application/json" : "text/plain";
    response.writeHead(content === undefined ? 404 : 200, {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "content-type": type,
    });
    response.end(content);
  });
  files.unref();
  await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
  const authority = `localhost:${(files.address() as AddressInfo).port}`;
  const address = (path: string): object => ({ scheme: "http", authority, path });
  return { extensions: [address("/extension")], extensionTestsPath: address("/extension/suite.cjs") };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
