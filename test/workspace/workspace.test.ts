// A workspace that lives: whatever was edited, opened, closed or removed, it knows what a fresh check would find.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { memoryFiles } from "../../server/src/host/memory.ts";
import type { FileSystem } from "../../server/src/host/types.ts";
import type { Checked } from "../../server/src/workspace/check.ts";
import { noSettings } from "../../server/src/workspace/settings.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { checkFiles, splitFiles, today } from "../support/models.ts";

const fixture = splitFiles(readFileSync(new URL("./joined.ward", import.meta.url), "utf8"));

function shown({ models, diagnostics }: Checked): unknown {
  return {
    models: models.map((model) => [
      model.name,
      model.files.map((file) => file.path),
      model.analysis.threats.map((one) => `${one.id} ${one.state}`),
    ]),
    diagnostics: diagnostics.map((one) => [one.code, one.severity, one.location.file.path, one.location.range, one.message, one.id]),
  };
}

/** A workspace over files that can change. */
function workspaceOf(files: Record<string, string>, day = () => today): Workspace {
  const fileSystem: FileSystem = {
    kind: (path) => memoryFiles(files).kind(path),
    read: (path) => memoryFiles(files).read(path),
    list: (folder) => memoryFiles(files).list(folder),
    real: (path) => path,
  };
  const workspace = new Workspace({ fileSystem, root: "/", today: day });
  workspace.add(Object.keys(files).filter((path) => path.endsWith(".ward")));
  return workspace;
}

const appended = (path: string, text: string) => `${fixture[path]}\n${text}`;

/** A step, and what the files are after it. */
const steps: readonly (readonly [
  what: string,
  step: (workspace: Workspace, files: Record<string, string>) => void,
  after: (files: Record<string, string>) => void,
])[] = [
  ["opening a file as it is", (w) => w.setText("/first.ward", fixture["/first.ward"] ?? ""), () => {}],
  [
    "typing into it",
    (w) => w.setText("/first.ward", appended("/first.ward", 'accept Nothing on Pump { reason: "r" }')),
    (f) => (f["/first.ward"] = appended("/first.ward", 'accept Nothing on Pump { reason: "r" }')),
  ],
  [
    "typing into a shared file",
    (w) => w.setText("/shared.ward", appended("/shared.ward", "harm H")),
    (f) => (f["/shared.ward"] = appended("/shared.ward", "harm H")),
  ],
  [
    "opening a new file",
    (w) => w.setText("/new.ward", 'import "./shared.ward"\nsystem Third { regulation: MDR  environment: home }'),
    (f) => (f["/new.ward"] = 'import "./shared.ward"\nsystem Third { regulation: MDR  environment: home }'),
  ],
  ["an import that appears", (w) => w.setText("/new.ward", 'import "./first.ward"'), (f) => (f["/new.ward"] = 'import "./first.ward"')],
  ["closing the new file without saving", (w) => w.close("/new.ward"), (f) => delete f["/new.ward"]],
  [
    "closing the others",
    (w) => {
      w.close("/first.ward");
      w.close("/shared.ward");
    },
    (f) => Object.assign(f, fixture),
  ],
  [
    "a change on disk",
    (w, disk) => {
      disk["/second.ward"] = appended("/second.ward", "actor Idle { role: visitor }");
      w.refresh("/second.ward");
    },
    (f) => (f["/second.ward"] = appended("/second.ward", "actor Idle { role: visitor }")),
  ],
  [
    "a file that goes",
    (w, disk) => {
      delete disk["/second.ward"];
      w.remove("/second.ward");
    },
    (f) => delete f["/second.ward"],
  ],
  [
    "a file that comes",
    (w, disk) => {
      disk["/second.ward"] = fixture["/second.ward"] ?? "";
      w.add(["/second.ward"]);
    },
    (f) => (f["/second.ward"] = fixture["/second.ward"] ?? ""),
  ],
  [
    "an imported file that goes",
    (w, disk) => {
      delete disk["/shared.ward"];
      w.remove("/shared.ward");
    },
    (f) => delete f["/shared.ward"],
  ],
  [
    "and comes back",
    (w, disk) => {
      disk["/shared.ward"] = fixture["/shared.ward"] ?? "";
      w.refresh("/shared.ward");
      w.add(["/shared.ward"]);
    },
    (f) => (f["/shared.ward"] = fixture["/shared.ward"] ?? ""),
  ],
];

describe("a workspace", () => {
  const disk: Record<string, string> = { ...fixture };
  const files: Record<string, string> = { ...fixture };
  const workspace = workspaceOf(disk);

  it("knows at first what a check finds", () => assert.deepEqual(shown(workspace.check()), shown(checkFiles(files))));

  for (const [what, step, after] of steps) {
    it(`after ${what}`, () => {
      step(workspace, disk);
      after(files);
      assert.deepEqual(shown(workspace.check()), shown(checkFiles(files)));
    });
  }

  it("computes nothing again when nothing changed, and keeps models that did not change", () => {
    const before = workspace.check();
    assert.equal(workspace.check(), before);
    workspace.setText("/first.ward", appended("/first.ward", "harm H { severity: minor }"));
    const after = workspace.check();
    const kept = (name: string) => after.models.find((model) => model.name === name) === before.models.find((model) => model.name === name);
    assert.deepEqual([kept("First"), kept("Second")], [false, true]);
    workspace.close("/first.ward");
  });

  it("looks again when the day changes", () => {
    let day = "2026-11-25";
    const dated = workspaceOf({ "/a.ward": "system S { regulation: MDR  environment: hospital  support-ends: 2026-11-25 }" }, () => day);
    const ended = () => {
      const facts = dated.check().models[0]?.analysis.facts;
      return facts?.model.system && facts.yes(facts.model.system, "support-ended");
    };
    assert.equal(ended(), false);
    day = "2026-11-26";
    assert.equal(ended(), true);
  });

  it("takes ward.json into account, and its mistakes", () => {
    const changing: Record<string, string> = {
      "/a.ward": "actor N { role: clinical }",
      "/ward.json": '{ "severity": { "isolated-element": "error" } }',
    };
    const configured = workspaceOf(changing);
    const severities = () => configured.check().diagnostics.map((one) => one.severity);
    assert.deepEqual([severities(), configured.settingProblems], [["error"], []]);
    changing["/ward.json"] = '{ "severity": { "isolated-elment": "off" } }';
    configured.refresh("/ward.json");
    assert.deepEqual(severities(), ["info"]);
    assert.equal(configured.settingProblems.length, 1);
    configured.configure({ severity: { "isolated-element": "off" } });
    assert.deepEqual(severities(), []);
    assert.deepEqual({ ...noSettings }, noSettings);
  });
});
