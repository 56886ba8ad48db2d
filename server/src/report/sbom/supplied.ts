// Suppliers' lists in the bill of materials: their parts hang on the component that the model declares; a part that several list is one.
import { ComponentType } from "@cyclonedx/cyclonedx-library/Enums";
import {
  type Bom,
  Component,
  LicenseExpression,
  LicenseRepository,
  NamedLicense,
  OrganizationalEntity,
  Property,
  SpdxLicense,
} from "@cyclonedx/cyclonedx-library/Models";
import { isSupportedSpdxId } from "@cyclonedx/cyclonedx-library/SPDX";
import type { Context } from "../context.ts";
import type { SuppliedPart, SupplierList } from "../suppliers.ts";
import { clean } from "../write/text.ts";
import { identify } from "./identify.ts";

const types: ReadonlySet<string> = new Set(Object.values(ComponentType));

/** Adds what suppliers list. Components of the model must be in the bill already. */
export function addSupplied(bom: Bom, context: Context): void {
  const declared = new Map([...bom.components].map((one) => [one.bomRef.value, one]));
  const known = new Map<string, Component>();
  for (const one of bom.components) if (one.purl !== undefined) known.set(identityOf(one), one);
  for (const [entity, list] of context.suppliers.lists) {
    const holder = declared.get(`component ${entity.id}`);
    if (holder) addList(bom, holder, list, known);
  }
}

function addList(bom: Bom, holder: Component, { path, parts, tops }: SupplierList, known: Map<string, Component>): void {
  const made = new Map<string, Component>();
  for (const part of parts) {
    const component = componentOf(part, `${holder.bomRef.value} part ${part.ref}`);
    const same = component.purl === undefined ? undefined : known.get(identityOf(component));
    made.set(part.ref, same ?? component);
    if (same !== undefined) continue;
    component.properties.add(new Property("ward:listed-in", clean(path)));
    bom.components.add(component);
    if (component.purl !== undefined) known.set(identityOf(component), component);
  }
  const hang = (from: Component | undefined, ref: string): void => {
    const to = made.get(ref);
    if (from && to && to !== from) from.dependencies.add(to.bomRef);
  };
  for (const ref of tops) hang(holder, ref);
  for (const { ref, needs } of parts) for (const other of needs) hang(made.get(ref), other);
}

function identityOf({ purl, version }: Component): string {
  return `${purl} ${version ?? ""}`;
}

function componentOf(part: SuppliedPart, bomRef: string): Component {
  const type = types.has(part.type) ? (part.type as ComponentType) : ComponentType.Library;
  const made = new Component(type, clean(part.name), { bomRef: clean(bomRef) });
  if (part.group) made.group = clean(part.group);
  if (part.version) made.version = clean(part.version);
  if (part.supplier) made.supplier = new OrganizationalEntity({ name: clean(part.supplier) });
  // A list has one expression or several licences, never both.
  if (part.expression) made.licenses = new LicenseRepository([new LicenseExpression(clean(part.expression))]);
  else if (part.licenses.length > 0) {
    const licenses = part.licenses.map((one) => (isSupportedSpdxId(one) ? new SpdxLicense(one) : new NamedLicense(clean(one))));
    made.licenses = new LicenseRepository(licenses);
  }
  identify(made, part.purl, part.cpe);
  return made;
}
