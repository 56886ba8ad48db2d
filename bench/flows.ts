// The flows of a generated model: each element takes its turn, four of five flows stay in the nearest boundary of both ends.
import { type DatumPart, data } from "./parts.ts";
import { deviceOf, type Flow, Names, type Node, pathOf, type Site, zoneOf } from "./plan.ts";
import type { Random } from "./random.ts";

const endKeywords: ReadonlySet<string> = new Set(["actor", "external", "process", "store"]);

type Ends = readonly [source: Node, target: Node];

/** Draws this many flows into the files of the places. */
export function planFlows(sites: readonly Site[], count: number, random: Random): void {
  const ends = random.shuffled(sites.flatMap((site) => site.nodes.filter((node) => endKeywords.has(node.keyword))));
  const finder = new PartnerFinder(sites, random);
  const names = new Names();
  let crossing = 0;
  for (let made = 0, turn = 0; made < count; turn++) {
    const subject = ends[turn % ends.length] as Node;
    const wantsCrossing = crossing < Math.floor((made + 1) / 5);
    const found = wantsCrossing ? (finder.crossing(subject) ?? finder.local(subject)) : (finder.local(subject) ?? finder.crossing(subject));
    if (found === undefined) continue;
    if (zoneOf(found[0]) !== zoneOf(found[1])) crossing++;
    const home = homeOf(found);
    home.flows.push(flowOf(found, home, names, random));
    made++;
  }
}

// A flow is declared where its other end is imported already.
function homeOf([source, target]: Ends): Site {
  return source.site === target.site || source.site.links.includes(target.site) ? source.site : target.site;
}

class PartnerFinder {
  private readonly byZone = new Map<Node, Map<string, Node[]>>();
  private readonly bySite = new Map<Site, Node[]>();
  private readonly neighbours = new Map<Site, Site[]>();
  private readonly random: Random;

  constructor(sites: readonly Site[], random: Random) {
    this.random = random;
    for (const site of sites) {
      this.bySite.set(
        site,
        site.nodes.filter((node) => node.keyword === "process" || node.keyword === "external"),
      );
      this.neighbours.set(site, [site, ...site.links, ...sites.filter((other) => other.links.includes(site))]);
      for (const node of site.nodes) {
        const zone = zoneOf(node);
        if (zone === undefined) continue;
        const lists = this.byZone.get(zone) ?? new Map<string, Node[]>();
        this.byZone.set(zone, lists);
        lists.set(node.keyword, [...(lists.get(node.keyword) ?? []), node]);
      }
    }
  }

  /** Both ends of a flow within the boundary of an element. */
  local(subject: Node): Ends | undefined {
    const zone = zoneOf(subject);
    const near = (keyword: string): Node[] => (zone && this.byZone.get(zone)?.get(keyword)) ?? [];
    const own = (keyword: string): Node | undefined =>
      this.random.pick(near(keyword).filter((node) => deviceOf(node) === deviceOf(subject) && node !== subject));
    const other = (keyword: string): Node | undefined =>
      this.random.pick(near(keyword).filter((node) => deviceOf(node) !== deviceOf(subject)));
    if (subject.keyword === "store") return this.directed(subject, own("process"), 0.4);
    if (subject.keyword !== "process") return this.directed(subject, other("process"), subject.keyword === "actor" ? 0.8 : 0.5);
    const choice = this.random.next();
    const partner = choice < 0.25 ? own("store") : choice < 0.4 ? own("process") : choice < 0.6 ? other("external") : other("process");
    return this.directed(subject, partner ?? other("process") ?? own("store") ?? own("process") ?? other("external"), 0.5);
  }

  /** Both ends of a flow that leaves the boundary of an element. */
  crossing(subject: Node): Ends | undefined {
    if (subject.keyword === "store") return undefined;
    const site = this.random.pick(this.neighbours.get(subject.site) ?? []);
    const zone = zoneOf(subject);
    const partners = ((site && this.bySite.get(site)) ?? []).filter(
      (node) => zoneOf(node) !== zone && (node.keyword === "process" || subject.keyword === "process"),
    );
    return this.directed(subject, this.random.pick(partners), 0.6);
  }

  private directed(subject: Node, partner: Node | undefined, share: number): Ends | undefined {
    return partner && (this.random.chance(share) ? [subject, partner] : [partner, subject]);
  }
}

function flowOf(ends: Ends, site: Site, names: Names, random: Random): Flow {
  const [source, target] = ends;
  const human = source.keyword === "actor" || target.keyword === "actor";
  const inside = deviceOf(source) !== undefined && deviceOf(source) === deviceOf(target);
  const datum = datumFor(ends, human, random);
  const via = inside ? [] : viaOf(ends, human);
  const radio = via.length > 0 && via.every((one) => one.name.startsWith("Bluetooth"));
  const protocol = human
    ? undefined
    : inside
      ? "InterProcess"
      : radio
        ? random.pick(["BLE", "BleSecureConnections", "BleJustWorks"])
        : random.pick(datum.protocols);
  const commands = datum.commands === true && target.keyword === "process";
  const second = random.chance(0.3) ? random.pick(data) : undefined;
  const own = random.chance(0.2) ? [`${site.name}Worklist`] : [];
  const carries = [...new Set([datum.name, ...(second ? [second.name] : []), ...own])];
  const starter = deviceOf(source)?.name ?? source.name;
  return {
    name: names.unique(`${site.name}${starter}${datum.verb}${datum.name}`),
    title: `${datum.verb} ${datum.title.toLowerCase()}`,
    source,
    target,
    properties: [
      ...(via.length > 0 ? [`via: ${via.map((one) => pathOf(one, site)).join(", ")}`] : []),
      `carries: ${carries.join(", ")}`,
      ...(protocol ? [`protocol: ${protocol}`] : []),
      ...(commands ? ["commands: yes"] : []),
      ...(random.chance(0.2) ? [`frequency: "${random.pick(["every second", "every minute", "daily", "on demand"])}"`] : []),
    ],
  };
}

function datumFor([source, target]: Ends, human: boolean, random: Random): DatumPart {
  const store = [source, target].find((end) => end.keyword === "store");
  const held = store?.properties[0]?.replace("holds: ", "").split(", ") ?? [];
  const wanted = store
    ? random.pick(held)
    : human
      ? random.pick(["Order", "TherapySettings", "PatientRecord", "Login", "AlarmEvent"])
      : undefined;
  return data.find(({ name }) => name === wanted) ?? random.pick(data) ?? (data[0] as DatumPart);
}

// The interfaces on the way: what a person touches, a radio both have, or the network of each device.
function viaOf(ends: Ends, human: boolean): Node[] {
  const interfaces = ends.map((end) => (deviceOf(end)?.children ?? []).filter((child): child is Node => child.keyword === "interface"));
  const named = (all: readonly Node[], ...wanted: string[]): Node[] =>
    wanted.flatMap((name) => all.filter((one) => one.name === name)).slice(0, 1);
  if (human) return interfaces.flatMap((all) => named(all, "Panel"));
  const radios = interfaces.map((all) => named(all, "Bluetooth"));
  if (radios.every((found) => found.length > 0)) return radios.flat();
  return interfaces.flatMap((all) => named(all, "Lan", "Wifi"));
}
