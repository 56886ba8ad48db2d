// Compares versions made of numbers, with the pre-releases of Semantic Versioning; others cannot be compared.

const plain = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
const longest = 100;

/** Below 0 when `a` comes before `b`, above when after, 0 when they are the same; undefined when that cannot be told. */
export function compareVersions(a: string, b: string): number | undefined {
  if (a === b) return 0;
  if (a.length > longest || b.length > longest) return undefined;
  const [one, other] = [plain.exec(a), plain.exec(b)];
  if (one === null || other === null) return undefined;
  const [left, right] = [numbers(one[1]), numbers(other[1])];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePreReleases(one[2], other[2]);
}

function numbers(text = ""): number[] {
  return text.split(".").map(Number);
}

// A version without pre-release comes after all of its pre-releases; numbers come before words.
function comparePreReleases(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [left, right] = [a.split("."), b.split(".")];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [one, other] = [left[at], right[at]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    if (one === other) continue;
    const [isNumber, isOther] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (isNumber && isOther) return Number(one) - Number(other);
    if (isNumber !== isOther) return isNumber ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return 0;
}
