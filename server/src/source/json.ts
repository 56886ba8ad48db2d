// Reading JSON that others wrote: whatever stands there, a missing or odd part is as good as absent.

/** An object of a JSON file. */
export type Json = Readonly<Record<string, unknown>>;

/** The value when it is an object. */
export function objectOf(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** The objects of a list. */
export function objectsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf).filter((one) => one !== undefined) : [];
}

/** The value when it is text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((one) => one !== undefined) : [];
}

/** The day of a date and time. */
export function dayOf(value: unknown): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(textOf(value) ?? "")?.[1];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}
