// Holds that what a model says comes out as text in every format, the same every time, and that links lead somewhere.
import assert from "node:assert/strict";
import { formats } from "../../server/src/report/index.ts";
import { analyseText } from "../support/models.ts";
import { allDocuments, completeText } from "./complete.ts";

const long = "x".repeat(500);

/** Texts that a model may hold, each where another stands in the complete model. */
const hostile: Readonly<Record<string, string>> = {
  "Demonstration pump": `<script>alert(1)</script> ${long}`,
  Overdose: "=cmd|' /C calc'!A0",
  "Send an order": "[click](javascript:alert(1)) `code` **bold** | cell",
  "Audit trail": "سجل التدقيق \u202e gnp.exe",
  "Records system": '"><img src=x onerror=alert(1)>',
  "Network port": "+1+1 😀 \ud800",
  "Signed updates": "-2+3\n@SUM(A1)\u0000\u0007",
  Seal: "</style></title><!-- ]]> {{7*7}} {count}",
};

function hostileText(): string {
  return Object.entries(hostile).reduce(
    (text, [from, to]) => text.replaceAll(`"${from}"`, () => `"${to.replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`),
    completeText(),
  );
}

describe("formats of documents", () => {
  const complete = analyseText(completeText());
  const bad = analyseText(hostileText());

  it("take over every hostile title", () => {
    const titles = new Set(bad.model.entities.map(({ title }) => title));
    for (const one of Object.values(hostile)) assert.ok(titles.has(one), one);
  });

  for (const [name, format] of Object.entries(formats)) {
    it(`${name} gives the same bytes for the same model`, async () => {
      const again = analyseText(completeText());
      const [first, second] = [allDocuments(complete), allDocuments(again)];
      for (const [index, document] of first.entries())
        assert.deepEqual(await format.write(document), await format.write(second[index] as typeof document));
    });
  }

  it("HTML holds nothing that a model can make a tag of", () => {
    for (const document of allDocuments(bad)) {
      const html = formats.html.write(document);
      assert.doesNotMatch(html, /<script|<img src=x|<!--|onerror=(?!alert\(1\)&gt;)/);
      assert.equal(html.match(/<\/style>/g)?.length, 1);
      assert.equal(html.match(/<\/title>/g)?.length, 1);
      assert.ok([...html].every(isShown), "a character that steers, or half of a pair");
    }
    const all = allDocuments(bad).map(formats.html.write).join();
    assert.ok(all.includes("&lt;script&gt;alert(1)&lt;/script&gt;") && all.includes(long) && all.includes("سجل") && all.includes("😀"));
  });

  it("HTML asks for nothing and its links lead somewhere", () => {
    for (const document of [...allDocuments(bad), ...allDocuments(complete)]) {
      const html = formats.html.write(document);
      assert.doesNotMatch(html, /(?:src|href)="(?!#|data:)|url\(|@import/);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, "an id stands twice");
      for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), `#${target} leads nowhere`);
    }
  });

  it("Markdown holds no HTML but anchors, no foreign link, and tables keep their cells", () => {
    for (const document of allDocuments(bad)) {
      const markdown = formats.md.write(document);
      assert.doesNotMatch(markdown.replaceAll(/<a id="[\w-]+"><\/a>/g, ""), /<[a-z!/]/i);
      for (const [, target = ""] of markdown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)) assert.match(target, /^#[\w-]+$/);
      let width = 0;
      for (const line of markdown.split("\n")) {
        const cells = line.startsWith("|") ? (line.match(/(?<!\\)\|/g)?.length ?? 0) : 0;
        if (width > 0 && cells > 0) assert.equal(cells, width, line);
        width = cells;
      }
    }
  });

  it("CSV holds no formula, and its lines can be read back", () => {
    for (const document of allDocuments(bad)) {
      for (const record of records(formats.csv.write(document).slice(1))) {
        for (const cell of record) assert.doesNotMatch(cell, /^\s*[=+@|-](?!\d)/, cell);
      }
    }
    const seen = allDocuments(bad).map(formats.csv.write).join();
    assert.ok(seen.includes("'=cmd|' /C calc'!A0"));
  });

  it("JSON is the document", () => {
    for (const document of allDocuments(bad)) {
      assert.deepEqual(JSON.parse(formats.json.write(document)), JSON.parse(JSON.stringify(document)));
    }
  });

  it("German documents hold the same rows and gaps", () => {
    const shape = (documents: ReturnType<typeof allDocuments>) =>
      documents.map(({ kind, gaps, declarations }) => ({ kind, gaps: gaps.map(({ item, section }) => [item, section]), declarations }));
    assert.deepEqual(shape(allDocuments(complete, "de")), shape(allDocuments(complete)));
  });
});

function isShown(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return character === "\n" || character === "\t";
  return !(code >= 0x7f && code < 0xa0) && !(code >= 0x202a && code <= 0x202e) && !(code >= 0xd800 && code <= 0xdfff);
}

/** CSV read by the rules of RFC 4180. */
function records(text: string): string[][] {
  const all: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, simple, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? simple ?? "");
    if (end === ",") continue;
    all.push(record);
    record = [];
  }
  return all;
}
