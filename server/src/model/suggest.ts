// The nearest spelling among known words, for "did you mean".

// Shorter words begin or end too many others.
const shortest = 4;

/** The candidate nearest to a word: by its letters, or else the shortest that begins or ends with the word; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let longer: string | undefined;
  for (const candidate of candidates) {
    if (candidate.length > word.length && (longer === undefined || candidate.length < longer.length) && isPartOf(wanted, candidate))
      longer = candidate;
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? longer;
}

// "WiFi" of `WifiInterface`, "Firewall" of `HostFirewall`, but not "wall".
function isPartOf(word: string, candidate: string): boolean {
  if (word.length < shortest) return false;
  const at = candidate.toLowerCase().lastIndexOf(word);
  if (at === 0) return true;
  return at > 0 && at + word.length === candidate.length && /\p{Lu}/u.test(candidate[at] as string);
}

/** A help text for the nearest candidate, or undefined. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(word, candidates);
  return found === undefined ? undefined : `did you mean \`${found}\`?`;
}

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each.
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (beforeLast[j - 2] as number) + 1);
      row.push(value);
      if (value < smallest) smallest = value;
    }
    if (smallest > limit) return smallest;
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
