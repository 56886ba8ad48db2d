// The three lists of the guidance on MDR and IVDR, an item a section: for users, for administrators, for healthcare providers.
import { items } from "../../analysis/documents/index.ts";
import type { ForWhom } from "../../analysis/documents/types.ts";
import { addItem } from "../sections/items.ts";
import type { Deliverable } from "./types.ts";

const ofList =
  (list: ForWhom): Deliverable["write"] =>
  (document, context) => {
    for (const item of items) if (item.list === list) addItem(document, context, item.id);
  };

/** The security section of the instructions for use. */
export const instructions: Deliverable = {
  kind: "instructions",
  title: { en: "Instructions for use: security", de: "Gebrauchsanweisung: Sicherheit" },
  purpose: {
    en: "The security section of the instructions for use, with all 17 items of MDCG 2019-16.",
    de: "Der Sicherheitsabschnitt der Gebrauchsanweisung mit allen 17 Punkten von MDCG 2019-16.",
  },
  write: ofList("instructions"),
};
