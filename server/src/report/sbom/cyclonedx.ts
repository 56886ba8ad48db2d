// The software bill of materials and the statement on vulnerabilities in CycloneDX 1.6, made and written by CycloneDX's own library.
import { ComponentType } from "@cyclonedx/cyclonedx-library/Enums";
import {
  Bom,
  Component,
  LicenseRepository,
  Metadata,
  NamedLicense,
  OrganizationalEntity,
  Property,
  SpdxLicense,
  Tool,
  ToolRepository,
  Tools,
} from "@cyclonedx/cyclonedx-library/Models";
import { JsonSerializer, JSON as json } from "@cyclonedx/cyclonedx-library/Serialize";
import { isSupportedSpdxId } from "@cyclonedx/cyclonedx-library/SPDX";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import { isOf } from "../../analysis/documents/select.ts";
import type { Entity } from "../../model/types.ts";
import type { Context } from "../context.ts";
import { clean } from "../write/text.ts";
import { identify } from "./identify.ts";
import { addSupplied } from "./supplied.ts";
import { addVulnerabilities } from "./vex.ts";

/** Type of a component by its kind, the most special ones first. */
const types: readonly (readonly [kind: string, type: ComponentType])[] = [
  ["OperatingSystem", ComponentType.OperatingSystem],
  ["SoftwareLibrary", ComponentType.Library],
  ["RuntimeEnvironment", ComponentType.Platform],
  ["ContainerImage", ComponentType.Container],
  ["HardwareComponent", ComponentType.Device],
];

interface Started {
  readonly bom: Bom;
  readonly root: Component;
}

function started(context: Context, digest: string): Started {
  const { system } = context.model;
  const root = new Component(ComponentType.Device, clean(context.subject), {
    bomRef: `system ${system?.id ?? ""}`.trim(),
    ...(system && context.said(system, "version") ? { version: clean(context.said(system, "version")) } : {}),
  });
  const maker = system ? context.said(system, "manufacturer") : "";
  if (maker) root.supplier = new OrganizationalEntity({ name: clean(maker) });
  const bom = new Bom({
    serialNumber: serialOf(digest),
    metadata: new Metadata({
      timestamp: new Date(`${context.today}T00:00:00Z`),
      component: root,
      tools: new Tools({ tools: new ToolRepository([new Tool({ vendor: "Ward", name: "ward", version: context.tool })]) }),
      ...(root.supplier ? { supplier: root.supplier } : {}),
    }),
  });
  return { bom, root };
}

/** The bill of materials of a model, as JSON. */
export function writeCycloneDx(context: Context): string {
  const { model } = context;
  const { bom, root } = started(context, context.digest);
  const parts = new Map<Entity, Component>();
  // What a part is in stands in the list, too, so that dependencies lead from the product to the part.
  const holderOf = (entity: Entity): Component => {
    const known = parts.get(entity);
    if (known) return known;
    const made = elementOf(entity);
    parts.set(entity, made);
    bom.components.add(made);
    const around = context.derived.one(entity, "device");
    (around && around !== entity ? holderOf(around) : root).dependencies.add(made.bomRef);
    return made;
  };
  for (const entity of model.of("component").filter(({ file }) => file.origin === "user")) {
    const made = componentOf(context, entity);
    bom.components.add(made);
    const holders = model.refs(entity, "part-of");
    const around = context.derived.one(entity, "device");
    for (const holder of holders.length > 0 ? holders : around ? [around] : []) holderOf(holder).dependencies.add(made.bomRef);
    if (holders.length === 0 && !around) root.dependencies.add(made.bomRef);
  }
  addSupplied(bom, context);
  return written(bom);
}

/** What is said about vulnerabilities (VEX), as JSON: with the components that they are in, named as in the bill of materials. */
export function writeVex(context: Context): string {
  // Another document of the same model, so another number: from the other half of the digest.
  const { bom, root } = started(context, context.digest.slice(32));
  const parts = new Map<Entity, Component>();
  addVulnerabilities(bom, context, (entity) => {
    const known = parts.get(entity);
    if (known) return known;
    const made = entity.keyword === "component" ? componentOf(context, entity) : elementOf(entity);
    parts.set(entity, made);
    bom.components.add(made);
    root.dependencies.add(made.bomRef);
    return made;
  });
  return written(bom);
}

function written(bom: Bom): string {
  const serializer = new JsonSerializer(new json.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function elementOf({ keyword, id, title }: Entity): Component {
  const type = keyword === "device" ? ComponentType.Device : keyword === "store" ? ComponentType.Data : ComponentType.Application;
  return new Component(type, clean(title), { bomRef: `${keyword} ${id}` });
}

function componentOf(context: Context, entity: Entity): Component {
  const { model, derived } = context;
  const type = types.find(([kind]) => isOf(derived, entity, kind))?.[1] ?? ComponentType.Application;
  const said = (property: string): string => clean(context.said(entity, property));
  const made = new Component(type, clean(entity.title), { bomRef: `component ${entity.id}` });
  if (said("version")) made.version = said("version");
  if (said("supplier")) made.supplier = new OrganizationalEntity({ name: said("supplier") });
  const license = said("license");
  if (license) made.licenses = new LicenseRepository([isSupportedSpdxId(license) ? new SpdxLicense(license) : new NamedLicense(license)]);
  const identifier = said("identifier");
  const isKnown = identify(made, identifier);
  const properties: readonly (readonly [string, string])[] = [
    ["ward:item-class", model.text(entity, "item-class") ?? "supported"],
    ["ward:support-ends", said("support-ends")],
    ["ward:support-ended", derived.yes(entity, "support-ended") ? "yes" : ""],
    ["ward:kind", entity.kinds.map(({ name }) => name).join(", ")],
    ["ward:identifier", isKnown ? "" : identifier],
    ["ward:declared-in", context.pathOf(entity.file)],
  ];
  for (const [name, value] of properties) if (value !== "") made.properties.add(new Property(name, clean(value)));
  return made;
}

// The same model has the same number: a UUID of version 8, made from the digest.
function serialOf(digest: string): string {
  const hex = digest.padEnd(32, "0");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
