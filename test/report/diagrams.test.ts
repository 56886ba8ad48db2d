// Pictures of views in documents: those that the model has, drawn once, the same each time, and in each format as it can hold them.
import assert from "node:assert/strict";
import { unzipSync } from "fflate";
import { drawerOf } from "../../server/src/cli/drawing.ts";
import type { Diagram } from "../../server/src/report/diagrams.ts";
import { formats } from "../../server/src/report/index.ts";
import { check } from "../../server/src/workspace/check.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { analyseText, today } from "../support/models.ts";
import { loadSample } from "../support/samples.ts";
import { drawnReportOf, reporterOf, reportOf, sectionsOf } from "./complete.ts";

const diagramsOf = (document: ReturnType<typeof reportOf>): Diagram[] =>
  sectionsOf(document).flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "diagram" ? [block.diagram] : [])));

function sample() {
  const model = check(loadSample("infusion-pump"), today, noSettings).models.find(({ analysis }) => analysis.model.system);
  assert.ok(model);
  return model.analysis;
}

describe("pictures in documents", function () {
  this.timeout(60_000);
  const analysis = sample();

  it("show the whole, updates and each scenario, each with an id of its own", async () => {
    const document = await drawnReportOf(analysis, "views");
    const scenarios = analysis.model.of("scenario").map(({ id }) => `scenario:${id}`);
    const views = diagramsOf(document).map(({ view }) => view);
    assert.deepEqual(
      views.filter((view) => view !== "multi-patient"),
      ["system", "updates", ...scenarios],
    );
    const html = formats.html.write(document);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal([...html.matchAll(/<figure class="diagram">/g)].length, views.length);
    assert.equal(html, formats.html.write(await drawnReportOf(analysis, "views")), "the same bytes");
  });

  it("are PNG in Word, names of views in Markdown, and no data in JSON", async () => {
    const document = await drawnReportOf(analysis, "views");
    const parts = Object.entries(unzipSync(await formats.docx.write(document)));
    const pictures = parts.filter(([name]) => /^word\/media\/.+\.png$/.test(name));
    assert.equal(pictures.length, diagramsOf(document).length);
    for (const [name, bytes] of pictures) assert.equal(Buffer.from(bytes.subarray(1, 4)).toString(), "PNG", name);
    assert.match(formats.md.write(document), /`ward diagram --view system`/);
    const json = formats.json.write(document);
    assert.ok(!json.includes("<svg"));
    assert.ok(json.includes('"view": "system"'));
  });

  it("are left out where nobody draws, and of views that the model lacks", async () => {
    assert.deepEqual(diagramsOf(reportOf(reporterOf(analysis), "views")), []);
    const bare = analyseText('import "ward:medical"\nsystem S "S" { regulation: MDR  environment: home }');
    assert.deepEqual(diagramsOf(await drawnReportOf(bare, "views")), []);
  });

  it("are drawn once for all documents of a reporter", async () => {
    const drawn: string[] = [];
    const draw = drawerOf(analysis);
    const reporter = reporterOf(analysis, "en", (view) => {
      drawn.push(view);
      return draw(view);
    });
    await reporter.context.diagrams.prepare(["updates", "updates"]);
    await reporter.context.diagrams.prepare(["updates", "nothing"]);
    await reporter.context.diagrams.prepare(["nothing"]);
    assert.deepEqual(drawn, ["updates", "nothing"]);
  });
});
