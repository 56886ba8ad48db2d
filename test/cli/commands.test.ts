// The commands besides `check`: explain, fmt, init and catalogue, run as programs.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { regulationCodes } from "../../server/src/diagnostics/table.ts";
import { templates } from "../../server/src/host/templates.ts";
import { build, day, folder, sampleFolders, samples, small, ward } from "./ward.ts";

describe("cli: explain", () => {
  before(build);

  const explained = (id: string, ...words: string[]) => ward(["explain", id, "--today", day, ...words], { cwd: folder(small) });

  it("is this tree for a threat that a decision answers", () => {
    assert.equal(
      explained("Smudge@Name").stdout,
      `Smudge@Name
Someone smudges it

  Ink runs.

What
├─ threat Smudge at model.ward:10:8
├─ data Name at model.ward:7:6
├─ tampering
├─ security risk only
└─ CWE-345

Why it applies
└─ ✓ classification = internal
   └─ classification is internal (model.ward:7:20)

Who reaches it
└─ nobody

What answers it
└─ ✗ Seal: Seal

Decisions considered
└─ ✓ accept Smudge on Name (model.ward:21:8): holds until 2027-05-31
   └─ reason: Nobody < reads & writes "it"

Severity and risk
├─ severity high, as the catalogue says
├─ initial risk low: reached by nobody, likelihood rare
└─ residual risk low: likelihood rare after the answer; acceptable

State: accepted
└─ answered by accept Smudge on Name
`,
    );
  });

  it("says what would close an open threat, and which harm it leads to", () => {
    const { stdout, status } = explained("Smudge@Dose");
    assert.equal(status, 0);
    assert.match(stdout, /What it can do to patients\n└─ Overdose \(critical\): Dose → Overdose/);
    assert.match(
      stdout,
      /State: open\n├─ to close it: `control Name : Seal \{ protects: Dose {2}status: implemented \}`\n└─ or decide: `accept Smudge on Dose/,
    );
  });

  it("names who gives a measure, and how far it is", () => {
    assert.match(
      explained("Smudge@Log").stdout,
      /✓ Seal: Seal \(verified\)\n +└─ control LogSeal \(model\.ward:19:9\): verified; names it[\s\S]*State: mitigated \(verified\)/,
    );
  });

  it("--format json gives the same data to programs", () => {
    const { explanations, version } = JSON.parse(explained("Smudge@Rate", "--format", "json").stdout);
    assert.deepEqual(
      [version, explanations.length, explanations[0].id, explanations[0].state, explanations[0].system],
      [1, 1, "Smudge@Rate", "planned", "Pump"],
    );
  });

  const unknown: readonly (readonly [string, RegExp])[] = [
    ["Smudge@Doze", /did you mean `Smudge@Dose`/],
    ["Smuge@Dose", /did you mean `Smudge@Dose`/],
    ["Other@Dose", /did you mean `Smudge@Dose`/],
    ["smudge", /did you mean `Smudge` or `Smudge@/],
    ["Doze", /did you mean `Dose`/],
    ["Nothing@Nowhere", /`ward check --format json` lists every id/],
  ];
  for (const [id, message] of unknown) {
    it(`does not know ${id}: status 2, and the nearest ids`, () => {
      const { status, stdout, stderr } = explained(id);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, new RegExp(`nothing has the id \`${id}\``));
      assert.match(stderr, message);
    });
  }

  it("gives an overview of an element, of a threat, and of what answers: first what is open", () => {
    const parts = (id: string): unknown[] =>
      JSON.parse(explained(id, "--format", "json").stdout).explanations.map((one: Record<string, { id: string; state: string }[]>) => [
        one.kind,
        one.threats?.map((threat) => `${threat.state} ${threat.id}`),
      ]);
    assert.deepEqual(parts("Dose"), [["overview", ["open Smudge@Dose"]]]);
    assert.deepEqual(parts("Smudge"), [
      ["overview", ["open Smudge@Dose", "planned Smudge@Rate", "accepted Smudge@Name", "mitigated Smudge@Log"]],
    ]);
    assert.deepEqual(parts("LogSeal"), [["overview", ["mitigated Smudge@Log"]]]);
    const { stdout, status } = explained("Dose");
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^Dose\ndata “[^”]+” at model\.ward:\d+:6\n\nThreats\n└─ ✗ Smudge@Dose: Someone smudges it; open, lacks Seal, risk \w+\n\nNext: /,
    );
    assert.match(explained("Seal").stdout, /Threats\n└─ none\n$/);
  });

  for (const sample of sampleFolders()) {
    it(`explains a threat and a requirement of samples/${sample}`, () => {
      const { threats, requirements } = JSON.parse(ward(["check", sample, "--format", "json"], { cwd: samples }).stdout) as Record<
        string,
        { id: string; state: string }[]
      >;
      for (const { id, state } of [...(threats ?? []).slice(-1), ...(requirements ?? []).slice(-1)]) {
        const { status, stdout } = ward(["explain", id, sample], { cwd: samples });
        assert.equal(status, 0);
        assert.match(stdout, new RegExp(`^${id.replaceAll(".", "\\.")}\n[\\s\\S]*\nWhy it applies\n└─ ✓ [\\s\\S]*\nState: ${state}`));
      }
    });
  }
});

describe("cli: fmt", () => {
  before(build);

  const ugly = 'data   A   "A"{classification:internal}\n';
  const broken = `device {\n${ugly}`;

  it("formats in place, once; writes only what changes", () => {
    const cwd = folder({ "a.ward": ugly });
    const first = ward(["fmt"], { cwd });
    assert.deepEqual([first.status, first.stdout], [0, "a.ward\n"]);
    const formatted = readFileSync(path.join(cwd, "a.ward"), "utf8");
    assert.notEqual(formatted, ugly);
    const { mtimeMs, ino } = statSync(path.join(cwd, "a.ward"));
    assert.deepEqual(
      [ward(["fmt"], { cwd }).stdout, statSync(path.join(cwd, "a.ward")).mtimeMs, statSync(path.join(cwd, "a.ward")).ino],
      ["", mtimeMs, ino],
    );
    assert.deepEqual(readdirSync(cwd).sort(), [".git", "a.ward"], "nothing is left beside it");
    assert.equal(ward(["fmt", "-"], { input: ugly }).stdout, formatted);
  });

  it("--check changes nothing and lists what would change, status 1", () => {
    const cwd = folder({ "a.ward": ugly, "b.ward": "", "node_modules/c.ward": ugly });
    const { status, stdout } = ward(["fmt", "--check"], { cwd });
    assert.deepEqual([status, stdout], [1, "a.ward\n"]);
    assert.equal(readFileSync(path.join(cwd, "a.ward"), "utf8"), ugly);
    assert.deepEqual([ward(["fmt", "--check", "b.ward"], { cwd }).status, ward(["fmt", "-", "--check"], { input: ugly }).status], [0, 1]);
  });

  it("writes through a link, keeps the rights of the file", () => {
    const cwd = folder({ "a.ward": ugly });
    symlinkSync("a.ward", path.join(cwd, "link.ward"));
    const { mode } = statSync(path.join(cwd, "a.ward"));
    assert.equal(ward(["fmt", "link.ward"], { cwd }).status, 0);
    assert.notEqual(readFileSync(path.join(cwd, "a.ward"), "utf8"), ugly);
    assert.equal(statSync(path.join(cwd, "a.ward")).mode, mode);
  });

  it("leaves what is broken as it is and says where, status 1", () => {
    const cwd = folder({ "a.ward": broken });
    const { status, stderr } = ward(["fmt"], { cwd });
    assert.equal(status, 1);
    assert.match(stderr, /^a\.ward:\d+:\d+: not formatted here: /);
    assert.match(readFileSync(path.join(cwd, "a.ward"), "utf8"), /^device \{/);
  });

  it("a file that cannot be read: status 2, the others are formatted", () => {
    const cwd = folder({ "a.ward": ugly, "b.ward": Buffer.from("\ufeffdata", "utf16le") });
    const { status, stdout, stderr } = ward(["fmt", ".", "gone.ward"], { cwd });
    assert.deepEqual([status, stdout], [2, "a.ward\n"]);
    assert.match(stderr, /b\.ward cannot be read: it is UTF-16[\s\S]*gone\.ward cannot be read: there is no such file/);
    assert.equal(ward(["fmt", "-", "a.ward"], { cwd }).status, 2);
  });
});

interface Starting {
  readonly diagnostics: { readonly code: string }[];
  readonly threats: { readonly id: string; readonly state: string }[];
  readonly requirements: { readonly id: string; readonly state: string }[];
}

describe("cli: init", () => {
  before(build);

  /** What a starting model leaves to its owner; anything else would be a mistake of the template. */
  const toWorkThrough = new Set([
    "uncovered-threat",
    "planned-threat",
    "assumption-only",
    "single-layer",
    "missing-assumption",
    "unpublished-assumption",
    ...regulationCodes,
  ]);

  for (const { name, text } of templates()) {
    it(`--template ${name} writes a formatted model that checks and leaves nothing but threats and requirements to work through`, () => {
      const cwd = folder({});
      const { status, stdout } = ward(["init", "new/device", "--template", name], { cwd });
      assert.deepEqual([status, stdout], [0, "Wrote new/device/model.ward.\nNext: ward check new/device/model.ward\n"]);
      const checked = ward(["check", "--format", "json"], { cwd });
      assert.equal(checked.status, 0);
      const { diagnostics, threats, requirements } = JSON.parse(checked.stdout) as Starting;
      assert.deepEqual(
        [...new Set(diagnostics.map((one) => one.code))].filter((code) => !toWorkThrough.has(code)),
        [],
      );
      const open = threats.filter(({ state }) => state === "open").map(({ id }) => id);
      assert.deepEqual([...text.matchAll(/^\/\/ {3}(\w+@[\w.]+): /gm)].map(([, id]) => id).sort(), open.sort(), "explained as open");
      assert.deepEqual(
        requirements.filter(({ state }) => state === "missing").map(({ id }) => id),
        [],
      );
      assert.equal(ward(["fmt", "--check"], { cwd }).status, 0);
    });
  }

  it("without DIR writes into this folder, and never over a file", () => {
    const cwd = folder({});
    assert.equal(ward(["init"], { cwd }).status, 0);
    const written = readFileSync(path.join(cwd, "model.ward"), "utf8");
    const again = ward(["init", "--template", "ivd"], { cwd });
    assert.equal(again.status, 2);
    assert.match(again.stderr, /`model\.ward` is already there and stays as it is/);
    assert.equal(readFileSync(path.join(cwd, "model.ward"), "utf8"), written);
  });

  it("a DIR that is a file: a sentence, status 2", () => {
    const cwd = folder({ file: "" });
    for (const place of ["file", "file/below"]) {
      const { status, stderr } = ward(["init", place], { cwd });
      assert.equal(status, 2);
      assert.match(stderr, /is a file, not a folder/);
    }
  });
});

describe("cli: catalogue", () => {
  before(build);

  it("lists every section in groups", () => {
    const { status, stdout, stderr } = ward(["catalogue"]);
    assert.deepEqual([status, stderr], [0, ""]);
    for (const title of ["Threats", "Measures", "Requirements on the operating environment", "Kinds", "Protocols"])
      assert.match(stdout, new RegExp(`^${title} \\(\\d+\\)\n {2}ward:\\w+$`, "m"));
    assert.match(stdout, /^ {4}UnauthenticatedCommands {2,}Commands accepted/m);
  });

  it("includes house catalogues, and leaves out what they switch off", () => {
    const cwd = folder({ "house.ward": `${small["model.ward"]}disable threat Eavesdropping { reason: "house rule" }\n` });
    const { stdout, status } = ward(["catalogue", ".", "--format", "json"], { cwd });
    const { threats, version } = JSON.parse(stdout) as {
      version: number;
      threats: { name: string; title: string; origin: string; mitigatedBy: string[][] }[];
    };
    assert.deepEqual([status, version], [0, 1]);
    const own = threats.find((one) => one.name === "Smudge");
    assert.deepEqual([own?.title, own?.origin, own?.mitigatedBy], ["Someone smudges it", "house.ward", [["Seal"]]]);
    assert.ok(!threats.some((one) => one.name === "Eavesdropping"));
    assert.match(ward(["catalogue", "house.ward"], { cwd }).stdout, /^ {2}house\.ward\n {4}Smudge /m);
  });

  it("gives every entry of the JSON a name, a title and an origin, the same bytes twice", () => {
    const { stdout } = ward(["catalogue", "--format", "json"]);
    const content = JSON.parse(stdout) as Record<string, { name: string; title: string; origin: string }[]>;
    for (const section of ["threats", "measures", "requirements", "kinds", "protocols"]) {
      const entries = content[section] ?? [];
      assert.ok(entries.length > 10, section);
      for (const { name, title, origin } of entries) assert.ok(/^\w+$/.test(name) && title !== "" && origin.startsWith("ward:"), name);
    }
    assert.equal(ward(["catalogue", "--format", "json"]).stdout, stdout);
  });

  it("a missing file: status 2", () => {
    const { status, stderr } = ward(["catalogue", "gone.ward"], { cwd: folder({}) });
    assert.equal(status, 2);
    assert.match(stderr, /gone\.ward cannot be read: there is no such file/);
  });
});
