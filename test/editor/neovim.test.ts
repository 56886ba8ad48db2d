// The set-up for Neovim as the documentation has it, tried in Neovim: it attaches, shows findings, hovers, completes and fixes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, describe, it } from "mocha";
import { root } from "./install.ts";

interface Seen {
  readonly version: readonly [number, number];
  readonly diagnostics: readonly { code: string; message: string; lnum: number }[];
  readonly hover: string;
  readonly labels: readonly string[];
  readonly fixes: readonly string[];
}

// Asks Neovim what a person would see, and writes it into a file.
const look = `
local function wait(what, done)
  if not vim.wait(60000, done, 50) then error("waited in vain for " .. what) end
end
local function ask(method, more)
  local parameters = vim.lsp.util.make_position_params()
  for key, value in pairs(more or {}) do parameters[key] = value end
  local answers = vim.lsp.buf_request_sync(0, method, parameters, 60000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
local function run()
  wait("findings", function() return #vim.diagnostic.get(0) > 0 end)
  local seen = { version = { vim.version().major, vim.version().minor }, diagnostics = {}, labels = {}, fixes = {} }
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(seen.diagnostics, { code = one.code or one.user_data.lsp.code, message = one.message, lnum = one.lnum })
  end
  vim.fn.search("flow SendOrder")
  vim.cmd("normal! w")
  seen.hover = ask("textDocument/hover").contents.value
  local range = vim.lsp.util.make_range_params().range
  for _, one in ipairs(ask("textDocument/codeAction", { range = range, context = { diagnostics = {} } })) do
    table.insert(seen.fixes, one.title)
  end
  vim.fn.search("  harms: Overdose")
  local list = ask("textDocument/completion")
  for _, one in ipairs(list.items or list) do table.insert(seen.labels, one.label) end
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.WARD_SEEN)
end
local ok, problem = pcall(run)
if not ok then vim.fn.writefile({ vim.json.encode({ problem = problem }) }, vim.env.WARD_SEEN) end
vim.cmd("qa!")
`;

describe("neovim", () => {
  const folder = mkdtempSync(join(tmpdir(), "ward-neovim-"));
  let seen: Seen;

  before(function () {
    this.timeout(180_000);
    const found = spawnSync("nvim", ["--version"], { encoding: "utf8" });
    if (found.status !== 0) {
      if (process.env.CI === "true") throw new Error("Neovim is not installed");
      console.error("      Neovim is not installed: its set-up is not tested.");
      return this.skip();
    }
    const old = Number(/v0\.(\d+)/.exec(found.stdout)?.[1]) < 11;
    const bin = join(folder, "bin");
    mkdirSync(bin);
    symlinkSync(join(root, "dist/ward.cjs"), join(bin, "ward"));
    cpSync(join(import.meta.dirname, "workspace"), join(folder, "clinic"), { recursive: true });
    const [modern = "", classic = ""] = [...readFileSync(join(root, "docs/editors.md"), "utf8").matchAll(/```lua\n([\s\S]*?)```/g)].map(
      ([, code]) => code,
    );
    writeFileSync(join(folder, "init.lua"), old ? classic : modern);
    writeFileSync(join(folder, "look.lua"), look);
    const output = join(folder, "seen.json");
    const run = spawnSync("nvim", ["--headless", "--clean", "-u", join(folder, "init.lua"), "-S", join(folder, "look.lua"), "pump.ward"], {
      cwd: join(folder, "clinic"),
      encoding: "utf8",
      timeout: 150_000,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: folder, WARD_SEEN: output },
    });
    try {
      seen = JSON.parse(readFileSync(output, "utf8"));
    } catch {
      throw new Error(`Neovim said: ${run.stdout}${run.stderr}`);
    }
    assert.ok(!("problem" in seen), JSON.stringify(seen));
  });

  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it("gets findings, pushed where the version cannot ask for them", () => {
    assert.ok(
      seen.diagnostics.some(({ code, message }) => code === "uncovered-threat" && message.includes("SendOrder")),
      JSON.stringify(seen.diagnostics),
    );
  });

  it("hovers", () => assert.match(seen.hover, /Send an order/));

  it("completes", () => assert.ok(seen.labels.includes("physical-access"), seen.labels.join()));

  it("offers quick fixes", () =>
    assert.ok(
      seen.fixes.some((title) => title.startsWith("Accept `")),
      seen.fixes.join("\n"),
    ));
});
