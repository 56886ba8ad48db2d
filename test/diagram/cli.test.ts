// `ward diagram` as users run it, and that no other command loads what draws.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { build, folder, samples, ward } from "../cli/ward.ts";

const pump = path.join(samples, "infusion-pump");
const words = ["diagram", pump, "--today", "2026-11-25", "--view", "device:Pump"];

describe("ward diagram", function () {
  this.timeout(120_000);
  before(build);

  it("writes every format, the same bytes each time", () => {
    const starts = { svg: /^<svg /, drawio: /^<\?xml/, mermaid: /^flowchart LR/, json: /^\{\n {2}"version": 1/ };
    for (const [format, start] of Object.entries(starts)) {
      const { status, stdout, stderr } = ward([...words, "--format", format]);
      assert.deepEqual([status, stderr], [0, ""], format);
      assert.match(stdout, start);
    }
    assert.equal(ward(words).stdout, ward(words).stdout);
  });

  it("writes a PNG to a file, as large as asked for", () => {
    const cwd = folder({});
    assert.equal(ward([...words, "--format", "png", "--scale", "0.5", "-o", "pump.png"], { cwd }).status, 0);
    const image = readFileSync(path.join(cwd, "pump.png"));
    assert.equal(image.toString("latin1", 1, 4), "PNG");
    const { width } = JSON.parse(ward([...words, "--format", "json"]).stdout);
    assert.ok(Math.abs(image.readUInt32BE(16) - width / 2) <= 1);
  });

  it("lists views", () => {
    const { stdout, status } = ward(["diagram", pump, "--views"]);
    assert.equal(status, 0);
    for (const name of ["full", "context", "Bedside", "scenario:OrderToInfusion", "device:Pump", "updates"])
      assert.match(stdout, new RegExp(`^${name} `, "m"));
  });

  it("says what is wrong, with a suggestion, as exit status 2", () => {
    const cwd = folder({
      "empty.ward": "",
      "two/a.ward": "system A { regulation: MDR environment: home }\nexternal X",
      "two/b.ward": "system B { regulation: MDR environment: home }\nexternal Y",
    });
    const fails = (given: string[], message: RegExp): void => {
      const { status, stdout, stderr } = ward(["diagram", ...given], { cwd });
      assert.deepEqual([status, stdout], [2, ""], stderr);
      assert.match(stderr, message);
    };
    fails([pump, "--view", "Bedsid"], /no view `Bedsid`[\s\S]*did you mean `Bedside`/);
    fails(["empty.ward"], /nothing to draw/);
    fails(["two"], /there are 2 models[\s\S]*--system[\s\S]*A, B/);
    fails(["two", "--system", "C"], /no system `C`/);
    fails([pump, "--scale", "eleven"], /--scale/);
    fails([pump, "--format", "png", "--view", "context", "--scale", "10"], /too large/);
    fails([pump, "--view", "context", "-o", "no/such/folder.svg"], /its folder does not exist/);
  });

  it("links lead to the lines of the model", () => {
    const { stdout } = ward([...words, "--links"]);
    assert.match(stdout, /<a href="file:\/\/[^"]*pump\.ward#L\d+">/);
    assert.doesNotMatch(ward(words).stdout, /<a /);
  });

  it("checking loads nothing that draws", () => {
    const main = readFileSync(path.join(samples, "../dist/ward-main.cjs"), "utf8");
    assert.doesNotMatch(main, /org\.eclipse\.elk|graphics-document/);
    for (const file of ["diagram.cjs", "layout.cjs", "resvg.wasm.br", "arimo-regular.ttf.br", "arimo-bold.ttf.br"])
      assert.ok(existsSync(path.join(samples, "../dist", file)), file);
  });
});
