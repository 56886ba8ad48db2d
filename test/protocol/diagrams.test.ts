// Pictures for panels, apart from any process: when a layout is needed and when not, what stays while the text is broken or a layout
// overruns, and the way between text and picture.
import assert from "node:assert/strict";
import { layoutHere } from "../../server/src/diagram/index.ts";
import type { Layout } from "../../server/src/diagram/types.ts";
import { memoryFiles } from "../../server/src/host/memory.ts";
import type { Context, LayOut } from "../../server/src/lsp/context.ts";
import { Diagrams, elementOf, elementsAt, modelOf } from "../../server/src/lsp/diagrams.ts";
import type { DiagramParams, DiagramPicture, DiagramResult } from "../../server/src/lsp/protocol.ts";
import { Workspaces } from "../../server/src/lsp/workspaces.ts";

const uri = "file:///w/main.ward";
const text = `import "ward:core"
system S "System" { regulation: MDR  environment: home }
data D "Datum" { classification: internal }
boundary Zone "Zone" {
  device Box "Box" {
    process App "App"
    process Other "Other"
  }
}
external Far "Far away"
flow Send "Send" Zone.Box.App -> Far { carries: D }
scenario Walk "Walk" { steps: Send }
`;

/** A panel's world in memory, with layouts that are counted. */
class World {
  readonly workspaces = new Workspaces(memoryFiles({ "/w/main.ward": text, "/w/.git/HEAD": "" }), () => "2026-01-01");
  readonly previous: (Layout | undefined)[] = [];
  layOut: LayOut = async (graph, run, previous) => {
    this.previous.push(previous);
    return await layoutHere(graph, run, previous);
  };
  readonly context = {
    workspaces: this.workspaces,
    loaded: Promise.resolve(),
    drawing: { load: () => import("../../server/src/diagram/index.ts"), layOut: (...given: Parameters<LayOut>) => this.layOut(...given) },
  } as unknown as Context;
  readonly diagrams = new Diagrams(this.context);

  constructor() {
    this.workspaces.openFolder("file:///w");
    this.workspaces.discover();
  }

  edit(from: string, to: string): void {
    const { workspace } = this.workspaces.of(uri);
    const now = modelOf(this.context, uri, undefined)?.files[0]?.tree.text ?? "";
    assert.ok(now.includes(from), from);
    workspace.setText("/w/main.ward", now.replace(from, to));
  }

  draw(more: Partial<DiagramParams> = {}, signal = new AbortController().signal): Promise<DiagramResult> {
    return this.diagrams.draw({ uri, panel: "one", options: {}, ...more }, signal);
  }

  async picture(more: Partial<DiagramParams> = {}): Promise<DiagramPicture> {
    const result = await this.draw(more);
    assert.equal(result.state, "picture");
    return result as DiagramPicture;
  }
}

const nodes = ({ scene }: DiagramPicture): string[] => scene.nodes.map(({ id }) => id).sort();

describe("protocol: pictures for panels", () => {
  it("draws the first view unasked, with all that can be chosen", async () => {
    const picture = await new World().picture();
    assert.deepEqual(nodes(picture), ["Far", "Zone", "Zone.Box", "Zone.Box.App", "Zone.Box.Other"]);
    assert.match(picture.svg, /^<svg[\s\S]*data-id="Zone\.Box\.App"/);
    assert.equal(picture.model, "S");
    assert.deepEqual(
      picture.choices.containers.map(({ id }) => id),
      ["Zone", "Zone.Box"],
    );
    assert.deepEqual(picture.choices.data, [{ id: "D", title: "Datum" }]);
    assert.deepEqual(picture.choices.scenarios, [{ id: "Walk", title: "Walk" }]);
    assert.ok(picture.choices.views.some(({ name }) => name === "scenario:Walk"));
  });

  it("says that nothing has changed, also when lines move", async () => {
    const world = new World();
    const { key } = await world.picture();
    assert.deepEqual(await world.draw({ known: key }), { state: "same" });
    world.edit("system S", "// a comment\n\nsystem S");
    assert.deepEqual(await world.draw({ known: key }), { state: "same" });
  });

  it("needs no layout for other words, and says that nothing moved", async () => {
    const world = new World();
    const first = await world.picture();
    world.edit('"App"', '"Apq"');
    const second = await world.picture({ known: first.key });
    assert.equal(world.previous.length, 1);
    assert.equal(second.arrangement, first.arrangement);
    assert.match(second.svg, /Apq/);
  });

  it("gives the layout before as a hint, and none when all is to be arranged anew", async () => {
    const world = new World();
    const { key } = await world.picture();
    world.edit('process Other "Other"', 'process Other "Other"\n    store Log "Log"');
    await world.picture({ known: key });
    assert.equal(world.previous.length, 2);
    assert.ok(world.previous[1]);
    await world.picture({ known: key, anew: true });
    assert.equal(world.previous.length, 3);
    assert.equal(world.previous[2], undefined);
  });

  it("goes back to where everything was, without a layout", async () => {
    const world = new World();
    const full = await world.picture();
    await world.picture({ view: "context" });
    const count = world.previous.length;
    const again = await world.picture({ view: full.view.name });
    assert.equal(world.previous.length, count);
    assert.equal(again.arrangement, full.arrangement);
  });

  it("keeps the picture while the text is broken, and says where", async () => {
    const world = new World();
    const { key } = await world.picture();
    world.edit("process App", "process 5 5\n    process App");
    const result = await world.draw({ known: key });
    assert.deepEqual(result, { state: "broken", file: "main.ward", line: 5, count: 1 });
  });

  it("draws what can be read where there is no picture to keep", async () => {
    const world = new World();
    world.edit("process App", "process 5 5\n    process App");
    const picture = await world.picture();
    assert.ok(picture.broken && nodes(picture).includes("Far"));
  });

  it("tells of a layout that overran, and of one that failed", async () => {
    const world = new World();
    world.layOut = () => Promise.reject(new DOMException("too long", "TimeoutError"));
    assert.deepEqual(await world.draw(), { state: "failed", reason: "overrun", message: "too long" });
    world.layOut = () => Promise.reject(new Error("boom"));
    assert.deepEqual(await world.draw(), { state: "failed", reason: "error", message: "boom" });
  });

  it("gives up a layout that is no longer wanted", async () => {
    const world = new World();
    const abort = new AbortController();
    world.layOut = (_, { signal }) => new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const drawing = world.draw({}, abort.signal);
    setTimeout(() => abort.abort(), 5);
    await assert.rejects(drawing);
  });

  it("falls back to the first view when the one that was shown is gone", async () => {
    const picture = await new World().picture({ view: "scenario:Gone" });
    assert.equal(picture.view.name, picture.choices.views[0]?.name);
  });

  it("says that a document belongs to no model", async () => {
    const world = new World();
    assert.deepEqual(await world.draw({ uri: "file:///w/none.ward" }), { state: "none" });
  });

  it("finds elements at places, innermost first, and places of elements", () => {
    const world = new World();
    const model = modelOf(world.context, uri, "S");
    assert.ok(model);
    assert.deepEqual(elementsAt(model, "main.ward", text.indexOf('"App"')), ["Zone.Box.App", "Zone.Box", "Zone"]);
    assert.deepEqual(elementsAt(model, "main.ward", text.indexOf("carries: D")), ["Send"]);
    assert.equal(elementOf(model, "Zone.Box.App")?.title, "App");
    assert.equal(elementOf(model, "Zone.Nobody"), undefined);
  });

  it("finds the element of the model where an entry of a catalogue has its name", () => {
    const world = new World();
    world.edit('external Far "Far away"', 'external Far "Far away"\ndevice Server "The only server" : Server');
    const model = modelOf(world.context, uri, "S");
    assert.ok(model);
    assert.equal(elementOf(model, "Server")?.title, "The only server");
  });
});
