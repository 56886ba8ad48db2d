// What is known about vulnerabilities: the manufacturer's register, and the statement for users that goes out as CycloneDX VEX.
import { type Vulnerability, vulnerabilitiesOf } from "../../analysis/vulnerabilities.ts";
import type { SectionBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { exploitedTable, vexTable, vulnerabilityTable } from "../tables/vulnerabilities.ts";
import { captions } from "../texts/captions.ts";
import { phrases } from "../texts/phrases.ts";
import type { Text } from "../types.ts";
import type { Deliverable } from "./types.ts";

const statuses = ["affected", "not-assessed", "under-investigation", "fixed", "not-affected"] as const;

/** The register: affecting ones first, then what is not settled, fixed ones, and those that do not matter here. */
export const vulnerabilities: Deliverable = {
  kind: "vulnerabilities",
  title: { en: "Vulnerability register", de: "Schwachstellenregister" },
  purpose: {
    en: "Known vulnerabilities with score, status, justification, action and the threats that they make real.",
    de: "Bekannte Schwachstellen mit Bewertung, Status, Begründung, Maßnahme und den Bedrohungen, die sie ermöglichen.",
  },
  write: (document, context) => {
    const all = vulnerabilitiesOf(context.derived);
    const day = context.today;
    const register = document.section(context.t(captions.vulnerabilities));
    if (all.length === 0) {
      register.paragraph(context.t(phrases.vulnerabilitiesNone, { day }));
      return;
    }
    const of = (...wanted: readonly string[]): Vulnerability[] => all.filter(({ status }) => wanted.includes(status));
    const counts = statuses
      .map((status) => [of(status).length, context.word(status)] as const)
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${word}`);
    register.paragraph(context.t(phrases.vulnerabilitiesIntro, { day, counts: counts.join(", ") }));
    const part = (caption: Text, found: readonly Vulnerability[]): void => {
      if (found.length === 0) return;
      const section = document.section(context.t(caption));
      vulnerabilityTable(section, context, found, caption);
      gaps(section, context, found);
    };
    part(captions.affecting, of("affected"));
    part(captions.unsettled, of("not-assessed", "under-investigation"));
    part(captions.fixed, of("fixed"));
    part(captions.unaffecting, of("not-affected"));
    const touched = context.analysis.threats.filter(({ exploitedBy, defeated }) => exploitedBy.length > 0 || defeated.length > 0);
    exploitedTable(document.section(context.t(captions.madeReal)), context, touched);
  },
};

/** The statement for users; as JSON in CycloneDX VEX. */
export const vex: Deliverable = {
  kind: "vex",
  title: { en: "Vulnerability statement (VEX)", de: "Erklärung zu Schwachstellen (VEX)" },
  purpose: {
    en: "Whether known vulnerabilities can be exploited in the product, for users; as JSON in CycloneDX 1.6 VEX.",
    de: "Ob bekannte Schwachstellen im Produkt ausnutzbar sind, für Nutzer; als JSON in CycloneDX 1.6 VEX.",
  },
  write: (document, context) => {
    const all = vulnerabilitiesOf(context.derived);
    const section = document.section(context.t(captions.vulnerabilities));
    section.paragraph(context.t(all.length === 0 ? phrases.vulnerabilitiesNone : phrases.vexIntro, { day: context.today }));
    if (all.length > 0) vexTable(section, context, all);
    gaps(section, context, all);
  },
  data: {
    extension: "cdx.json",
    write: async (context) => (await import("../sbom/cyclonedx.ts")).writeVex(context),
  },
};

function gaps(section: SectionBuilder, context: Context, all: readonly Vulnerability[]): void {
  const { model } = context;
  const silent = ({ entity }: Vulnerability, ...properties: string[]): boolean =>
    properties.every((property) => (model.property(entity, property)?.values.length ?? 0) === 0);
  const add = (item: string, found: readonly Vulnerability[], text: Text, fill: Text): void => {
    if (found.length === 0) return;
    const names = context.titles(found.map(({ entity }) => entity));
    section.gap({
      item,
      title: context.t(captions.vulnerabilities),
      state: "partial",
      text: context.t(text, { names }),
      fill: context.t(fill),
    });
  };
  const of = (status: string): readonly Vulnerability[] => all.filter((one) => one.status === status);
  add("VulnerabilityAssessment", of("not-assessed"), phrases.assessWrite, phrases.assessFill);
  const idle = of("affected").filter((one) => silent(one, "action", "handled-by"));
  add("VulnerabilityAction", idle, phrases.actionWrite, phrases.actionFill);
  const bare = of("not-affected").filter((one) => silent(one, "justification", "statement"));
  add("VulnerabilityReason", bare, phrases.reasonWrite, phrases.reasonFill);
}
