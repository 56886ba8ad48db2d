// The server dies, and comes back by itself.
import assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { until } from "./wait.ts";
import { codeOf, extension, findings, open, restore } from "./workspace.ts";

/** Defines the cases. */
export function crashCases(): void {
  describe("the server", () => {
    after(restore);

    const running = async (other?: number): Promise<number> => {
      const { exports: api } = await extension();
      return await until("a server runs", () => {
        const found = api.serverProcess();
        return found !== undefined && found !== other ? { value: found } : { seen: found };
      });
    };

    const answers = async (): Promise<void> => {
      const { document } = await open("pump.ward");
      await until("the server answers", async () => {
        const symbols = await vscode.commands.executeCommand<unknown[]>("vscode.executeDocumentSymbolProvider", document.uri);
        return symbols?.length > 0 ? { value: true } : { seen: symbols };
      });
      await findings("pump.ward", "has findings", (all) => all.some((one) => codeOf(one) === "uncovered-threat"));
    };

    it("comes back after it was killed", async () => {
      await answers();
      const first = await running();
      process.kill(first, "SIGKILL");
      assert.notEqual(await running(first), first);
      await answers();
    });

    it("starts anew on command", async () => {
      const first = await running();
      await vscode.commands.executeCommand("ward.restartServer");
      assert.notEqual(await running(first), first);
      await answers();
    });
  });
}
