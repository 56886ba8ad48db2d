// Who may do what, where data are kept, and what firewalls have to let pass.
import { addItem } from "../sections/items.ts";
import { zoneTable } from "../tables/network.ts";
import { storeTable } from "../tables/parts.ts";
import { personTable } from "../tables/people.ts";
import { captions } from "../texts/captions.ts";
import type { Deliverable } from "./types.ts";

/** Roles with their rights, and the persons who hold them. */
export const roles: Deliverable = {
  kind: "roles",
  title: { en: "Roles and privileges", de: "Rollen und Rechte" },
  purpose: {
    en: "Roles, what each may do on which device, who holds it and how it signs in.",
    de: "Rollen, was jede auf welchem Gerät darf, wer sie innehat und wie sie sich anmeldet.",
  },
  write: (document, context) => {
    addItem(document, context, "RolesAndPrivileges");
    personTable(document.section(context.t(captions.people)), context, context.model.of("actor"));
  },
};

/** Where data are kept. */
export const hosting: Deliverable = {
  kind: "hosting",
  title: { en: "Hosting and location of data", de: "Hosting und Speicherorte" },
  purpose: {
    en: "What data are kept where, by whom, for how long and how they are protected.",
    de: "Welche Daten wo, von wem und wie lange gespeichert werden und wie sie geschützt sind.",
  },
  write: (document, context) => {
    addItem(document, context, "CloudDataStatement");
    const own = context.model.of("store").filter(({ file }) => file.origin === "user");
    storeTable(document.section(context.t(captions.stores)), context, own);
    zoneTable(document.section(context.t(captions.zones)), context);
  },
};

/** Rules for the operator's firewalls. */
export const firewall: Deliverable = {
  kind: "firewall",
  title: { en: "Firewall rules", de: "Firewall-Regeln" },
  purpose: {
    en: "The connections that firewalls between zones have to let pass, with who opens them and on which port.",
    de: "Die Verbindungen, die Firewalls zwischen Zonen durchlassen müssen, mit Aufbaurichtung und Port.",
  },
  write: (document, context) => {
    addItem(document, context, "EnvironmentConfiguration");
    zoneTable(document.section(context.t(captions.zones)), context);
  },
};
