// How Node's engine is tuned. The launcher starts it for a short run: no optimising compilers, which take longer than they
// save, and a young generation that stays small, because each page touched for the first time costs more than copying.
import v8 from "node:v8";

/** From this many characters of text on, a run is long enough for optimised code. */
const worthOptimising = 1_500_000;

/** Settles the size of the young generation, once the catalogue has made it grow to what a run of usual size needs. */
export function settleMemory(): void {
  v8.setFlagsFromString("--semi-space-growth-factor=1");
}

/** Tells how much text there is to check. */
export function expect(characters: number): void {
  if (characters > worthOptimising) optimise();
}

/** Turns everything on that makes a long run fast. */
export function optimise(): void {
  v8.setFlagsFromString("--opt --maglev --semi-space-growth-factor=2");
}
