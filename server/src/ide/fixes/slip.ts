// Whether a word is so near to another that a slip of the keyboard explains it: such a misspelling may be corrected unasked.

const largestSlip = 2;

/** Whether two words differ in one place only, by at most two characters there. */
export function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a[before] === b[before]) before++;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++;
  return Math.max(a.length, b.length) - before - after <= largestSlip;
}
