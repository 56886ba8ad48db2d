// Exports opened by others: SVG and PNG by a browser, Mermaid by its own parser, draw.io by a schema and by reading it back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { validateXML } from "xmllint-wasm";
import { drawio, json, mermaid, png, svg, views } from "../../server/src/diagram/index.ts";
import type { Scene, ThemeName } from "../../server/src/diagram/types.ts";
import { drawingFiles, furtherFonts } from "../../server/src/host/drawing.ts";
import { analyseText } from "../support/models.ts";
import { samples } from "../support/samples.ts";
import { startBrowser } from "./browser.ts";
import { offences } from "./geometry.ts";
import { modelText, pictureOf, sampleAnalysis } from "./pictures.ts";
import { shapes } from "./shapes.ts";

const pageScript = readFileSync(`${import.meta.dirname}/page.js`, "utf8");
const schema = readFileSync(`${import.meta.dirname}/drawio.xsd`, "utf8");
const mermaidScript = `${createRequire(import.meta.filename)
  .resolve("mermaid/package.json")
  .replace("package.json", "")}dist/mermaid.min.js`;

const long = "An endless title that nobody reads to its end ".repeat(11).slice(0, 500);

/** Titles that try to be more than titles, and titles in other scripts. */
const hostile = modelText(`
harm H "</title><script>window.ran = 1</script>" { severity: critical }
data D "\\"><img src=x onerror='window.ran = 1'>" { classification: health }
boundary __proto__ "<script>window.ran = 1</script>" { managed-by: operator
  external constructor "'\\" onload=window.ran=1 x='" : Server
  device Long "${long}" : Server { interface P "${long}" : Ethernet { port: 443/tcp } process Q "${long}" }
  device Word "${"Donaudampfschifffahrtsgesellschaft".repeat(12)}" : Server { process W "${"x".repeat(500)}" }
  external Rtl "מערכת מידע רפואית של בית החולים"
  external Arabic "نظام المعلومات الصحية"
  external Cjk "電子カルテシステムと検査情報システムの連携サーバー"
  external Emoji "Heart 🫀 & <lung> 🫁 ]]> &#60; \\u202e reversed"
}
flow F "--> %% end; </text><script>window.ran = 1</script>" constructor -> Long.Q { via: Long.P  carries: D }
flow G "${long}" Rtl -> Long.Q { carries: D, Order }
flow I "|\\"]; click n0 call alert()" Cjk -> Word.W { carries: Order }
flow J "العربية" Arabic -> Emoji { carries: Order }
`);

describe("exports of diagrams", function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  const pictures = new Map<string, Scene>();

  before(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
    for (const sample of samples)
      for (const view of ["full", "system"]) pictures.set(`${sample} ${view}`, await pictureOf(sampleAnalysis(sample), view));
    pictures.set("loop", await pictureOf(analyseText(shapes.loop as string)));
    pictures.set("hostile", await pictureOf(analyseText(hostile)));
  });

  after(() => browser.close());

  /** Opens a document as a page of its own; gives everything that went wrong or tried to reach out. */
  async function open(type: string, content: string | Uint8Array): Promise<string[]> {
    const wrong: string[] = [];
    const own = await browser.newPage();
    own.on("pageerror", (error) => wrong.push(String(error)));
    own.on("console", (message) => wrong.push(message.text()));
    own.on("dialog", (dialog) => {
      wrong.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const address = "http://picture.test/it";
    await own.route("**/*", (route) => {
      if (route.request().url() === address) return route.fulfill({ contentType: type, body: Buffer.from(content) });
      wrong.push(`reached for ${route.request().url()}`);
      return route.abort();
    });
    await own.goto(address);
    page = own;
    return wrong;
  }

  /** Asks the opened page. */
  async function look<Seen>(question: string): Promise<Seen> {
    return (await page.evaluate(`${pageScript}\ninspect.${question}`)) as Seen;
  }

  it("SVG opens without errors, runs nothing and keeps its words in their boxes", async () => {
    for (const [name, picture] of pictures) {
      const text = svg(picture, { theme: name.endsWith("system") ? "dark" : "light" });
      assert.deepEqual(await open("image/svg+xml", text), [], name);
      const found = await look<{ out: string[]; ran: boolean; root: string; title: string; width: number }>("svg()");
      assert.deepEqual(found.out, [], name);
      assert.equal(found.ran, false, name);
      assert.equal(found.root, "svg");
      assert.equal(found.width, picture.width);
      assert.ok(found.title.startsWith(picture.title), name);
      await page.close();
    }
  });

  it("every element of an SVG has a name for screen readers, and a link where one is wanted", async () => {
    const picture = pictures.get("infusion-pump full") as Scene;
    await open("image/svg+xml", svg(picture, { link: (place) => `ward:${place.file}:${place.line + 1}` }));
    const found = await look<{ label: string; href: string }[]>("elements()");
    const ports = picture.nodes.flatMap((node) => node.ports);
    assert.equal(found.length, picture.nodes.length + ports.length + picture.edges.length);
    assert.ok(found.every(({ label, href }) => label !== "" && /^ward:.*\.ward:\d+$/.test(href)));
    await page.close();
  });

  it("every theme draws everything, and the editor's theme draws with its variables", () => {
    const picture = pictures.get("infusion-pump full") as Scene;
    for (const theme of ["light", "dark", "high-contrast", "print", "vscode"] satisfies ThemeName[]) {
      const text = svg(picture, { theme });
      assert.doesNotMatch(text, /undefined|NaN|\[object/);
      assert.equal(text.includes("var(--vscode-"), theme === "vscode");
    }
  });

  it("PNG has the size asked for and shows something, other scripts included", async () => {
    const { engine, fonts } = drawingFiles();
    for (const [name, scale] of [
      ["loop", 1.5],
      ["hostile", 1],
    ] as const) {
      const picture = pictures.get(name) as Scene;
      const image = await png(svg(picture), scale, { engine, fonts: [...fonts, ...furtherFonts()] });
      assert.deepEqual(await open("image/png", image), []);
      const found = await look<{ width: number; height: number; colours: number }>("image()");
      assert.ok(Math.abs(found.width - picture.width * scale) <= 1 && Math.abs(found.height - picture.height * scale) <= 1, name);
      assert.ok(found.colours > 50, `${found.colours} colours`);
      await page.close();
    }
  });

  it("Mermaid reads and draws what is written for it", async () => {
    await open("text/html", "<!doctype html><body></body>");
    await page.addScriptTag({ path: mermaidScript });
    for (const [name, picture] of pictures) {
      const drawn = await look(`mermaid(${JSON.stringify(mermaid(picture))})`);
      const parents = new Set(picture.nodes.map((node) => node.parent));
      const containers = picture.nodes.filter((node) => parents.has(node.id)).length;
      assert.deepEqual(drawn, { ran: false, subgraphs: containers, arrows: picture.edges.length }, name);
    }
    await page.close();
  });

  it("draw.io files fit the schema, and read back with the same boxes in the same containers", async () => {
    for (const [name, picture] of pictures) {
      const text = drawio(picture);
      const { errors } = await validateXML({ xml: [{ fileName: "it.drawio", contents: text }], schema: [schema], maxMemoryPages: 4096 });
      assert.deepEqual(errors, [], name);
      const cells = await readBack(text);
      const byWard = new Map(cells.map((cell) => [`${cell.edge ? "edge " : ""}${cell.ward}`, cell]));
      const byId = new Map(cells.map((cell) => [cell.id, cell]));
      for (const node of picture.nodes) {
        const cell = byWard.get(node.id);
        assert.ok(cell, node.id);
        assert.equal(byId.get(cell.parent)?.ward, node.parent, node.id);
        let [x, y] = [cell.x, cell.y];
        for (let outer = byId.get(cell.parent); outer; outer = byId.get(outer.parent)) [x, y] = [x + outer.x, y + outer.y];
        assert.ok(Math.abs(x - node.x) < 0.1 && Math.abs(y - node.y) < 0.1, node.id);
        if (node.container && node.folded === undefined) assert.match(cell.style, /container=1/);
      }
      for (const edge of picture.edges) {
        const cell = byWard.get(`edge ${edge.id}`);
        assert.equal(byId.get(cell?.source ?? "")?.ward, edge.source);
        assert.equal(byId.get(cell?.target ?? "")?.ward, edge.target);
      }
      assert.ok(
        cells.every((cell) => !/<(?!\/?(?:b|br|font)\b)/.test(cell.label)),
        `${name}: labels hold no markup but ours`,
      );
    }
  });

  interface Cell {
    id: string;
    ward: string;
    label: string;
    style: string;
    parent: string;
    source: string;
    target: string;
    edge: boolean;
    x: number;
    y: number;
  }

  async function readBack(text: string): Promise<Cell[]> {
    await open("text/html", "<!doctype html><body></body>");
    const cells = await look<Cell[]>(`cells(${JSON.stringify(text)})`);
    await page.close();
    return cells;
  }

  it("JSON has the promised shape, and its ends are ports of their boxes", () => {
    for (const [name, picture] of pictures) {
      const read = JSON.parse(json(picture));
      assert.deepEqual(
        [read.version, read.view, read.width, read.height],
        [1, "full", picture.width, picture.height].with(1, picture.view),
        name,
      );
      const parents = new Map(read.nodes.map((node: { id: string; parent: string | null }) => [node.id, node.parent]));
      for (const node of read.nodes) {
        assert.ok(node.parent === null || parents.has(node.parent));
        for (const field of ["x", "y", "width", "height"]) assert.equal(typeof node[field], "number");
        assert.equal(typeof node.threats.open, "number");
        for (const label of node.labels) assert.deepEqual(Object.keys(label), ["text", "x", "y", "width", "height"]);
      }
      const ports = new Map(read.nodes.flatMap((node: { ports: { id: string }[] }) => node.ports.map((port) => [port.id, port] as const)));
      for (const edge of read.edges) {
        const [source, target] = [ports.get(edge.sourcePort), ports.get(edge.targetPort)] as { x: number; y: number }[];
        assert.deepEqual([source?.x, source?.y], edge.points[0]);
        assert.deepEqual([target?.x, target?.y], edge.points.at(-1));
      }
    }
  });

  it("titles that attack, are endless or run from right to left still make a picture", async () => {
    const analysis = analyseText(hostile);
    for (const { name } of views(analysis)) assert.deepEqual(offences(await pictureOf(analysis, name)), [], name);
  });
});
