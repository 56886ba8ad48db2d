// The view of requirements on the operating environment: where each is asked for, and what states it.
import * as vscode from "vscode";
import type { WireModel, WireRequirement } from "../../../server/src/lsp/protocol.ts";
import { type ModelStore, openAt } from "./store.ts";

type Row =
  | { readonly row: "model"; readonly model: WireModel }
  | { readonly row: "group"; readonly label: string; readonly requirements: readonly WireRequirement[] }
  | { readonly row: "requirement"; readonly requirement: WireRequirement };

const icons: Readonly<Record<string, string>> = { missing: "error", unpublished: "warning", stated: "pass" };

class RequirementTree implements vscode.TreeDataProvider<Row> {
  private readonly store: ModelStore;
  private readonly emitter = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.emitter.event;

  constructor(store: ModelStore) {
    this.store = store;
    store.onDidChange(() => this.emitter.fire());
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row === undefined) {
      const models = (await this.store.get()).filter((model) => model.requirements.length > 0);
      return models.length === 1 && models[0] ? groups(models[0]) : models.map((model) => ({ row: "model", model }));
    }
    if (row.row === "model") return groups(row.model);
    return row.row === "group" ? row.requirements.map((requirement) => ({ row: "requirement", requirement })) : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    if (row.row === "model") {
      const item = new vscode.TreeItem(row.model.title, vscode.TreeItemCollapsibleState.Expanded);
      item.description = summary(row.model.requirements);
      item.iconPath = new vscode.ThemeIcon("package");
      return item;
    }
    if (row.row === "group") {
      const item = new vscode.TreeItem(row.label, vscode.TreeItemCollapsibleState.Expanded);
      item.description = summary(row.requirements);
      return item;
    }
    const { requirement } = row;
    const item = new vscode.TreeItem(requirement.title);
    item.description = `${requirement.place} · ${requirement.state}`;
    item.iconPath = new vscode.ThemeIcon(icons[requirement.state] ?? "circle");
    item.tooltip = `${requirement.id}\n${requirement.force}; ${requirement.state}${requirement.assumptions.length > 0 ? ` by ${requirement.assumptions.map((one) => one.name).join(", ")}` : ""}`;
    const target = requirement.assumptions[0] ?? requirement;
    item.command = openAt(target.uri, target.range);
    item.contextValue = "requirement";
    return item;
  }
}

function groups({ requirements }: WireModel): Row[] {
  const found = new Map<string, WireRequirement[]>();
  for (const one of requirements) found.set(one.group, [...(found.get(one.group) ?? []), one]);
  return [...found].map(([label, own]) => ({ row: "group", label: label || "other", requirements: own }));
}

function summary(requirements: readonly WireRequirement[]): string {
  const missing = requirements.filter((one) => one.state === "missing").length;
  const unpublished = requirements.filter((one) => one.state === "unpublished").length;
  const parts = [missing > 0 ? `${missing} missing` : "", unpublished > 0 ? `${unpublished} unpublished` : "", `${requirements.length - missing - unpublished} stated`];
  return parts.filter((part) => part !== "").join(" · ");
}

/** Registers the view. */
export function registerRequirementView(context: vscode.ExtensionContext, store: ModelStore): void {
  context.subscriptions.push(vscode.window.createTreeView("ward.requirements", { treeDataProvider: new RequirementTree(store), showCollapseAll: true }));
}
