// Reads the widths of letters from a TrueType font: the tables `cmap` (format 4) and `hmtx`, and nothing else.

/** The advance width of each letter, in parts of the font's size. */
export function widthsOf(font: Uint8Array): Map<number, number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    tables.set(String.fromCharCode(...font.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const table = (name: string): number => tables.get(name) as number;
  const unitsPerEm = view.getUint16(table("head") + 18);
  const longMetrics = view.getUint16(table("hhea") + 34);
  const widthOf = (glyph: number): number => view.getUint16(table("hmtx") + Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm;
  const widths = new Map<number, number>();
  for (const [letter, glyph] of glyphsOf(view, table("cmap"))) widths.set(letter, widthOf(glyph));
  return widths;
}

function glyphsOf(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(at) !== 4) continue;
    const doubled = view.getUint16(at + 6);
    for (let segment = 0; segment < doubled; segment += 2) {
      const end = view.getUint16(at + 14 + segment);
      const start = view.getUint16(at + 16 + doubled + segment);
      const delta = view.getUint16(at + 16 + doubled * 2 + segment);
      const rangeAt = at + 16 + doubled * 3 + segment;
      const range = view.getUint16(rangeAt);
      for (let letter = start; letter <= end && letter < 0xffff; letter++) {
        const raw = range === 0 ? letter : view.getUint16(rangeAt + range + (letter - start) * 2);
        if (raw !== 0) glyphs.set(letter, (raw + delta) & 0xffff);
      }
    }
    break;
  }
  return glyphs;
}
