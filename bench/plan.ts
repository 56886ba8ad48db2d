// The skeleton of a generated model: places (a campus with departments, clouds, homes), the elements in them and the
// flows between these, exactly as many as asked for.
import * as places from "./places.ts";
import type { Random } from "./random.ts";

/** A declaration to be written, of any keyword. */
export interface Declaration {
  readonly keyword: string;
  readonly name: string;
  readonly title?: string;
  readonly kind?: string;
  readonly header?: string;
  readonly properties: readonly string[];
  readonly children?: readonly Declaration[];
  readonly comment?: string;
}

/** An element or boundary with its place. */
export interface Node extends Declaration {
  readonly title: string;
  readonly children: Declaration[];
  readonly parent: Node | undefined;
  readonly site: Site;
}

/** A place; each has a file of its own. */
export interface Site {
  readonly type: "campus" | "department" | "cloud" | "home";
  readonly name: string;
  readonly nodes: Node[];
  readonly zones: Node[];
  /** Places that its flows lead to; its file imports theirs. */
  readonly links: Site[];
  readonly flows: Flow[];
}

/** A data flow between two elements. */
export interface Flow {
  readonly name: string;
  readonly source: Node;
  readonly target: Node;
  readonly properties: readonly string[];
  readonly title: string;
}

/** How a site refers to an element: by its short path at home, by its full path from elsewhere. */
export function pathOf(node: Node, from: Site): string {
  if (node.site !== from) return node.parent ? `${pathOf(node.parent, from)}.${node.name}` : node.name;
  return node.parent?.keyword === "device" ? `${node.parent.name}.${node.name}` : node.name;
}

/** The device around an element, or the element itself when it is one. */
export function deviceOf(node: Node): Node | undefined {
  return node.keyword === "device" ? node : node.parent?.keyword === "device" ? node.parent : undefined;
}

/** The nearest boundary around an element. */
export function zoneOf(node: Node): Node | undefined {
  let at = node.parent;
  while (at && at.keyword !== "boundary") at = at.parent;
  return at;
}

/** Makes names unique: `Pump`, `Pump2`, … */
export class Names {
  private readonly counts = new Map<string, number>();

  /** The name, with a number when it was given before. */
  unique(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count === 1 ? name : `${name}${count}`;
  }
}

/** Plans the places with this many boundaries and elements in all. */
export function planSites(elements: number, random: Random): Site[] {
  const names = new Names();
  const campus = newSite("campus", "Campus");
  fill(campus, Math.min(1 + Math.floor(elements / 40), 12), undefined, random);
  const sites = [campus];
  const types = ["department", "cloud", "home", "department", "department", "home"] as const;
  let left = elements - campus.nodes.length;
  for (let index = 0; left > 0; index++) {
    const wanted = random.between(60, 110);
    const quota = left - wanted < 20 ? left : wanted;
    const type = types[index % types.length] ?? "department";
    const name = type === "department" ? (random.pick(places.departments) ?? "Ward") : type === "cloud" ? "DeviceCloud" : "Home";
    const site = newSite(type, names.unique(name));
    fill(site, quota, campus, random);
    sites.push(site);
    left -= site.nodes.length;
  }
  link(sites, random);
  return sites;
}

function newSite(type: Site["type"], name: string): Site {
  return { type, name, nodes: [], zones: [], links: [], flows: [] };
}

const rootKinds = { campus: "HospitalNetwork", department: "HospitalNetwork", cloud: "ManufacturerCloud", home: "PatientHome" } as const;
const managers = { campus: "operator", department: "operator", cloud: "manufacturer", home: "user" } as const;
const innerZones = {
  campus: [],
  department: [
    ["Devices", "Device zone", "MedicalDeviceNetwork", "operator"],
    ["Office", "Office zone", "HospitalNetwork", "operator"],
    ["Telemetry", "Radio telemetry", "Network", "integrator"],
  ],
  cloud: [
    ["Application", "Application zone", "ManufacturerCloud", "manufacturer"],
    ["Storage", "Storage zone of the hoster", "Cloud", "third-party"],
  ],
  home: [["HomeNetwork", "Network at home", "HomeNetwork", "user"]],
} as const;

// Fills a place up to its quota: zones first, then devices with what is inside, systems and persons in between.
function fill(site: Site, quota: number, campus: Site | undefined, random: Random): void {
  const names = new Names();
  const add = (parent: Node | undefined, node: Omit<Declaration, "children"> & { title: string }): Node | undefined => {
    if (site.nodes.length >= quota) return undefined;
    const made: Node = { ...node, children: [], parent, site };
    site.nodes.push(made);
    parent?.children.push(made);
    return made;
  };
  const properties = [`managed-by: ${managers[site.type]}`, ...(site.type === "department" && campus ? [`within: ${campus.name}`] : [])];
  const root = add(undefined, { keyword: "boundary", name: site.name, title: titleOf(site.name), kind: rootKinds[site.type], properties });
  if (root === undefined) return;
  site.zones.push(root);
  if (quota >= 24) addZones(site, root, add);
  const catalogue = site.type === "home" ? places.homeDevices : site.type === "cloud" ? places.cloudDevices : places.departmentDevices;
  const first = site.type === "campus" ? (places.departmentDevices.find(({ name }) => name === "Gateway") ?? catalogue[0]) : catalogue[0];
  const spare = site.zones.length > 1 ? site.zones.slice(1) : site.zones;
  for (let round = 0; site.nodes.length < quota; round++) {
    const zone = spare[round % spare.length] ?? root;
    const device = round === 0 ? first : random.pick(catalogue);
    if (device && (site.type !== "campus" || round === 0)) addDevice(zone, device, names, add, random);
    const external = random.pick(places.externals[site.type]);
    if (external)
      add(zone, { keyword: "external", name: names.unique(external[0]), title: external[1], kind: external[2], properties: [] });
    const actor = random.chance(0.6) ? random.pick(places.actors[site.type]) : undefined;
    if (actor) add(zone, { keyword: "actor", name: names.unique(actor[0]), title: actor[1], kind: actor[2], properties: [] });
  }
}

type Add = (parent: Node | undefined, node: Omit<Declaration, "children"> & { title: string }) => Node | undefined;

// Telemetry stands in the device zone: two boundaries deep within a department.
function addZones(site: Site, root: Node, add: Add): void {
  let before = root;
  for (const [name, title, kind, manager] of innerZones[site.type]) {
    const parent = name === "Telemetry" ? (site.zones[1] ?? root) : root;
    before = add(parent, { keyword: "boundary", name, title, kind, properties: [`managed-by: ${manager}`] }) ?? before;
    site.zones.push(before);
  }
}

function addDevice(zone: Node, part: places.DevicePart, names: Names, add: Add, random: Random): void {
  const device = add(zone, {
    keyword: "device",
    name: names.unique(part.name),
    title: part.title,
    kind: part.kind,
    properties: part.properties,
  });
  part.parts.forEach((inner, index) => {
    if (device && (index < 3 || random.chance(0.75))) add(device, { ...inner, title: titleOf(inner.name) });
  });
}

/** `IntensiveCare2` as people read it: "Intensive care 2". */
export function titleOf(name: string): string {
  const words = name.replace(/([a-z])([A-Z0-9])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Departments talk to the campus, to one cloud and to one other department; homes to one cloud.
function link(sites: readonly Site[], random: Random): void {
  const of = (type: Site["type"]): Site[] => sites.filter((site) => site.type === type);
  for (const site of sites) {
    if (site.type === "department") {
      const peer = random.pick(of("department").filter((other) => other !== site));
      for (const other of [sites[0], random.pick(of("cloud")), peer]) if (other) site.links.push(other);
    } else if (site.type === "home") {
      const cloud = random.pick(of("cloud"));
      if (cloud) site.links.push(cloud);
    }
  }
}
