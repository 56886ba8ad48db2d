// Several models over shared files: what is found is told once, and what only one of them misses is told only if none needs it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { checkFiles, splitFiles } from "../support/models.ts";

const fixture = splitFiles(readFileSync(new URL("./joined.ward", import.meta.url), "utf8"));

function findings(files: Readonly<Record<string, string>>, codes: RegExp): string[] {
  return checkFiles(files, noSettings)
    .diagnostics.filter((one) => codes.test(one.code))
    .map((one) => `${one.location.file.path} ${one.code} ${/`([^`]*)`/.exec(one.message)?.[1]}`);
}

describe("models that share files", () => {
  it("are each analysed by themselves, in the order of their files", () => {
    const { models } = checkFiles(fixture);
    assert.deepEqual(
      models.map((model) => [model.name, model.files.map((file) => file.path)]),
      [
        ["First", ["first.ward", "shared.ward"]],
        ["Second", ["second.ward", "shared.ward"]],
      ],
    );
  });

  it("a mistake in a shared file is told once", () => {
    assert.deepEqual(findings(fixture, /unknown-name/), ["shared.ward unknown-name Nobody"]);
  });

  it("what one of them uses is not unused, what none uses is, once", () => {
    assert.deepEqual(findings(fixture, /unused|isolated/), [
      "shared.ward unused-control IdleControl",
      "shared.ward unused-assumption IdleAssumption",
      "shared.ward isolated-element Idle",
    ]);
    const { "/second.ward": _, ...alone } = fixture;
    assert.deepEqual(findings(alone, /unused|isolated/), [
      "shared.ward isolated-element Net.Hub.Relay",
      "shared.ward isolated-element Outside.UsedBySecond",
      "shared.ward unused-control ControlOfSecond",
      "shared.ward unused-control IdleControl",
      "shared.ward unused-assumption IdleAssumption",
      "shared.ward isolated-element Idle",
    ]);
  });

  it("a decision that one of them needs is not unused", () => {
    const files = { ...fixture, "/shared.ward": `${fixture["/shared.ward"]}\naccept Eavesdropping on Show { reason: "r" }\n` };
    assert.ok(!findings(files, /unused-decision/).some((one) => one.startsWith("shared")));
  });

  it("a library of assets and measures needs no system of its own", () => {
    assert.deepEqual(findings(fixture, /system/), []);
    assert.deepEqual(findings({ "/shared.ward": fixture["/shared.ward"] ?? "" }, /system/), ["shared.ward missing-system system"]);
  });

  it("is sorted by file and place", () => {
    const { diagnostics } = checkFiles(fixture);
    const places = diagnostics.map((one) => `${one.location.file.path} ${String(one.location.range.start).padStart(6, "0")}`);
    assert.deepEqual(places, [...places].sort());
  });
});
