// Identifiers of parts: what is neither a package URL nor a CPE name has no place for itself in the format.
import type { Component } from "@cyclonedx/cyclonedx-library/Models";

const purl = /^pkg:[a-z][a-z0-9.+-]*\/\S+$/i;
const cpe = /^(cpe:2\.3:[aho*-](:[^:\s]+){10}|cpe:\/[aho]?(:[^:\s]*){1,6})$/;

/** Gives a component its identifiers; each text goes where it fits. False when none did. */
export function identify(component: Component, ...texts: readonly string[]): boolean {
  for (const text of texts) {
    if (purl.test(text)) component.purl = text;
    else if (cpe.test(text)) component.cpe = text as NonNullable<Component["cpe"]>;
  }
  return component.purl !== undefined || component.cpe !== undefined;
}
