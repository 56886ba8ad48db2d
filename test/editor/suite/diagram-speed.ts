// How long it takes from a key to the picture on the screen, with 60 elements. The figures are kept beside the pictures of the run.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { variables } from "../protocol.ts";
import { page } from "./page.ts";
import { until } from "./wait.ts";
import { extension, place, uriOf } from "./workspace.ts";

/** Milliseconds. Test machines may do ten other things; what is measured is in the file, and this only tells that nothing hangs. */
const slowest = 15_000;

const uri = (): vscode.Uri => uriOf("sixty.ward");

/** Defines the cases. */
export function diagramSpeedCases(): void {
  describe("diagram: speed", () => {
    let editor: vscode.TextEditor;
    const figures: Record<string, readonly number[]> = {};

    before(async function () {
      this.timeout(180_000);
      await extension();
      await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(sixty()));
      editor = await vscode.window.showTextDocument(uri(), { viewColumn: vscode.ViewColumn.One });
      await vscode.commands.executeCommand("ward.openDiagramToSide");
      await until(
        "60 elements are drawn",
        async () => {
          const found = (await page.inspect(".sheet [data-kind]")).filter(({ attributes }) => attributes.class?.includes("node"));
          return found.length === 60 ? { value: true } : { seen: found.length };
        },
        100_000,
      );
    });

    after(async () => {
      writeFileSync(join(process.env[variables.pictures] ?? ".", "diagram-speed.json"), JSON.stringify(figures));
      await editor.document.save();
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await vscode.workspace.fs.delete(uri());
    });

    it("repaints at once when words change", async function () {
      this.timeout(180_000);
      place(editor, '"Task 1|1"');
      await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
      const times: number[] = [];
      const since: number[] = [];
      for (let round = 0; round < 10; round++) {
        for (const act of [() => page.type("l"), () => page.press("Backspace")]) {
          const { at, moved, sinceChange } = await painted(act);
          assert.equal(moved, false);
          times.push(at);
          since.push(sinceChange);
        }
      }
      figures.words = times;
      figures.wordsSinceChange = since;
      assert.ok(median(times) < slowest, times.join());
    });

    it("repaints soon when an element comes or goes", async function () {
      this.timeout(180_000);
      const times: number[] = [];
      for (let round = 0; round < 6; round++) {
        const at = place(editor, "process Task|11").with({ character: 0 });
        const put = async (): Promise<void> => void (await editor.edit((edit) => edit.insert(at, `    process New${round} "New one"\n`)));
        const undo = async (): Promise<void> => void (await vscode.commands.executeCommand("undo"));
        times.push((await painted(put)).at);
        await painted(undo);
      }
      figures.structure = times;
      assert.ok(median(times) < slowest, times.join());
    });
  });
}

/**
 * Milliseconds from an act to the picture that follows from it, and those of them after the extension host has heard of the change:
 * what comes before is VS Code's, and the script's that presses the key.
 */
async function painted(act: () => Promise<unknown>): Promise<{ at: number; moved: boolean; sinceChange: number }> {
  const api = (await extension()).exports;
  const { serial } = api.diagrams()[0]?.painted ?? { serial: 0 };
  let changed = 0;
  const listener = vscode.workspace.onDidChangeTextDocument(() => {
    changed ||= Date.now();
  });
  const start = Date.now();
  await act();
  const last = await until("the picture is painted", () => {
    const now = api.diagrams()[0]?.painted;
    return now && now.serial > serial ? { value: now } : { seen: now };
  });
  // What is typed next must not come while this is still being drawn.
  await new Promise((resolve) => setTimeout(resolve, 400));
  listener.dispose();
  return { at: Math.round(last.at - start), moved: last.moved, sinceChange: Math.round(last.at - changed) };
}

/** A model of 60 elements: 3 boundaries, 9 devices, 48 processes; and 60 flows, most of them local. */
function sixty(): string {
  const lines = [
    'import "ward:medical"',
    'system Sixty "Sixty elements" { regulation: MDR  class: IIb  environment: hospital }',
    'data Value "Value" : HealthData',
  ];
  const tasks: string[] = [];
  for (let zone = 1; zone <= 3; zone++) {
    lines.push(`boundary Zone${zone} "Zone ${zone}" : MedicalDeviceNetwork {`);
    for (let device = 1; device <= 3; device++) {
      lines.push(`  device Device${zone}${device} "Device ${zone}.${device}" {`);
      const count = device === 3 ? 4 : 6;
      for (let task = 1; task <= count; task++) {
        const name = `Task${tasks.length + 10}`;
        tasks.push(`Zone${zone}.Device${zone}${device}.${name}`);
        lines.push(`    process ${name} "Task ${tasks.length + 9}"`);
      }
      lines.push("  }");
    }
    lines.push("}");
  }
  for (let flow = 0; flow < 60; flow++) {
    const from = flow % tasks.length;
    const to = flow % 5 === 4 ? (from * 7 + 11) % tasks.length : (from + 1) % tasks.length;
    if (from !== to) lines.push(`flow Flow${flow} "Flow ${flow}" ${tasks[from]} -> ${tasks[to]} { carries: Value }`);
  }
  return `${lines.join("\n")}\n`;
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
