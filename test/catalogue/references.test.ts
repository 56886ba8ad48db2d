// The CWE and CAPEC numbers of the shipped catalogue exist: a wrong one sends a reviewer to the wrong page, or to none.
import assert from "node:assert/strict";
import { wholeCatalogue } from "../support/catalogues.ts";
import { analyseText } from "../support/models.ts";

// Weaknesses and attack patterns that were looked up by number and name, categories left out. An entry with a new number adds it
// here after the look-up.
const known: Readonly<Record<string, string>> = {
  CWE: `
    20 22 78 79 89 90 117 119 200 201 203 212 226 248 250 269 272 284 287 290 294 295 299 306 307 308 311 312 319 324 326 327 338 345 350
    352 353 359 384 400 434 494 502 506 532 602 611 613 636 639 653 693 732 749 757 770 776 778 779 798 863 912 918 920 922 923 926
    1021 1039 1088 1104 1188 1191 1230 1247 1263 1274 1277 1278 1284 1299 1300 1326 1328 1357 1384 1392 1394 1395`,
  CAPEC: `
    17 20 22 37 49 60 62 63 66 69 70 75 88 94 100 112 116 121 122 125 126 130 136 141 142 148 151 153 157 158 165 180 186 187 188 189 191
    194 197 206 212 215 220 221 222 227 233 242 268 390 399 438 444 457 475 480 485 501 507 508 523 532 542 552 555 560 561 586 593 601
    604 607 613 615 617 621 624 664 667 668 675 700`,
};
const numbers = new Set(
  Object.entries(known).flatMap(([list, all]) =>
    all
      .trim()
      .split(/\s+/)
      .map((number) => `${list}-${number}`),
  ),
);

describe("references of the catalogue", () => {
  const { catalogue, facts } = analyseText(wholeCatalogue);
  const references = catalogue.threats.map(({ entity, stride }) => ({
    name: entity.name,
    ids: facts.model.texts(entity, "references"),
    source: facts.model.text(entity, "source") ?? "",
    stride,
  }));

  it("stand beside a source", () => {
    assert.deepEqual(
      references.filter(({ source }) => source === "").map(({ name }) => name),
      [],
    );
  });

  it("are numbers that exist", () => {
    const strange = references.flatMap(({ name, ids }) => ids.filter((id) => !numbers.has(id)).map((id) => `${name}: ${id}`));
    assert.deepEqual(strange, []);
  });

  // That a person was never asked is no weakness of software, and the lists have no number for it.
  it("are given by every threat, or the article of the law by one to the rights of persons", () => {
    const bare = references
      .filter(({ ids, stride, source }) => ids.length === 0 && (stride.length > 0 || !/GDPR Art\. \d/.test(source)))
      .map(({ name }) => name);
    assert.deepEqual(bare, []);
  });
});
