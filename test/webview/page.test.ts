// What the panel says and does with elements, filters, steps and keys, apart from its page.
import assert from "node:assert/strict";
import { choose, chosen, described, filterNames } from "../../client/webview/choices.ts";
import { actOf, keys } from "../../client/webview/keys.ts";
import { lit, stepCount } from "../../client/webview/scenario.ts";
import { walk } from "../../client/webview/walk.ts";
import { byState, type Element, facts, search, spoken } from "../../client/webview/words.ts";
import type { SceneEdge, SceneNode, ScenePort, ThreatNote } from "../../server/src/diagram/types.ts";

const common = { marks: [], badges: [], threats: [], labels: [], data: [] };
const node = (id: string, title: string, parent?: string, rest: Partial<SceneNode> = {}): SceneNode => ({
  ...common,
  id,
  title,
  kind: "process",
  parent,
  ports: [],
  container: false,
  x: 0,
  y: 0,
  width: 10,
  height: 10,
  ...rest,
});
const edge = (id: string, source: string, target: string, rest: Partial<SceneEdge> = {}): SceneEdge => ({
  ...common,
  id,
  title: id,
  source,
  target,
  via: [],
  flows: [id],
  protocols: [],
  protocolNames: [],
  carries: [],
  protection: "unprotected",
  protectedBy: [],
  steps: [],
  points: [],
  anchor: { x: 0, y: 0, across: true, align: "middle" },
  ...rest,
});
const port: ScenePort = {
  ...common,
  id: "Pump.Lan",
  title: "Network port",
  numbers: "443/tcp",
  x: 0,
  y: 0,
  side: "east",
  box: { x: 0, y: 0, width: 9, height: 9 },
};
const clinic = node("Clinic", "Clinic network", undefined, { kind: "boundary", container: true, managedBy: "operator" });
const pump = node("Pump", "Infusion pump", "Clinic", { kind: "device", container: true, ports: [port], marks: ["safety-related"] });
const firmware = node("Pump.Firmware", "Pump software", "Pump");
const server = node("Server", "Order server", undefined, { kind: "external" });
const order = edge("Order", "Server", "Pump.Firmware", {
  via: ["Pump.Lan"],
  carries: ["Infusion order"],
  protocols: ["HTTPS"],
  steps: [1],
  data: ["OrderData"],
});
const status = edge("Status", "Pump.Firmware", "Server", { steps: [2, 3] });
const elements: Element[] = [
  ...[clinic, pump, firmware, server].map((item): Element => ({ sort: "node", item })),
  { sort: "port", item: port, device: pump },
  ...[order, status].map((item): Element => ({ sort: "edge", item })),
];
const titles = (id: string): string => elements.find(({ item }) => item.id === id)?.item.title ?? id;
const element = (id: string): Element => elements.find(({ item }) => item.id === id) as Element;

describe("webview: words", () => {
  it("gives every element a name that says what the picture shows", () => {
    const badge = { state: "open", count: 2, risk: "high", level: 0.7 } as const;
    const worried: Element = { sort: "node", item: { ...pump, badges: [badge], folded: 3 } };
    assert.equal(
      spoken(worried, titles),
      "Infusion pump, device; in Clinic network; folded, 3 elements inside; safety related; 2 open threats, worst risk high",
    );
    assert.equal(
      spoken(element("Order"), titles),
      "Order, flow; from Order server to Pump software; carries Infusion order; over HTTPS; unprotected; step 1",
    );
    assert.equal(spoken(element("Pump.Lan"), titles), "Network port, interface; of Infusion pump; port 443/tcp");
  });

  it("tells on a card what an element carries and how it is protected", () => {
    const lines = new Map(facts({ sort: "edge", item: { ...order, protection: "protected", protectedBy: ["Mutual TLS"] } }, titles));
    assert.equal(lines.get("Way"), "Order server → Pump software");
    assert.equal(lines.get("Carries"), "Infusion order");
    assert.equal(lines.get("Protected by"), "Mutual TLS");
  });

  it("orders threats by state: what calls for an act first", () => {
    const threat = (state: ThreatNote["state"]): ThreatNote => ({
      id: state,
      title: state,
      stride: [],
      state,
      severity: "high",
      risk: "low",
    });
    const all = [threat("mitigated"), threat("planned"), threat("open"), threat("open")];
    assert.deepEqual(
      byState(all).map(({ state, threats }) => [state, threats.length]),
      [
        ["open", 2],
        ["planned", 1],
        ["mitigated", 1],
      ],
    );
  });

  it("finds elements by title, id, kind, data and threats, best first", () => {
    const found = (text: string): string[] => search(elements, text).map(({ item }) => item.id);
    assert.deepEqual(found("order"), ["Server", "Order"]);
    assert.deepEqual(found("infusion"), ["Pump", "Order"]);
    assert.deepEqual(found("firmware"), ["Pump.Firmware"]);
    assert.deepEqual(found("  "), []);
    assert.deepEqual(found("no such thing"), []);
  });
});

describe("webview: filters", () => {
  it("sets, shows and clears each one without touching the others", () => {
    let filter = {};
    for (const name of filterNames) filter = choose(name, name === "state" ? "open" : `some ${name}`, filter);
    for (const name of filterNames) assert.equal(chosen(name, filter), name === "state" ? "open" : `some ${name}`);
    for (const name of filterNames) filter = choose(name, "", filter);
    assert.deepEqual(filter, {});
  });

  it("says what is kept", () => {
    assert.equal(described({}, titles), "");
    assert.equal(
      described({ containers: ["Clinic"], states: ["open"], reachedFrom: "Server" }, titles),
      "inside Clinic network, with open threats, that an attacker who holds Order server reaches",
    );
  });
});

describe("webview: steps of a scenario", () => {
  const scene = { nodes: [clinic, pump, firmware, server], edges: [order, status] };

  it("counts them, and lights the flow with its ends and what is around them", () => {
    assert.equal(stepCount(scene), 3);
    assert.deepEqual([...lit(scene, 1)].sort(), ["Clinic", "Order", "Pump", "Pump.Firmware", "Pump.Lan", "Server"]);
    assert.deepEqual([...lit(scene, 3)].sort(), ["Clinic", "Pump", "Pump.Firmware", "Server", "Status"]);
    assert.equal(stepCount({ edges: [] }), 0);
  });
});

describe("webview: keys", () => {
  const press = (key: string, more: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {}) =>
    actOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

  it("gives every key one act, and leaves the editor's own chords alone", () => {
    const all = keys.flatMap(([, own]) => own);
    assert.equal(new Set(all).size, all.length);
    assert.equal(press("f"), "fold");
    assert.equal(press("f", { ctrlKey: true }), undefined);
    assert.equal(press("ArrowLeft", { shiftKey: true }), "pan-left");
    assert.equal(press("E", { shiftKey: true }), "previous-flow");
    assert.equal(press("?", { shiftKey: true }), "help");
    assert.equal(press("q"), undefined);
  });

  it("walks into containers, out of them, and along flows", () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const stops = new Map(elements.map((one) => [one.item.id, { ...one, box }]));
    assert.equal(walk("right", undefined, stops), "Clinic");
    assert.equal(walk("inside", "Clinic", stops), "Pump");
    assert.equal(walk("outside", "Pump.Firmware", stops), "Pump");
    assert.equal(walk("outside", "Pump.Lan", stops), "Pump");
    assert.equal(walk("outside", "Clinic", stops), undefined);
    assert.equal(walk("next-flow", "Server", stops), "Order");
    assert.equal(walk("previous-flow", "Server", stops), "Status");
    assert.equal(walk("next-flow", "Order", stops), "Status");
    assert.equal(walk("next-flow", "Status", stops), "Order");
    assert.equal(walk("next-flow", "Pump.Lan", stops), "Order");
    assert.equal(walk("next-flow", "Clinic", stops), "Order");
    assert.equal(walk("next-flow", "Order", stops, "Clinic"), "Status");
    assert.equal(walk("target", "Order", stops), "Pump.Firmware");
    assert.equal(walk("fit", "Order", stops), undefined);
  });
});
