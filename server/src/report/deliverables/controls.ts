// The security controls with their status and evidence, by security capability.
import type { Entity } from "../../model/types.ts";
import { capabilitiesOf, controlTable, givenTable } from "../tables/controls.ts";
import { captions } from "../texts/captions.ts";
import { phrases } from "../texts/phrases.ts";
import type { Deliverable } from "./types.ts";

/** Controls by the capability of their first measure. */
export const controls: Deliverable = {
  kind: "controls",
  title: { en: "Security controls", de: "Sicherheitsmaßnahmen" },
  purpose: {
    en: "Security controls with status, evidence and what they protect, by security capability.",
    de: "Sicherheitsmaßnahmen mit Stand, Nachweis und dem, was sie schützen, nach Sicherheitsfähigkeit.",
  },
  write: (document, context) => {
    const { model } = context;
    const all = model.of("control");
    const overview = document.section(context.t(phrases.overview)).paragraph(context.t(phrases.controlsIntro));
    const counts = ["verified", "implemented", "planned"]
      .map((status) => ({ status, count: all.filter((one) => model.text(one, "status") === status).length }))
      .filter(({ count }) => count > 0);
    overview.paragraph(
      context.t(phrases.controlsByStatus, {
        count: all.length,
        states: counts.map(({ status, count }) => `${count} ${context.word(status)}`).join(", ") || "0",
      }),
    );
    const unshown = all.filter(
      (one) => model.text(one, "status") !== "verified" && model.text(one, "status") !== "planned" && !context.said(one, "evidence"),
    );
    if (unshown.length > 0) {
      overview.gap({
        item: "ControlEvidence",
        title: context.t(phrases.unevidenced),
        state: "partial",
        text: context.t(phrases.unevidencedWrite, { count: unshown.length }),
        fill: context.t(phrases.unevidencedFill),
      });
    }
    const byCapability = new Map<Entity | undefined, Entity[]>();
    for (const control of all) {
      const [capability] = capabilitiesOf(context, control);
      byCapability.set(capability, [...(byCapability.get(capability) ?? []), control]);
    }
    const order = model.of("capability");
    const groups = [...byCapability].sort(([a], [b]) => (a ? order.indexOf(a) : 99) - (b ? order.indexOf(b) : 99));
    for (const [capability, members] of groups) {
      const title = capability ? `${capability.title} (${capability.name})` : context.t(captions.controls);
      controlTable(document.section(title), context, members);
    }
    givenTable(document.section(context.t(captions.given)).paragraph(context.t(phrases.givenIntro)), context);
  },
};
