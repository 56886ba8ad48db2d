// Holds how writers share the width of a table: words stay whole, and a column in which nothing stands takes no room from the others.
import assert from "node:assert/strict";
import type { Block } from "../../server/src/report/types.ts";
import { widthsOf } from "../../server/src/report/write/widths.ts";

type Table = Block & { type: "table" };

/** A table of two columns of the same width with one row. */
const table = (left: string, right: string): Table => ({
  type: "table",
  caption: "Controls",
  columns: [
    { key: "a", title: "A", width: 3 },
    { key: "b", title: "B", width: 3 },
  ],
  rows: [{ anchor: "r1", label: "1", declarations: [], cells: [left, right].map((text) => [{ text }]) }],
});

describe("widths of columns", () => {
  const heads = ["No.", "A", "B", "From"];

  it("follow the authors of tables", () => assert.deepEqual(widthsOf(table("one", "two"), heads), [1.9, 3, 3, 3]));

  it("give an empty column what its head needs", () => {
    const [, left = 0, right = 0] = widthsOf(table("", "two"), heads);
    assert.ok(left < 1 && right === 3, `${left} ${right}`);
    const [, wide = 0] = widthsOf(table("", "two"), ["No.", "Configuration", "B", "From"]);
    assert.ok(wide > left, `${wide}`);
  });

  it("keep words whole, up to a length", () => {
    const [, left = 0] = widthsOf(table("implementation", "two"), heads);
    assert.ok(left > 3, `${left}`);
    assert.deepEqual(widthsOf(table("x".repeat(500), "two"), heads), widthsOf(table("implementation", "two"), heads));
  });
});
