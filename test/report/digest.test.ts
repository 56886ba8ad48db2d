// The digest for places without Node agrees with Node's, at every length around the borders of blocks.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { sha256 } from "../../server/src/report/digest.ts";

describe("digest", () => {
  it("is SHA-256, of the examples of FIPS 180-4 and of any text", () => {
    assert.equal(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 118, 119, 120, 5000])
      for (const piece of ["x", "é", "🩺"]) {
        const text = piece.repeat(length);
        assert.equal(sha256(text), createHash("sha256").update(text).digest("hex"), `${length} of ${piece}`);
      }
  });
});
