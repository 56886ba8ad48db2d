// What a compiled condition is: a typed tree that can be evaluated fast, or explained part by part.
import type { Expression } from "../../../grammar/syntax.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { Entity } from "../model/types.ts";
import type { Location } from "../source/types.ts";
import type { AttributeType } from "../vocabulary/attributes.ts";

/** What an expression is evaluated for. */
export interface Environment {
  readonly facts: Facts;
  /** The element that the threat or requirement is on. */
  readonly self: Entity;
  /** The item that names belong to: the element itself, or inside `where` the item of the collection. */
  readonly item: Entity;
}

/** One part of a condition with its value on an element. */
export interface Trace {
  /** The part as written in the catalogue. */
  readonly text: string;
  /** Its value in words. */
  readonly value: string;
  readonly holds: boolean;
  /** The places in the model that gave the value. */
  readonly origins: readonly Location[];
  readonly parts: readonly Trace[];
}

/** A compiled expression. */
export interface Compiled {
  readonly node: Expression;
  readonly type: AttributeType;
  /** Its values: none when absent, one for a single value. A yes-no expression gives exactly one. */
  readonly values: (environment: Environment) => readonly unknown[];
  /** The same for what has at most one value, without a list around it: conditions are evaluated ten thousands of times. */
  readonly value?: (environment: Environment) => unknown;
  /** Whether it holds, of what can stand as a condition. */
  readonly test: (environment: Environment) => boolean;
  /** Its value where that is the same everywhere. */
  readonly constant?: string | number | boolean;
  readonly trace: (environment: Environment) => Trace;
}

/** Whether a compiled yes-no expression or entity path holds. */
export function holds(compiled: Compiled, environment: Environment): boolean {
  return compiled.test(environment);
}

/** How an expression is tested: a yes-no value must be yes; of anything else there must be one. */
export function testOf(
  type: AttributeType,
  values: (environment: Environment) => readonly unknown[],
  value: ((environment: Environment) => unknown) | undefined,
): (environment: Environment) => boolean {
  if (value)
    return type.base === "yes-no" ? (environment) => value(environment) === true : (environment) => value(environment) !== undefined;
  return type.base === "yes-no" ? (environment) => values(environment).includes(true) : (environment) => values(environment).length > 0;
}

/** A value in words. */
export function show(value: unknown): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  if (typeof value === "object" && value !== null && "id" in value) return String((value as Entity).id);
  return String(value);
}

/** Several values in words. */
export function showAll(values: readonly unknown[]): string {
  if (values.length === 0) return "nothing";
  const shown = values.slice(0, 6).map(show);
  return values.length > 6 ? `${shown.join(", ")} and ${values.length - 6} more` : shown.join(", ");
}
