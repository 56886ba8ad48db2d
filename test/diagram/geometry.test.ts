// Every picture can be read: nothing overlaps, nothing is cut off, every arrow ends where it should. Over all samples and views, over generated
// models, and over shapes that are hard to draw.
import assert from "node:assert/strict";
import { generateModel } from "../../bench/model.ts";
import type { Analysis } from "../../server/src/analysis/types.ts";
import { scene, views } from "../../server/src/diagram/index.ts";
import { arrange, placesOf } from "../../server/src/diagram/layout/assemble.ts";
import { loadEngine } from "../../server/src/diagram/layout/elk.ts";
import { always, noHints } from "../../server/src/diagram/layout/hints.ts";
import { type Direction, hasChoice } from "../../server/src/diagram/layout/plan.ts";
import { treeOf } from "../../server/src/diagram/layout/tree.ts";
import { shapeOf } from "../../server/src/diagram/shape.ts";
import type { Graph, Scene } from "../../server/src/diagram/types.ts";
import { analyseText, checkFiles } from "../support/models.ts";
import { samples } from "../support/samples.ts";
import { offences } from "./geometry.ts";
import { graphOf, pictureOf, sampleAnalysis } from "./pictures.ts";
import { shapes } from "./shapes.ts";

/** Lays out in directions that a number stands for: pictures have to be right in every style, not only in the one that reads best. */
async function inStyle(graph: Graph, seed: number): Promise<Scene> {
  const tree = treeOf(shapeOf(graph.nodes, graph.edges));
  const choices = tree.boxes.filter(hasChoice);
  const style = new Map(choices.map((box, index): [number, Direction] => [box.index, (seed >> (index % 5)) % 2 === 0 ? "RIGHT" : "DOWN"]));
  return scene(graph, {
    hash: graph.hash,
    ...placesOf(arrange(tree, style, new Map(), always(noHints), await loadEngine())),
    memory: undefined,
  });
}

function generated(seed: number): Analysis {
  const size = { elements: 5 + ((seed * 7) % 45), flows: 3 + ((seed * 5) % 60), seed };
  const files = Object.entries(generateModel(size)).map(([name, text]) => [`/${name}`, text]);
  const analysis = checkFiles(Object.fromEntries(files)).models.find((model) => model.analysis.model.system)?.analysis;
  assert.ok(analysis);
  return analysis;
}

describe("geometry of diagrams", function () {
  this.timeout(180_000);

  for (const sample of samples) {
    it(`every view of ${sample} can be read and fits a page`, async () => {
      const analysis = sampleAnalysis(sample);
      for (const { name } of views(analysis)) {
        const picture = await pictureOf(analysis, name);
        assert.deepEqual(offences(picture), [], name);
        const aspect = picture.width / picture.height;
        assert.ok(aspect <= 2.5 && aspect >= 0.4, `${name} is ${aspect.toFixed(2)}:1`);
      }
    });
  }

  for (let from = 0; from < 200; from += 25) {
    it(`generated models ${from} to ${from + 24} can be read`, async () => {
      for (let seed = from; seed < from + 25; seed++) {
        const graph = graphOf(generated(seed), "full", seed % 5 === 0 ? { foldPast: 20 } : {});
        assert.ok(graph.nodes.length > 0);
        assert.deepEqual(offences(await inStyle(graph, seed)), [], `seed ${seed}`);
      }
    });
  }

  for (const [name, text] of Object.entries(shapes)) {
    it(`the ${name} one can be read in every style`, async () => {
      const graph = graphOf(analyseText(text));
      for (const seed of name === "dense" ? [0, 31] : [0, 1, 30, 31])
        assert.deepEqual(offences(await inStyle(graph, seed)), [], `style ${seed}`);
    });
  }

  it("notices what is wrong", async () => {
    const picture = await pictureOf(analyseText(shapes.loop as string));
    const [first, second] = picture.nodes.filter((node) => !node.container);
    assert.ok(first && second);
    const moved = picture.nodes.map((node) => (node.id === first.id ? { ...node, x: second.x, y: second.y } : node));
    const found = offences({ ...picture, nodes: moved }).join("\n");
    for (const wrong of [/overlaps|is not inside/, /does not end at/, /covers|leaves/]) assert.match(found, wrong);
  });
});
