// Parties: who is less trusted than whom, and who a person in a role belongs to.
import { party } from "../../vocabulary/words.ts";

const order = new Map(party.words.map(([word], index) => [word, index]));

/** How little a party is trusted: 0 for nobody, rising to the public. */
export function distrust(word: string | undefined): number {
  return word === undefined ? 0 : (order.get(word) ?? 0);
}

/** The less trusted of two parties. */
export function lessTrusted(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined) return b;
  return b !== undefined && distrust(b) > distrust(a) ? b : a;
}

/** The party of a person, by role, where the model does not say it. */
export const partyOfRole: Readonly<Record<string, string>> = {
  clinical: "operator",
  administrator: "operator",
  service: "manufacturer",
  developer: "manufacturer",
  patient: "user",
  caregiver: "user",
  visitor: "patients-and-visitors",
};
