// The words of the command line: commands, options, help, suggestions, exit statuses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { commands } from "../../server/src/cli/commands/index.ts";
import { build, environment, folder, program, ward } from "./ward.ts";

describe("cli: arguments", () => {
  before(build);

  it("without a command tells the usage on standard error, status 2", () => {
    const { status, stdout, stderr } = ward([]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /Usage: ward COMMAND/);
  });

  it("--help lists every command and no other", () => {
    const { status, stdout } = ward(["--help"]);
    assert.equal(status, 0);
    const listed = [...(/Commands:\n([\s\S]*?)\n\n/.exec(stdout)?.[1] ?? "").matchAll(/^ {2}(\w+)/gm)].map((match) => match[1]);
    assert.deepEqual(
      listed,
      commands.map(({ name }) => name),
    );
    assert.equal(ward(["-h"]).stdout, stdout);
  });

  it("--version tells the version of the package", () => {
    const { version } = JSON.parse(readFileSync(path.join(program, "../../package.json"), "utf8")) as { version: string };
    assert.deepEqual(ward(["--version"]), { status: 0, stdout: `${version}\n`, stderr: "" });
    assert.equal(ward(["-V"]).stdout, `${version}\n`);
  });

  for (const command of commands) {
    it(`${command.name} --help shows every option and an example, and does nothing else`, () => {
      const { status, stdout, stderr } = ward([command.name, "--help", "some", "words", "too", "many"]);
      assert.deepEqual([status, stderr], [0, ""]);
      for (const option of [...Object.keys(command.options), "no-color", "help"]) assert.match(stdout, new RegExp(`--${option}\\b`));
      assert.match(stdout, new RegExp(`Examples:\\n {2}ward ${command.name}`));
      for (const line of stdout.split("\n")) assert.ok(line.length <= 110, line);
    });

    it(`${command.name} refuses an option that it does not have`, () => {
      const { status, stderr, stdout } = ward([command.name, "--surely-not"]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, new RegExp(`\`ward ${command.name}\` has no option \`--surely-not\``));
    });
  }

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["a misspelt command", ["chekc"], /no command `chekc`\n +did you mean `ward check`\?/],
    ["a command that is nothing like any", ["frobnicate"], /no command `frobnicate`\n +`ward --help`/],
    ["a misspelt option before the command", ["--versoin"], /no option `--versoin`.*\n +did you mean `--version`\?/],
    ["a misspelt option", ["check", "--fromat", "json"], /no option `--fromat`\n +did you mean `--format`\?/],
    ["an unknown letter", ["check", "-q"], /no option `-q`/],
    ["a misspelt word", ["check", "--format", "jsno"], /one of text, json, sarif, github, junit, not `jsno`\n +did you mean `json`\?/],
    ["a missing value", ["check", "--output"], /`--output` needs a value: --output FILE/],
    ["an option in place of a value", ["check", "--output", "--watch"], /`--output` needs a value/],
    ["an empty value", ["check", "--output="], /`--output` needs a value/],
    ["a value for a flag", ["check", "--watch=yes"], /`--watch` takes no value/],
    ["a day that does not exist", ["check", "--today", "2026-02-30"], /`--today` takes a day such as/],
    ["a day in another form", ["check", "--today", "1 May"], /`--today` takes a day such as/],
    ["an empty argument", ["check", ""], /an argument is empty/],
    ["an id that is not given", ["explain"], /`ward explain` needs ID/],
    ["too many arguments", ["init", "a", "b"], /`ward init` takes no `b`\n +usage: ward init \[DIR\]/],
    ["an unknown template", ["init", "--template", "pumpp"], /no template `pumpp`\n +did you mean `pump`\?/],
    ["standard input to watch", ["check", "-", "--watch"], /cannot watch standard input/],
    ["a property of objects as an option", ["check", "--constructor"], /no option `--constructor`/],
  ];
  for (const [what, words, message] of refused) {
    it(`refuses ${what}, status 2`, () => {
      const { status, stdout, stderr } = ward(words, { cwd: folder({}) });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, message);
    });
  }

  it("a bug of ours is one sentence and how to report it, status 2; its details come under WARD_DEBUG only", () => {
    const broken = "--import=data:text/javascript,JSON.parse=()=>{throw(new(TypeError)('boom'))}";
    const crash = (extra: Readonly<Record<string, string>>) =>
      spawnSync(process.execPath, [program, "catalogue"], { env: environment({ NODE_OPTIONS: broken, ...extra }), encoding: "utf8" });
    const { status, stdout, stderr } = crash({});
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^ward: internal error: boom\n +This is a bug in Ward\. Please report it .*WARD_DEBUG=1.*\n$/);
    assert.match(crash({ WARD_DEBUG: "1" }).stderr, /WARD_DEBUG=1[\s\S]*TypeError: boom\n\s+at /);
  });

  it("takes everything after -- as paths", () => {
    const { status, stdout } = ward(["check", "--", "--format"], { cwd: folder({ "--format": "" }) });
    assert.equal(status, 0);
    assert.match(stdout, /1 file checked/);
  });
});
