// What the operating environment has to provide, and what the design takes for granted about it.
import { assumptionTable, autonomyTable, outsideTable, reliedTable, requirementTable } from "../tables/environment.ts";
import { phrases } from "../texts/phrases.ts";
import type { Deliverable } from "./types.ts";

/** Requirements on the environment and the assumptions that state them. */
export const environment: Deliverable = {
  kind: "environment",
  title: { en: "Requirements on the operating environment", de: "Anforderungen an die Betriebsumgebung" },
  purpose: {
    en: "Requirements and assumptions on the operating environment, with the responsible party and where the instructions say it.",
    de: "Anforderungen und Annahmen zur Betriebsumgebung mit verantwortlicher Partei und Fundstelle in der Gebrauchsanweisung.",
  },
  write: (document, context) => {
    const { analysis, model } = context;
    const requirements = document.section(context.t(phrases.requirementsTitle)).paragraph(context.t(phrases.environmentIntro));
    const missing = analysis.requirements.filter((one) => one.state === "missing");
    if (missing.length > 0) {
      const { item } = context.filling("RecommendedEnvironmentControls");
      requirements.gap({
        item: item.id,
        title: context.t(phrases.requirementsTitle),
        state: "partial",
        text: context.t(phrases.missingRequirements, {
          count: missing.length,
          names: [...new Set(missing.map((one) => one.requirement.entity.name))].join(", "),
        }),
        fill: context.t(phrases.missingRequirementsFill),
      });
    }
    requirementTable(requirements, context, analysis.requirements);
    assumptionTable(document.section(context.t(phrases.assumptionsTitle)), context, model.of("assumption"));
    outsideTable(document.section(context.t(phrases.outsideTitle)), context);
    reliedTable(document.section(context.t(phrases.reliedTitle)).paragraph(context.t(phrases.reliedIntro)), context);
    if (analysis.autonomy.length > 0)
      autonomyTable(document.section(context.t(phrases.autonomyTitle)).paragraph(context.t(phrases.autonomyIntro)), context);
  },
};
