// Patches of pictures: applied to the old picture they give the new one, and they hold no more than what changed.
import assert from "node:assert/strict";
import { type PicturePatch, patched, patchOf } from "../../client/src/preview/patch.ts";
import { layoutHere, scene, svg } from "../../server/src/diagram/index.ts";
import type { Graph, Layout } from "../../server/src/diagram/types.ts";
import type { DiagramPicture } from "../../server/src/lsp/protocol.ts";
import { graphOf, sampleAnalysis } from "../diagram/pictures.ts";

const graph = graphOf(sampleAnalysis("infusion-pump"));

function picture(of: Graph, layout: Layout, rest: Partial<DiagramPicture> = {}): DiagramPicture {
  const drawn = scene(of, layout, { frame: false });
  const choices = { views: [], states: [], containers: [], data: [], scenarios: [], stride: [] };
  const words = { uri: "u", model: "M", view: of.view, choices, legend: "", broken: false, arrangement: "1", key: "k" };
  return { state: "picture", ...words, scene: drawn, svg: svg(drawn, { theme: "vscode" }), ...rest };
}

/** A picture's drawing after a patch, as the page does it: each group of the patch takes the place of the one of its name. */
function drawn(old: string, { groups }: PicturePatch): string {
  const name = (line: string): string => [...line.matchAll(/<g class="(\w+)[^"]*" data-id="([^"]*)"/g)].join();
  const names = (line: string): string => name(line).replace(/ dimmed/g, "");
  const news = new Map(groups.split("\n").map((line) => [names(line), line]));
  return old
    .split("\n")
    .map((line) => news.get(names(line)) ?? line)
    .join("\n");
}

const retitled = (id: string, title: string): Graph => ({
  ...graph,
  nodes: graph.nodes.map((one) =>
    one.id === id ? { ...one, title } : { ...one, ports: one.ports.map((port) => (port.id === id ? { ...port, title } : port)) },
  ),
  edges: graph.edges.map((one) => (one.id === id ? { ...one, title } : one)),
});

describe("webview: patches of a picture", () => {
  let layout: Layout;
  let old: DiagramPicture;

  before(async () => {
    layout = await layoutHere(graph);
    old = picture(graph, layout);
  });

  it("hold the element whose words changed and those that speak of it", () => {
    for (const { id } of [...graph.nodes, ...graph.edges, ...graph.nodes.flatMap(({ ports }) => ports)]) {
      const news = picture(retitled(id, `<b>"${id}" & 'x'\n</g>`), layout);
      const patch = patchOf(old, news);
      assert.ok(patch, id);
      assert.equal(drawn(old.svg, patch), news.svg, id);
      assert.deepEqual(patched(old, patch).scene, news.scene, id);
      assert.ok(patch.groups.includes(`data-id="${id}"`), id);
      assert.ok(patch.groups.length < old.svg.length / 4, `${id}: ${patch.groups.length} of ${old.svg.length}`);
    }
  });

  it("hold nothing of elements that only stand elsewhere in the text", () => {
    const moved: Graph = {
      ...graph,
      nodes: graph.nodes.map((one) => (one.place ? { ...one, place: { ...one.place, line: one.place.line + 7 } } : one)),
    };
    const patch = patchOf(old, picture(moved, layout, { key: "other" }));
    assert.deepEqual([patch?.groups, patch?.nodes, patch?.edges, patch?.picture.key], ["", [], [], "other"]);
  });

  it("are not made where elements come or go, something moved, or the view is another", async () => {
    const edges = graph.edges.slice(1);
    const fewer: Graph = { ...graph, edges, hash: "other" };
    assert.equal(patchOf(old, picture(fewer, await layoutHere(fewer))), undefined);
    assert.equal(patchOf(old, { ...old, arrangement: "2" }), undefined);
    assert.equal(patchOf(old, { ...old, model: "N" }), undefined);
    assert.equal(patchOf(old, { ...old, view: { ...old.view, name: "other" } }), undefined);
  });
});
