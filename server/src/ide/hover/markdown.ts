// Markdown made safe: whatever a model or a house catalogue says is shown as the text it is, never as markup.

// What would begin markup anywhere in a line. Where an address or a mail address would become a link by itself, its sign is escaped too.
const special = /[\\`*_{}[\]<>#|~&@$]|(?<=\b(?:https?|ftp)):(?=\/\/)|(?<=\bwww)\./gi;
// What would begin a list, a heading, a quote or a rule at the start of a line.
const leading = /^(\s*)([-+=]|\d+[.)])/;

/** A text as Markdown that shows exactly that text; lines stay lines, blank lines part paragraphs. */
export function plain(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) =>
      line
        .trim()
        .replace(special, (sign) => `\\${sign}`)
        .replace(leading, (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`),
    )
    .join("\n");
}

/** A text as one line of Markdown. */
export function plainLine(text: string): string {
  return plain(text.replace(/\s+/g, " "));
}

/** A name or a piece of source as code in a line. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const ticks = "`".repeat(longestRun(line) + 1);
  const space = line.startsWith("`") || line.endsWith("`") || line === "" ? " " : "";
  return `${ticks}${space}${line}${space}${ticks}`;
}

/** Source as a block. */
export function block(text: string, language = "ward"): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Names as code, joined by commas; past a number only how many more there are. */
export function names(entities: readonly { readonly id: string }[], most = 8): string {
  const shown = entities.slice(0, most).map(({ id }) => code(id));
  return entities.length > most ? `${shown.join(", ")} and ${entities.length - most} more` : shown.join(", ");
}

/** A list; nothing when it is empty. Past a number of items only how many more there are. */
export function bullets(items: readonly string[], most = 12): string | undefined {
  if (items.length === 0) return undefined;
  const shown = items.slice(0, most).map((item) => `- ${item}`);
  if (items.length > most) shown.push(`- and ${items.length - most} more`);
  return shown.join("\n");
}

/** A heading in bold with a list below; nothing when the list is empty. */
export function section(heading: string, items: readonly string[], most = 12): string | undefined {
  const list = bullets(items, most);
  return list && `**${heading}**\n${list}`;
}

/** Blocks with space between them; those that are not there are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** The page of a weakness, an attack pattern or a vulnerability. */
export function identifierPage(identifier: string): string | undefined {
  const [, list, number = ""] = /^(CWE|CAPEC|CVE)-(\d+(?:-\d+)?)$/.exec(identifier) ?? [];
  if (list === "CWE") return `https://cwe.mitre.org/data/definitions/${number}.html`;
  if (list === "CAPEC") return `https://capec.mitre.org/data/definitions/${number}.html`;
  return list === "CVE" ? `https://www.cve.org/CVERecord?id=CVE-${number}` : undefined;
}
