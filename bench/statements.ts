// What the file of a generated place says besides its elements: flows, controls of every reach, assumptions, decisions,
// components, roles, a view and a scenario.
import * as parts from "./parts.ts";
import { type Declaration, type Flow, type Node, pathOf, type Site } from "./plan.ts";
import type { Random } from "./random.ts";

/** All statements of a place, in the order in which people write them. */
export function statementsOf(site: Site, random: Random): Declaration[] {
  const devices = site.nodes.filter((node) => node.keyword === "device");
  return [
    ...site.flows.map((flow) => flowText(flow, site, random)),
    ...flowControls(site, random),
    ...devices.flatMap((device) => deviceControls(device, random)),
    ...zoneControls(site, random),
    ...zoneAssumptions(site, random),
    ...site.nodes.flatMap((node) => decision(node, random)),
    ...devices.flatMap((device) => component(device, random)),
    ...devices.flatMap((device) => role(device, random)),
    ...walks(site),
  ];
}

function flowText({ name, title, source, target, properties }: Flow, site: Site, random: Random): Declaration {
  const comment = random.chance(0.1) ? `${title}, as agreed in the interface description.` : "";
  const header = `${pathOf(source, site)} -> ${pathOf(target, site)}`;
  return { keyword: "flow", name, header, properties, ...(random.chance(0.4) ? { title } : {}), ...(comment ? { comment } : {}) };
}

const statuses = ["verified", "implemented", "implemented", "planned"] as const;

function control([name, title, kind]: readonly [string, string, string], owner: string, protects: string, random: Random): Declaration {
  const status = random.pick(statuses) ?? "planned";
  const evidence = status === "verified" ? [`evidence: "TR-${random.between(100, 999)}"`] : [];
  return {
    keyword: "control",
    name: `${owner}${name}`,
    title,
    kind,
    properties: [`protects: ${protects}`, `status: ${status}`, ...evidence],
  };
}

// A third of the flows is protected by name, several to a control.
function flowControls(site: Site, random: Random): Declaration[] {
  const found: Declaration[] = [];
  const chosen = site.flows.filter(() => random.chance(0.33));
  for (let index = 0; index < chosen.length; ) {
    const group = chosen.slice(index, index + random.between(2, 10));
    index += group.length;
    const part = random.pick(parts.flowControls);
    if (part) found.push(control(part, `${site.name}${found.length + 1}`, group.map((flow) => flow.name).join(", "), random));
  }
  return found;
}

function deviceControls(device: Node, random: Random): Declaration[] {
  if (device.properties.some((property) => property.startsWith("supplied-by: operator"))) return [];
  return parts.deviceControls
    .filter(() => random.chance(0.15))
    .map((part) => control(part, `${device.site.name}${device.name}`, device.name, random));
}

function zoneControls(site: Site, random: Random): Declaration[] {
  return site.zones.flatMap((zone) =>
    parts.zoneControls
      .filter(() => random.chance(0.4))
      .map((part) => control(part, zone.name === site.name ? site.name : `${site.name}${zone.name}`, zone.name, random)),
  );
}

function zoneAssumptions(site: Site, random: Random): Declaration[] {
  if (site.type === "cloud" || site.type === "home") return [];
  return site.zones.flatMap((zone) =>
    parts.assumptions.zone
      .filter(() => random.chance(0.5))
      .map(([name, title, kind]): Declaration => {
        const stated = random.chance(0.8) ? [`stated-in: "IFU ${random.between(1, 12)}.${random.between(1, 9)}"`] : [];
        const owner = zone.name === site.name ? site.name : `${site.name}${zone.name}`;
        return {
          keyword: "assumption",
          name: `${owner}${name}`,
          title,
          kind,
          properties: [`about: ${zone.name}`, "responsible: operator", ...stated],
        };
      }),
  );
}

function decision(node: Node, random: Random): Declaration[] {
  const found = parts.decisions[node.name.replace(/\d+$/, "")];
  if (found === undefined || !random.chance(0.4)) return [];
  const [keyword, threat, reason] = found;
  const until = random.chance(0.9) ? "2099-05-31" : "2025-01-31";
  const last =
    keyword === "accept" ? ['approved-by: "Risk management board"', `until: ${until}`] : keyword === "transfer" ? ["to: user"] : [];
  return [{ keyword, name: threat, header: `on ${pathOf(node, node.site)}`, properties: [`reason: "${reason}"`, ...last] }];
}

function component(device: Node, random: Random): Declaration[] {
  const part = random.chance(0.6) ? random.pick(parts.components) : undefined;
  if (part === undefined) return [];
  const [name, title, version, supplier, kind] = part;
  const host = device.children.find((child) => child.keyword === "process") as Node | undefined;
  const ends = random.chance(0.5) ? [`support-ends: ${random.between(2025, 2032)}-06-30`] : [];
  const properties = [`version: "${version}"`, `supplier: "${supplier}"`, `part-of: ${pathOf(host ?? device, device.site)}`, ...ends];
  return [{ keyword: "component", name: `${device.site.name}${device.name}${name}`, title, kind, properties }];
}

function role(device: Node, random: Random): Declaration[] {
  if (!random.chance(0.3)) return [];
  const holder = device.parent?.children.find((child) => child.keyword === "actor");
  const properties = [
    `on: ${device.name}`,
    'may: "update firmware", "read logs"',
    ...(random.chance(0.5) ? ["privileged: yes"] : []),
    ...(holder ? [`held-by: ${holder.name}`] : []),
  ];
  return [{ keyword: "role", name: `${device.site.name}${device.name}Service`, title: "Service of the device", properties }];
}

function walks(site: Site): Declaration[] {
  const steps = site.flows.slice(0, 4).map((flow) => flow.name);
  const view: Declaration = {
    keyword: "view",
    name: `${site.name}View`,
    title: "Place with all that is inside",
    properties: [`shows: ${site.name}`],
  };
  if (steps.length === 0) return [view];
  return [
    view,
    { keyword: "scenario", name: `${site.name}Walk`, title: "First flows of the place", properties: [`steps: ${steps.join(", ")}`] },
  ];
}
