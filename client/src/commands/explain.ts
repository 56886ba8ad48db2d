// "Explain": why a threat or requirement stands as it does, as a Markdown preview.
import * as vscode from "vscode";
import { explanationUri } from "../explanation.ts";
import type { RequirementRow } from "../views/requirements.ts";
import type { ThreatRow } from "../views/threat-rows.ts";
import type { CommandContext } from "./index.ts";

/** Explains the instance of an id or of a view's row, or asks which. */
export async function explain({ store }: CommandContext, target?: ThreatRow | RequirementRow | string): Promise<void> {
  const id = idOf(target) ?? (await choose(store));
  if (id !== undefined) await vscode.commands.executeCommand("markdown.showPreview", explanationUri(id));
}

function idOf(target: ThreatRow | RequirementRow | string | undefined): string | undefined {
  if (typeof target === "string") return target;
  if (target?.row === "threat") return target.threat.id;
  return target?.row === "requirement" ? target.requirement.id : undefined;
}

async function choose(store: CommandContext["store"]): Promise<string | undefined> {
  const models = await store.get();
  const items = models.flatMap((model) => [
    ...model.threats.map((one) => ({ label: one.title, description: `${one.element} · ${one.state}`, detail: one.id, id: one.id })),
    ...model.requirements.map((one) => ({ label: one.title, description: `${one.place} · ${one.state}`, detail: one.id, id: one.id })),
  ]);
  // What stands open is what one asks about; the rest follows in the order of the model.
  items.sort((a, b) => Number(b.description.endsWith("open")) - Number(a.description.endsWith("open")));
  const options = { placeHolder: "Threat or requirement to explain", matchOnDescription: true, matchOnDetail: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  return chosen?.id;
}
