// The diagram panel: it opens, follows the text, and leads back to it; filters, folding, keys, quick fixes, export; hostile texts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { Inspected } from "../protocol.ts";
import { page } from "./page.ts";
import { until } from "./wait.ts";
import { extension, findings, open, place, restore, shown, uriOf } from "./workspace.ts";

const element = (id: string): string => `.sheet [data-id="${id}"]`;

/** Defines the cases. */
export function diagramCases(): void {
  describe("diagram", () => {
    before(async () => {
      await extension();
      await open("pump.ward");
      await findings("pump.ward", "has been checked", (all) => all.length > 0);
    });
    afterEach(restore);
    after(closePanels);

    it("opens beside the text with one click", async () => {
      await open("pump.ward");
      await page.click('.editor-actions a[aria-label^="Open Diagram to the Side"]');
      await drawn("Pump.Firmware");
      assert.ok(vscode.window.tabGroups.all.length >= 2, "the panel is not beside the text");
      const [root] = await page.inspect(".sheet > svg");
      assert.match(root?.attributes["aria-label"] ?? "", /^Data-flow diagram of Infusion pump/);
      await page.picture("diagram");
    });

    it("gives every element a name for screen readers", async () => {
      await show();
      const [firmware] = await drawn("Pump.Firmware");
      assert.match(firmware?.attributes["aria-label"] ?? "", /^Pump software, process;.* in Infusion pump;/);
      const [flow] = await drawn("SendOrder");
      assert.match(flow?.attributes["aria-label"] ?? "", /from Medication server to Pump software; carries Infusion order/);
      const all = await page.inspect(".sheet [data-id]");
      assert.deepEqual(
        all.filter(({ attributes }) => !attributes["aria-label"] || attributes.role !== "button"),
        [],
      );
    });

    it("draws an element that is added, and takes it away with it", async () => {
      const editor = await show();
      const at = place(editor, "  process Firm|ware").with({ character: 0 });
      await editor.edit((edit) => edit.insert(at, '  store Log "Event log" : LocalDatabase\n'));
      await drawn("Pump.Log");
      await vscode.commands.executeCommand("undo");
      await gone("Pump.Log");
    });

    it("changes words without moving anything", async () => {
      await show();
      const before = await places();
      await replace('"Pump software"', '"Pump sottware"');
      await until("the words are in the picture", async () => {
        const [found] = await page.inspect(element("Pump.Firmware"));
        return /^Pump sottware,/.test(found?.attributes["aria-label"] ?? "") ? { value: true } : { seen: found };
      });
      assert.deepEqual(await places(), before);
    });

    it("reveals the line of an element that is clicked", async () => {
      const editor = await show();
      place(editor, "system |PumpSystem");
      await page.clickInside(element("Pump.Firmware"));
      await until("the cursor is at the element", () => {
        const text = editor.document.getText(shown(editor).selection);
        return text === "Firmware" ? { value: true } : { seen: text };
      });
    });

    it("opens the file of an element that is declared in another one", async () => {
      await show();
      await page.clickInside(element("Clinic.Nurse"), 2);
      await until("the other file is shown", () => {
        const now = vscode.window.activeTextEditor;
        return now?.document.uri.path.endsWith("clinic.ward") && now.document.getText(now.selection) === "Nurse"
          ? { value: true }
          : { seen: now?.document.uri.path };
      });
    });

    it("highlights the element at the cursor", async () => {
      const editor = await show();
      place(editor, "process Firm|ware");
      await marked("Pump.Firmware");
      place(editor, "device Pu|mp");
      await marked("Pump");
    });

    it("keeps the last good picture while the text is broken, and says so", async () => {
      const editor = await show();
      const before = await places();
      const at = place(editor, "process Firm|ware").with({ character: 0 });
      await editor.edit((edit) => edit.insert(at, "  process { \n"));
      await page.sees(".status.broken", /pump\.ward, line \d+: .*syntax error.* last one without/);
      assert.deepEqual(await places(), before);
      await page.picture("diagram-broken");
      await vscode.commands.executeCommand("undo");
      await until("it says so no longer", async () => {
        const found = await page.read(".status");
        return found.length === 0 ? { value: true } : { seen: found };
      });
    });

    it("goes from element to element with the keyboard, and into the text", async () => {
      const editor = await show();
      await page.clickInside(`${element("Pump")} text`);
      await page.press("i");
      const inside = await focused();
      assert.match(inside, /^Pump\./);
      await page.press("o");
      assert.equal(await focused(), "Pump");
      await page.press("e");
      assert.match(await focused(), /^(Program|ReportStatus|SendOrder)$/);
      await page.press("t");
      const target = await focused();
      await page.press("Enter");
      await until("the text has the keyboard, at the element", () => {
        const text = editor.document.getText(shown(editor).selection);
        return target.endsWith(text) && text !== "" ? { value: true } : { seen: [text, target] };
      });
    });

    it("shows a card with threats and applies a quick fix from it", async () => {
      const editor = await show();
      await page.clickInside(`${element("SendOrder")} text`);
      await page.press("Space");
      await page.sees(".card h2", "Send an order");
      await page.sees(".card dl", /Infusion order/);
      await page.sees(".card .state-open", /threat/);
      await page.sees(".card-fixes", /Accept/);
      await page.picture("diagram-card");
      const before = editor.document.getText();
      await page.clickInside(".card-fixes button");
      await until("the text is changed", () => {
        const changed = vscode.workspace.textDocuments.some((one) => one.isDirty) || editor.document.getText() !== before;
        return changed ? { value: true } : { seen: "no change" };
      });
    });

    it("shows what an attacker who holds an element reaches, and everything again", async () => {
      await show();
      await page.clickInside(element("Clinic.OrderServer"));
      await page.press("a");
      await until("the rest is dimmed", async () => {
        const dimmed = (await page.inspect(".sheet .dimmed")).map(({ attributes }) => attributes["data-id"]);
        return dimmed.includes("Clinic.Nurse") && !dimmed.includes("Pump.Firmware") ? { value: dimmed } : { seen: dimmed };
      });
      await page.picture("diagram-reach");
      await page.press("Escape");
      await until("all is shown", async () => {
        const dimmed = await page.inspect(".sheet .dimmed");
        return dimmed.length === 0 ? { value: true } : { seen: dimmed.length };
      });
    });

    it("filters, and leaves out what is filtered", async () => {
      await show();
      await page.clickInside('button[aria-label="Filters"]');
      await page.choose('select[aria-label="Data"]', "Status");
      await until("only what the datum touches is bright", async () => {
        const dimmed = (await page.inspect(".sheet .dimmed")).map(({ attributes }) => attributes["data-id"]);
        return dimmed.includes("SendOrder") && !dimmed.includes("ReportStatus") ? { value: true } : { seen: dimmed };
      });
      await page.clickInside("#hide");
      await gone("SendOrder");
      await drawn("ReportStatus");
      await page.clickInside('button[aria-label="Clear all filters"]');
      await page.clickInside("#hide");
      await drawn("SendOrder");
    });

    it("folds and unfolds a container", async () => {
      await show();
      await page.clickInside(`${element("Pump")} text`);
      await page.press("f");
      await gone("Pump.Firmware");
      await page.press("f");
      await drawn("Pump.Firmware");
    });

    it("finds elements by their words", async () => {
      await show();
      await page.clickInside(`${element("Pump")} text`);
      await page.press("/");
      await page.type("nur");
      await page.sees("#found", /Nurse/);
      await page.press("Enter");
      assert.equal(await focused(), "Clinic.Nurse");
    });

    it("shows another view", async () => {
      await show();
      await page.choose('select[aria-label="View"]', "context");
      await gone("Pump.Firmware");
      await page.choose('select[aria-label="View"]', "full");
      await drawn("Pump.Firmware");
    });

    it("opens another panel beside the first, each with its picture", async () => {
      await show();
      const { exports: api } = await extension();
      await vscode.commands.executeCommand("ward.openAnotherDiagram");
      await until("two panels show a picture", () => {
        const all = api.diagrams();
        return all.length === 2 && all[1]?.painted.serial === 1 ? { value: true } : { seen: all };
      });
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await until("none is left", () => (api.diagrams().length === 0 ? { value: true } : { seen: api.diagrams() }));
    });

    it("lets its page load its own script and style and nothing else", async () => {
      await show();
      const policies = (await page.inspect("html:has(.canvas) meta[http-equiv]")).map(({ attributes }) => attributes.content ?? "");
      const own = policies.find((one) => one.includes("script-src 'nonce-"));
      assert.match(own ?? policies.join("\n"), /^default-src 'none'; style-src (?!.*unsafe)[^;]+; script-src 'nonce-[0-9a-f]{48}'$/);
    });

    it("is as it was after it was hidden", async () => {
      const editor = await show();
      await page.choose('select[aria-label="View"]', "context");
      await gone("Pump.Firmware");
      await vscode.window.showTextDocument(uriOf("clinic.ward"), { viewColumn: vscode.ViewColumn.Two });
      await until("the page is away", async () => {
        const found = await page.inspect(".sheet");
        return found.length === 0 ? { value: true } : { seen: found.length };
      });
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      await drawn("Pump");
      const [views] = await page.inspect('select[aria-label="View"]');
      assert.ok(views);
      assert.equal((await page.inspect(element("Pump.Firmware"))).length, 0);
      await page.choose('select[aria-label="View"]', "full");
      await drawn("Pump.Firmware");
    });

    for (const [format, name] of Object.entries({
      svg: "full.svg",
      json: "full.json",
      drawio: "full.drawio",
      mermaid: "full.mmd",
      png: "full.png",
    })) {
      it(`writes ${format} with the bytes of the command line`, async () => {
        await show();
        const target = uriOf(name);
        await vscode.commands.executeCommand("ward.exportDiagram", { format, target });
        const written = Buffer.from(await vscode.workspace.fs.readFile(target));
        await vscode.workspace.fs.delete(target);
        const program = join((await extension()).extensionPath, "dist/ward.cjs");
        assert.ok(existsSync(program));
        const output = join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "", "cli.out");
        execFileSync(process.execPath, [program, "diagram", "pump.ward", "--format", format, "--output", output], {
          cwd: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
        });
        const expected = readFileSync(output);
        await vscode.workspace.fs.delete(vscode.Uri.file(output));
        assert.ok(written.length > 200);
        assert.ok(written.equals(expected), `${written.length} and ${expected.length} bytes`);
      });
    }

    it("runs nothing that a hostile model brings, and shows its texts", async () => {
      const uri = uriOf("hostile.ward");
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(hostile));
      try {
        const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
        await vscode.commands.executeCommand("ward.openDiagramToSide");
        await drawn("Room.Box");
        await page.picture("diagram-hostile");
        await page.clickInside(`${element("Room.Box")} text`);
        await page.press("Space");
        await page.sees(".card h2", "<script>globalThis.hacked");
        await page.press("Escape");
        const all = await page.inspect(".sheet [data-id], .sheet text");
        assert.deepEqual(
          all.filter((one) => one.hacked !== null),
          [],
        );
        for (const forbidden of ["img", "iframe", "foreignObject", "svg script", ".card script", "[onload]", "[onerror]", "[onclick]"])
          assert.deepEqual(await page.inspect(`body:has(.canvas) ${forbidden}`), [], forbidden);
        const titles = all.map(({ attributes }) => attributes["aria-label"] ?? "").join("\n");
        for (const text of ["שלום", "输液泵", '"quoted"', "<img src=x"]) assert.ok(titles.includes(text), `${text} is not shown`);
        assert.equal(editor.document.isDirty, false);
      } finally {
        await vscode.commands.executeCommand("workbench.action.closeAllEditors");
        await vscode.workspace.fs.delete(uri);
      }
    });

    it("draws fenced blocks in the Markdown preview", async () => {
      const uri = uriOf("notes.md");
      const block = [
        "```ward",
        'import "ward:medical"',
        'actor Nurse "Night nurse"',
        'external Ehr "Records <b>"',
        'flow Look "Looks up" Ehr -> Nurse',
        "```",
      ];
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`# Notes\n\n${block.join("\n")}\n`));
      try {
        await vscode.commands.executeCommand("markdown.showPreview", uri);
        await until("the block is a diagram", async () => {
          const found = await page.inspect('.ward-diagram [data-id="Nurse"]');
          return found.length > 0 ? { value: true } : { seen: await page.read(".markdown-body") };
        });
        await page.picture("diagram-markdown");
        assert.deepEqual(await page.inspect(".ward-diagram b"), []);
      } finally {
        await vscode.commands.executeCommand("workbench.action.closeAllEditors");
        await vscode.workspace.fs.delete(uri);
      }
    });
  });
}

const hostile = `import "ward:medical"
system Evil "</title><script>globalThis.hacked = 1</script>" { regulation: MDR  class: IIb  environment: hospital }
data Poison "\\"quoted\\" & <b onclick=alert(1)>" : HealthData
boundary Room "${"long ".repeat(100)}" {
  device Box "<script>globalThis.hacked = 2</script>" {
    process App "<img src=x onerror=globalThis.hacked=3>"
    process Hebrew "שלום עולם ‮txt.exe"
  }
  external Far "输液泵 输液泵 输液泵 输液泵 输液泵 输液泵 输液泵"
}
flow One "javascript:globalThis.hacked=4" Room.Far -> Room.Box.App { carries: Poison }
flow Two "\${globalThis.hacked=5} ]]> <!-- -->" Room.Box.Hebrew -> Room.Far { carries: Poison }
`;

/** The model's text on the left, its diagram on the right. */
async function show(): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uriOf("pump.ward"), { viewColumn: vscode.ViewColumn.One });
  await vscode.commands.executeCommand("ward.openDiagramToSide");
  await drawn("Pump.Firmware");
  return editor;
}

async function closePanels(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

function drawn(id: string): Promise<Inspected[]> {
  return until(`${id} is drawn`, async () => {
    const found = await page.inspect(element(id));
    return found.length > 0 ? { value: found } : { seen: await ids() };
  });
}

function gone(id: string): Promise<void> {
  return until(`${id} is gone`, async () => {
    const all = await ids();
    return all.length > 0 && !all.includes(id) ? { value: undefined } : { seen: all };
  });
}

async function ids(): Promise<(string | undefined)[]> {
  return (await page.inspect(".sheet [data-id]")).map(({ attributes }) => attributes["data-id"]);
}

/** Where everything stands, by the picture's own coordinates. */
async function places(): Promise<Record<string, string | undefined>> {
  const all = await page.inspect(".sheet [data-id]");
  return Object.fromEntries(all.map(({ attributes }) => [attributes["data-id"] ?? "", attributes.transform]));
}

/** Waits until the mark of the cursor lies around an element. */
function marked(id: string): Promise<void> {
  return until(`${id} is marked`, async () => {
    const [mark] = await page.inspect(".mark.cursor");
    const [shape] = await page.inspect(element(id));
    if (mark === undefined || shape === undefined) return { seen: "no mark" };
    const [a, b] = [mark.box, shape.box];
    const around = a.x <= b.x + 4 && a.y <= b.y + 4 && Math.abs(a.width - b.width) < 40 && Math.abs(a.height - b.height) < 40;
    return around ? { value: undefined } : { seen: [a, b] };
  });
}

/** The element that has the keyboard. */
function focused(): Promise<string> {
  return until("an element has the keyboard", async () => {
    const found = (await page.inspect(".sheet [data-id]")).find((one) => one.focused);
    return found ? { value: found.attributes["data-id"] ?? "" } : { seen: "none" };
  });
}

async function replace(text: string, by: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf("pump.ward"));
  const index = document.getText().indexOf(text);
  assert.ok(index >= 0, text);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(index), document.positionAt(index + text.length)), by);
  await vscode.workspace.applyEdit(edit);
}
