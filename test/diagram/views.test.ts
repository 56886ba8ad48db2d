// What views show: the ones a model declares, the ones every model has, folding, filters, and what is known about flows.
import assert from "node:assert/strict";
import { graph, views } from "../../server/src/diagram/index.ts";
import type { GraphOptions } from "../../server/src/diagram/types.ts";
import { analyseText } from "../support/models.ts";
import { graphOf, modelText, sampleAnalysis } from "./pictures.ts";

const text = modelText(`
boundary Ward "Ward" { managed-by: operator
  actor Nurse "Nurse" { role: clinical }
  device Pump "Pump" : MedicalDevice {
    essential-function: "Deliver"
    interface Lan "Network" : Ethernet { port: 443/tcp  direction: inbound }
    interface Usb "Unused" : UsbPort
    process Comms "Comms"
    process Motor "Motor"
    store Log "Log" { holds: Order }
  }
}
boundary Cloud "Cloud" { managed-by: manufacturer
  device Server "Server" : Server { process Api "Api"  process Updates "Updates" : UpdateService }
}
data Firmware "Firmware" : SoftwareUpdate
flow Send "Send order" Server.Api -> Pump.Comms { via: Pump.Lan  carries: Order  protocol: HTTPS  commands: yes }
flow Update "Update" Server.Updates -> Pump.Comms { via: Pump.Lan  carries: Firmware  protocol: HTTP }
flow Drive "Drive" Pump.Comms -> Pump.Motor { carries: Order }
flow Press "Press" Nurse -> Pump.Motor { carries: Order }
view Bedside "At the bed" { shows: Pump, Nurse  hides: Pump.Log }
view Way "The way" { follows: Order1 }
view full "My own full" { shows: Nurse }
scenario Order1 "An order" { steps: Send, Drive, Send }
`);

const analysis = analyseText(text);
const shown = (view: string, options: GraphOptions = {}): { nodes: string[]; edges: string[]; ports: string[] } => {
  const { nodes, edges } = graphOf(analysis, view, options);
  return {
    nodes: nodes.map((node) => node.id).sort(),
    edges: edges.map((edge) => edge.id).sort(),
    ports: nodes.flatMap((node) => node.ports.map((port) => port.id)).sort(),
  };
};

describe("views of diagrams", () => {
  it("lists declared views, and those that every model has; a declared one takes a name first", () => {
    assert.deepEqual(
      views(analysis).map((view) => view.name),
      [
        "full",
        "context",
        "Bedside",
        "Way",
        "scenario:Order1",
        "device:Ward.Pump",
        "device:Cloud.Server",
        "boundary:Ward",
        "boundary:Cloud",
        "system",
        "updates",
        "security-use-case",
      ],
    );
    assert.equal(views(analysis)[0]?.title, "My own full");
    assert.equal(graph(analysis, "nothing"), undefined);
  });

  it("`shows`, `hides` and `follows`", () => {
    assert.deepEqual(shown("full").nodes, ["Ward", "Ward.Nurse"]);
    assert.deepEqual(shown("Bedside").nodes, ["Ward", "Ward.Nurse", "Ward.Pump", "Ward.Pump.Comms", "Ward.Pump.Motor"]);
    assert.deepEqual(shown("Bedside").edges, ["Drive", "Press"]);
    assert.deepEqual(shown("Way").edges, ["Drive", "Send"]);
    const steps = graphOf(analysis, "Way").edges.map((edge) => [edge.id, edge.steps]);
    assert.deepEqual(steps, [
      ["Send", [1, 3]],
      ["Drive", [2]],
    ]);
  });

  it("a device with its ports, partners closed; unused ports where the device is what it is about", () => {
    const { nodes, ports } = shown("device:Ward.Pump");
    assert.deepEqual(nodes, [
      "Cloud",
      "Cloud.Server",
      "Ward",
      "Ward.Nurse",
      "Ward.Pump",
      "Ward.Pump.Comms",
      "Ward.Pump.Log",
      "Ward.Pump.Motor",
    ]);
    assert.deepEqual(ports, ["Ward.Pump.Lan", "Ward.Pump.Usb"]);
    assert.equal(graphOf(analysis, "device:Ward.Pump").nodes.find((node) => node.id === "Cloud.Server")?.folded, 2);
  });

  it("the views that regulators ask for", () => {
    assert.deepEqual(shown("updates").edges, ["Update"]);
    assert.deepEqual(
      shown("security-use-case").edges,
      ["Press", "Send", "Update"].filter((id) => id !== "Press"),
    );
    assert.deepEqual(shown("system").nodes, ["Cloud", "Cloud.Server", "Ward", "Ward.Nurse", "Ward.Pump"]);
    assert.deepEqual(shown("context").edges, ["Cloud.Server->Ward.Pump", "Press"]);
    const pump = sampleAnalysis("infusion-pump");
    assert.deepEqual(
      graphOf(pump, "updates")
        .edges.map((edge) => edge.id)
        .sort(),
      ["MirrorUpdate", "PublishRelease", "UpdateGateway", "UpdatePump"],
    );
    assert.ok(graphOf(pump, "multi-patient").nodes.some((node) => node.id === "Gateway" && node.marks.includes("multi-patient")));
  });

  it("says what a flow is protected by, what its marks are, and counts threats", () => {
    const { nodes, edges } = graphOf(analysis, "system");
    const edge = (id: string) => edges.find((one) => one.id === id);
    assert.deepEqual(
      [edge("Send")?.protection, edge("Update")?.protection, edge("Press")?.protection],
      ["protected", "unprotected", "local"],
    );
    assert.deepEqual(edge("Send")?.marks, ["commands"]);
    assert.deepEqual(edge("Send")?.protectedBy, ["HTTP over TLS"]);
    assert.ok(nodes.find((node) => node.id === "Ward.Pump")?.marks.includes("safety-related"));
    const open = analysis.threats.filter((one) => one.state === "open");
    assert.ok(open.length > 0);
    const full = graphOf(analysis, "boundary:Cloud");
    for (const item of [...full.nodes, ...full.edges]) {
      if ("folded" in item) continue;
      const count = open.filter((one) => one.element.id === item.id).length;
      assert.equal(item.badges.find((badge) => badge.state === "open")?.count ?? 0, count, item.id);
    }
  });

  it("folds by hand and by size; arrows between the same two ends become one", () => {
    const folded = shown("boundary:Ward", { folded: ["Ward.Pump"] });
    assert.deepEqual(folded.edges, ["Cloud.Server->Ward.Pump", "Press"]);
    assert.ok(!folded.nodes.includes("Ward.Pump.Comms"));
    const bySize = graphOf(sampleAnalysis("infusion-pump"), "full", { foldPast: 30 });
    assert.ok(bySize.nodes.length <= 30 && bySize.nodes.some((node) => node.folded !== undefined));
    const reopened = graphOf(sampleAnalysis("infusion-pump"), "full", { foldPast: 30, unfolded: ["Pump"] });
    assert.ok(reopened.nodes.some((node) => node.id === "Pump.Therapy"));
  });

  it("filters dim what they do not keep, or leave it out", () => {
    const kept = (filter: GraphOptions["filter"]): string[] => {
      const { nodes, edges } = graphOf(analysis, "boundary:Ward", filter ? { filter } : {});
      return [...nodes, ...edges].filter((item) => !item.dimmed).map((item) => item.id);
    };
    assert.deepEqual(kept({ data: "Firmware" }), ["Ward", "Cloud", "Ward.Pump", "Cloud.Server", "Ward.Pump.Comms", "Update"]);
    assert.deepEqual(kept({ reachedFrom: "Ward.Nurse" }), ["Ward", "Ward.Nurse", "Ward.Pump", "Ward.Pump.Motor", "Press"]);
    assert.deepEqual(
      kept({ scenario: "Order1" }).filter((id) => ["Send", "Drive", "Press", "Update"].includes(id)),
      ["Send", "Drive"],
    );
    const open = analysis.threats.find((one) => one.state === "open" && one.element.keyword === "process");
    assert.ok(open && kept({ states: ["open"] }).includes(open.element.id));
    assert.ok(kept({ stride: open.threat.stride }).includes(open.element.id));
    assert.deepEqual(kept({ states: ["dismissed"] }), []);
    assert.deepEqual(kept({ containers: ["Cloud"] }), ["Ward", "Cloud", "Ward.Pump", "Cloud.Server", "Ward.Pump.Comms", "Send", "Update"]);
    const gone = graphOf(analysis, "boundary:Ward", { filter: { data: "Firmware" }, hideFiltered: true });
    assert.deepEqual(
      gone.edges.map((edge) => edge.id),
      ["Update"],
    );
  });

  it("the key of a layout stays when words, threats or marks change, and changes with the structure", () => {
    const of = (changed: string): string => graphOf(analyseText(changed), "boundary:Ward").hash;
    const { hash, contentHash } = graphOf(analysis, "boundary:Ward");
    const reworded = text.replace('"Send order"', '"Dens order"');
    assert.equal(of(reworded), hash);
    assert.notEqual(graphOf(analyseText(reworded), "boundary:Ward").contentHash, contentHash);
    assert.equal(of(text.replace("protocol: HTTP }", 'protocol: HTTP  frequency: "daily" }')), hash);
    assert.notEqual(of(text.replace("process Motor", "process Extra process Motor")), hash);
  });
});
