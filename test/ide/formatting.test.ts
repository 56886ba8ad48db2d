// Formatting in the editor: what changes, what stays, and that every change is one of space.
import assert from "node:assert/strict";
import { format } from "../../grammar/print.ts";
import { spaceEdits } from "../../server/src/ide/formatting.ts";
import { checkFormatting } from "../support/features.ts";
import { pump } from "./pump.ts";

const untidy = "device   A{portable:yes}\n\n\n\n  device B  {\nportable: yes\n      battery-powered:   no\n}\ndevice C{}\n";
const tidyB = "device B {\n  portable: yes\n  battery-powered: no\n}";

describe("formatting", () => {
  it("lays out a document", () => checkFormatting(untidy, format(untidy)));
  it("changes nothing in a tidy text", () => checkFormatting(format(pump), format(pump)));
  it("keeps line breaks of two characters whole", () =>
    checkFormatting(untidy.replaceAll("\n", "\r\n"), format(untidy.replaceAll("\n", "\r\n"))));
  it("leaves what is broken", () =>
    checkFormatting("device   A  {\n  portable:   \n]\n}\ndevice   B", format("device   A  {\n  portable:   \n]\n}\ndevice   B")));

  it("lays out the items that a range touches, and nothing around them", () =>
    checkFormatting(untidy.replace("battery-powered", "<|battery|>-powered"), untidy.replace(/ {2}device B[\s\S]*?\n\}/, tidyB)));
  it("of a range in no item changes nothing", () => checkFormatting(untidy.replace("\n\n\n\n", "\n\n<||>\n\n"), untidy));
  it("of a range in broken text changes nothing", () => checkFormatting("device   A { portable:  <|]|> }", "device   A { portable:  ] }"));

  it("lays out what a closing brace closes", () =>
    checkFormatting(untidy.replace("no\n}", "no\n}$0"), untidy.replace(/ {2}device B[\s\S]*?\n\}/, tidyB)));
  it("lays out only the inner declaration that a brace closes", () =>
    checkFormatting(
      "device   A   {\n process   P{\nmemory-safe:yes\n}$0\n   portable:  yes\n}",
      "device   A   {\n  process P {\n    memory-safe: yes\n  }\n   portable:  yes\n}",
    ));
  it("lays out what was left when a line is broken, and leaves the cursor's line", () =>
    checkFormatting(
      "device   B\ndevice A  {\n    portable:   yes\n$0\n   battery-powered:  no\n}",
      "device   B\ndevice A {\n  portable: yes\n\n   battery-powered:  no\n}",
    ));
  it("on type changes nothing while the braces are open", () =>
    checkFormatting("device   A   {\n    portable:   yes\n$0", "device   A   {\n    portable:   yes\n"));
  it("on type changes nothing in broken text", () => checkFormatting("device   A   { = }$0", "device   A   { = }"));
  it("on other characters changes nothing", () => checkFormatting("device   A   {$0}", "device   A   {}"));
});

describe("changes of space", () => {
  const cases = [
    ["a  b", "a b", [[2, 3, ""]]],
    ["a b", "a b", []],
    ["ab", "a b", [[1, 1, " "]]],
    ["a\n\n\nb\n", "a\n\nb\n", [[3, 4, ""]]],
    ["a\r\nb", "a\r\n  b", [[1, 3, "\r\n  "]]],
    ["a", "a\n", [[1, 1, "\n"]]],
    [" a", "a", [[0, 1, ""]]],
    ["a b", "a c", [[0, 3, "a c"]]],
    ["", "", []],
  ] as const;
  for (const [before, after, expected] of cases) {
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () =>
      assert.deepEqual(
        spaceEdits(before, after).map(({ range, text }) => [range.start, range.end, text]),
        expected,
      ));
  }
});
