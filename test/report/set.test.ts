// Holds the whole set: every document and an index, one failing document, and what a company sets in ward.json.
import assert from "node:assert/strict";
import type { Deliverable } from "../../server/src/report/deliverables/types.ts";
import { deliverables, logoOf, Reporter, readTemplate, writeSet } from "../../server/src/report/index.ts";
import { analyseText } from "../support/models.ts";
import { completeText, reporterOf } from "./complete.ts";

describe("the set of documents", () => {
  it("holds every document in every format, and an index that leads to them", async () => {
    const { files, failures } = await writeSet(reporterOf(analyseText(completeText())), ["html", "csv"]);
    assert.deepEqual(failures, []);
    const names = new Set(files.map(({ name }) => name));
    assert.equal(names.size, files.length);
    for (const { kind } of deliverables) assert.ok(names.has(`${kind}.html`) && names.has(`${kind}.csv`), kind);
    assert.ok(names.has("sbom.cdx.json"), "a standard's data are there whatever the format");
    const index = files.find(({ name }) => name === "index.html")?.content as string;
    for (const [, target = ""] of index.matchAll(/href="([^#"][^"]*)"/g)) assert.ok(names.has(target), target);
    for (const { kind } of deliverables) assert.ok(index.includes(`href="${kind}.html"`), kind);
  });

  it("lists everything that is to be written", async () => {
    const reporter = reporterOf(
      analyseText('import "ward:medical"\nsystem S { regulation: MDR environment: home }\ndevice D : InfusionPump { }'),
    );
    const { files } = await writeSet(reporter, ["json"]);
    const gaps = JSON.parse(files.find(({ name }) => name === "index.json")?.content as string).sections[1].blocks[0].rows.length;
    const each = deliverables.map((deliverable) => reporter.document(deliverable).gaps.length);
    assert.equal(
      gaps,
      each.reduce((sum, count) => sum + count, 0),
    );
    assert.ok(gaps > 40);
  });

  it("goes on when a document fails, and says which", async () => {
    const reporter = reporterOf(analyseText(completeText()));
    const document = reporter.document.bind(reporter);
    reporter.document = (deliverable: Deliverable) => {
      if (deliverable.kind === "risks") throw new Error("no");
      return document(deliverable);
    };
    const { files, failures } = await writeSet(reporter, ["md"]);
    assert.deepEqual(
      failures.map(({ kind }) => kind),
      ["risks"],
    );
    assert.equal(files.filter(({ name }) => name.endsWith(".md")).length, deliverables.length);
    assert.match(files.find(({ name }) => name === "index.md")?.content as string, /Security risk assessment \|.*could not be written/);
  });
});

describe("a company's template", () => {
  const reported = (setting: unknown, kind = "instructions") => {
    const { template, problems } = readTemplate(setting);
    assert.deepEqual(problems, []);
    const { digest: _, ...options } = { digest: "", language: "en" as const, tool: "0", digestOf: () => "00" };
    const deliverable = deliverables.find((one) => one.kind === kind);
    assert.ok(deliverable);
    return new Reporter(analyseText(completeText()), options, template).document(deliverable);
  };

  it("sets letterhead, number, order and sections", () => {
    const document = reported({
      company: "Example Ltd.",
      header: "Confidential",
      number: "TF-{kind}-{version}-{other}",
      order: { instructions: ["Installation", "ResidualRisks"] },
      sections: [
        { in: "instructions", title: "About <b>us</b>", text: "First.\n\n=cmd|Second.", at: "start" },
        { in: "instructions", title: "Glossary", text: "None." },
        { in: "threats", title: "Elsewhere", text: "None." },
      ],
    });
    assert.deepEqual(document.letterhead, { company: "Example Ltd.", header: "Confidential", number: "TF-instructions-1.0-{other}" });
    assert.deepEqual(
      document.sections.slice(0, 3).map(({ title }) => title),
      ["About <b>us</b>", "Installation", "Residual risks"],
    );
    assert.equal(document.sections[0]?.blocks.length, 2);
    assert.equal(document.sections.at(-1)?.title, "Glossary");
    assert.equal(document.sections.length, 19);
  });

  it("is told what is wrong with it", () => {
    const { problems, template } = readTemplate({
      compny: "x",
      language: "fr",
      numbers: { thraets: "1", risks: 2 },
      order: { instructions: ["Instalation"] },
      sections: [{ in: "nothing", title: "x", text: "y" }, 3],
    });
    assert.equal(problems.length, 7);
    assert.match(problems.join("\n"), /did you mean "company"[\s\S]*did you mean "threats"[\s\S]*did you mean "Installation"/);
    assert.deepEqual(template.sections, []);
    assert.equal(readTemplate("x").problems.length, 1);
  });

  it("takes an image for what it holds", () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==",
      "base64",
    );
    assert.deepEqual(logoOf(png, "x"), { type: "png", base64: "x", width: 2, height: 3 });
    assert.equal(logoOf(Buffer.from("<svg onload='alert(1)'>".padEnd(64)), "x"), undefined);
    assert.equal(logoOf(Buffer.from([0xff, 0xd8, 0xff]), "x"), undefined);
    assert.equal(logoOf(Buffer.alloc(0), "x"), undefined);
  });
});
