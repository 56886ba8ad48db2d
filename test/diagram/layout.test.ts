// Layouts are the same for the same graph, stay where they were, can be cancelled, and end with their worker when they take too long.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { moves, nested, withOneMore } from "../../bench/diagram.ts";
import { layout, layoutHere, stopLayouts } from "../../server/src/diagram/index.ts";
import { layoutShape } from "../../server/src/diagram/layout/here.ts";
import { type ShapeNode, shapeOf } from "../../server/src/diagram/shape.ts";
import { widthOf, wrap } from "../../server/src/diagram/text.ts";
import { widthsOf } from "../support/truetype.ts";
import { graphOf, sampleAnalysis } from "./pictures.ts";

describe("layout of diagrams", function () {
  this.timeout(120_000);
  after(stopLayouts);
  const graph = graphOf(sampleAnalysis("infusion-pump"), "device:Pump");
  const shape = shapeOf(graph.nodes, graph.edges);

  it("is the same in a worker as here", async () => {
    const [first, second] = [await layout(graph, { timeout: 100_000 }), await layoutHere(graph)];
    assert.deepEqual(first, structuredClone(second));
  });

  it("moves nothing when nothing changed, and little when one element is added", async () => {
    const before = await layoutHere(graph);
    assert.deepEqual(await layoutHere(graph, {}, before), before);
    const leaf = shape.nodes.find((node) => node.id === "Pump.Updater") as ShapeNode;
    const after = await layoutShape(withOneMore(shape, leaf), "", {}, before.memory);
    assert.equal(after.nodes.length, before.nodes.length + 1);
    assert.ok(moves(before, after).mean < 200, `moved ${moves(before, after).mean} on average`);
  });

  it("is cancelled at once, and the next one works", async () => {
    const large = { ...graph, ...graphOf(sampleAnalysis("infusion-pump"), "full") };
    const controller = new AbortController();
    const running = layout(large, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("not wanted any more")), 20);
    await assert.rejects(running, /not wanted any more/);
    await assert.rejects(layout(large, { signal: controller.signal }), /not wanted any more/);
    assert.equal((await layout(graph, { timeout: 100_000 })).hash, graph.hash);
  });

  it("that takes too long is ended with its worker", async () => {
    const large = graphOf(sampleAnalysis("glucose-monitor"), "full");
    await assert.rejects(layout(large, { timeout: 5 }), /no layout within 5 ms/);
    assert.equal((await layout(graph, { timeout: 100_000 })).hash, graph.hash);
  });

  it("lays out a hundred boxes and gives every arrow a way", async () => {
    const made = await layoutShape(nested(100, 150, 3), "", {}, undefined);
    assert.equal(made.edges.length, 150);
    assert.ok(made.edges.every(([, { points, label }]) => points.length >= 2 && label));
  });
});

describe("words in diagrams", () => {
  it("are as wide as the font that ships draws them", () => {
    for (const [weight, file] of [
      ["regular", "arimo-regular.ttf"],
      ["bold", "arimo-bold.ttf"],
    ] as const) {
      const widths = widthsOf(readFileSync(`${import.meta.dirname}/../../server/fonts/${file}`));
      assert.ok(widths.size > 1000);
      for (const [letter, width] of widths)
        assert.ok(
          Math.abs(widthOf(String.fromCodePoint(letter), 1, weight) - width) < (width > 1.295 ? 0.3 : 0.0011),
          String.fromCodePoint(letter),
        );
    }
  });

  it("break at spaces, else where they must, and end in an ellipsis past the last line", () => {
    assert.deepEqual(wrap("Send an order to the pump", 80, 12, "regular", 3), ["Send an order", "to the pump"]);
    assert.deepEqual(wrap("", 80, 12, "regular", 3), []);
    const endless = wrap("x".repeat(5000), 80, 12, "regular", 2);
    assert.equal(endless.length, 2);
    assert.ok(endless[1]?.endsWith("…"));
    for (const line of [...endless, ...wrap("電子カルテシステムと検査情報システム", 80, 12, "regular", 4)])
      assert.ok(widthOf(line, 12) <= 80);
    assert.deepEqual(wrap("a\u202eb\u0000c\nd", 200, 12, "regular", 1), ["ab c d"]);
  });
});
