// Waiting for what comes in its own time.

/** What a look gave: the value waited for, or what was seen instead. */
export type Look<Value> = { readonly value: Value } | { readonly seen: unknown };

/** Looks again and again until the value is there; fails with what it saw last. Long, because machines are slow at times. */
export async function until<Value>(what: string, look: () => Look<Value> | Promise<Look<Value>>, milliseconds = 60_000): Promise<Value> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if ("value" in found) return found.value;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}; seen last: ${JSON.stringify(found.seen)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
