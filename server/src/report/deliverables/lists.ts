// The three lists of the guidance on MDR and IVDR, an item a section: for users, for administrators, for healthcare providers.
import { items } from "../../analysis/documents/index.ts";
import type { ForWhom } from "../../analysis/documents/types.ts";
import { addItem } from "../sections/items.ts";
import type { Deliverable } from "./types.ts";

const ofList =
  (list: ForWhom, kind: string): Deliverable["write"] =>
  (document, context) => {
    const own = items.filter((item) => item.list === list).map(({ id }) => id);
    const first = (context.order[kind] ?? []).filter((id) => own.includes(id));
    for (const id of new Set([...first, ...own])) addItem(document, context, id);
  };

/** The security section of the instructions for use. */
export const instructions: Deliverable = {
  kind: "instructions",
  title: { en: "Instructions for use: security", de: "Gebrauchsanweisung: Sicherheit" },
  purpose: {
    en: "The security section of the instructions for use, with all 17 items of MDCG 2019-16.",
    de: "Der Sicherheitsabschnitt der Gebrauchsanweisung mit allen 17 Punkten von MDCG 2019-16.",
  },
  write: ofList("instructions", "instructions"),
};

/** What administrators and service need beside the instructions for use. */
export const administration: Deliverable = {
  kind: "administration",
  title: { en: "Security documentation for administration and service", de: "Sicherheitsdokumentation für Verwaltung und Service" },
  purpose: {
    en: "The other security documentation for administrators and service, with all 12 items of MDCG 2019-16.",
    de: "Die weitere Sicherheitsdokumentation für Verwaltung und Service mit allen 12 Punkten von MDCG 2019-16.",
  },
  write: ofList("accompanying", "administration"),
};

/** What the healthcare provider gets to know. */
export const provider: Deliverable = {
  kind: "provider",
  title: { en: "Security information for healthcare providers", de: "Sicherheitsinformationen für Gesundheitseinrichtungen" },
  purpose: {
    en: "Security information for healthcare providers, with all 12 items of MDCG 2019-16.",
    de: "Sicherheitsinformationen für Gesundheitseinrichtungen mit allen 12 Punkten von MDCG 2019-16.",
  },
  write: ofList("provider", "provider"),
};
