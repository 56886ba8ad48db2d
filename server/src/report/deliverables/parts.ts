// What the product is made of: the bill of materials, with the support of each part.
import { isOf } from "../../analysis/documents/select.ts";
import { vulnerabilitiesOf } from "../../analysis/vulnerabilities.ts";
import type { DocumentBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { addItem } from "../sections/items.ts";
import { componentTable, suppliedTable } from "../tables/parts.ts";
import { vulnerabilityTable } from "../tables/vulnerabilities.ts";
import { captions } from "../texts/captions.ts";
import { phrases } from "../texts/phrases.ts";
import type { Deliverable } from "./types.ts";

/** Software and hardware parts; as JSON a CycloneDX 1.6 bill of materials. */
export const sbom: Deliverable = {
  kind: "sbom",
  title: { en: "Software bill of materials", de: "Software-Stückliste" },
  purpose: {
    en: "Software and hardware parts with supplier, licence and support; as JSON in CycloneDX 1.6.",
    de: "Software- und Hardwareteile mit Lieferant, Lizenz und Unterstützung; als JSON in CycloneDX 1.6.",
  },
  write: (document, context) => {
    const { model, derived } = context;
    addItem(document, context, "SoftwareBillOfMaterials");
    addItem(document, context, "HardwareProperties");
    const own = model.of("component").filter(({ file }) => file.origin === "user");
    const others = own.filter((one) => !isOf(derived, one, "SoftwareComponent", "HardwareComponent"));
    if (others.length > 0) componentTable(document.section(context.t(captions.otherParts)), context, others, captions.otherParts);
    addSupplied(document, context);
    const support = document.section(context.t(phrases.supportTitle));
    const ended = own.filter((one) => derived.yes(one, "support-ended"));
    const silent = own.filter((one) => !model.text(one, "support-ends"));
    if (ended.length > 0) support.paragraph(context.t(phrases.summarySupport, { names: context.titles(ended) }), ended);
    else support.paragraph(context.t(phrases.supportAll));
    if (silent.length > 0) {
      support.gap({
        item: "ComponentSupport",
        title: context.t(phrases.supportTitle),
        state: "partial",
        text: context.t(phrases.supportWrite, { names: context.titles(silent) }),
        fill: context.t(phrases.supportFill),
      });
    }
    const known = vulnerabilitiesOf(derived);
    if (known.length > 0) vulnerabilityTable(document.section(context.t(captions.vulnerabilities)), context, known);
  },
  data: {
    extension: "cdx.json",
    write: async (context) => (await import("../sbom/cyclonedx.ts")).writeCycloneDx(context),
  },
};

// What suppliers list, and which of their lists could not be read.
function addSupplied(document: DocumentBuilder, context: Context): void {
  const { lists, problems } = context.suppliers;
  if (lists.size + problems.size === 0) return;
  const section = document.section(context.t(captions.suppliedParts));
  if (lists.size > 0) suppliedTable(section, context, lists);
  for (const [{ title }, why] of problems) {
    section.gap({
      item: "SupplierList",
      title: context.t(captions.suppliedParts),
      state: "partial",
      text: context.t(phrases.suppliedWrite, { name: title, why }),
      fill: context.t(phrases.suppliedFill),
    });
  }
}
