// The view of requirements on the operating environment: where each is asked for, and what states it.
import * as vscode from "vscode";
import type { WireModel, WireRequirement } from "../../../server/src/lsp/protocol.ts";
import { type ModelStore, openAt } from "./store.ts";
import { titleOf } from "./threat-rows.ts";

/** A row: a model, a group of requirements in it, or a requirement at a place. */
export type RequirementRow =
  | { readonly row: "model"; readonly key: string; readonly model: WireModel }
  | { readonly row: "group"; readonly key: string; readonly label: string; readonly requirements: readonly WireRequirement[] }
  | { readonly row: "requirement"; readonly key: string; readonly requirement: WireRequirement };

const icons: Readonly<Record<string, readonly [icon: string, color?: string]>> = {
  missing: ["error", "list.errorForeground"],
  unpublished: ["warning", "list.warningForeground"],
  stated: ["pass", "testing.iconPassed"],
};
const states = Object.keys(icons);

class RequirementTree implements vscode.TreeDataProvider<RequirementRow> {
  private readonly store: ModelStore;
  private readonly emitter = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.emitter.event;

  constructor(store: ModelStore) {
    this.store = store;
    store.onDidChange(() => this.emitter.fire());
  }

  async getChildren(row?: RequirementRow): Promise<RequirementRow[]> {
    if (row === undefined) {
      const models = (await this.store.get()).filter((model) => model.requirements.length > 0);
      return models.length === 1 && models[0]
        ? groups(models[0], "")
        : models.map((model, index) => ({ row: "model", key: `${index} ${model.name}`, model }));
    }
    if (row.row === "model") return groups(row.model, row.key);
    if (row.row === "requirement") return [];
    return row.requirements.map((requirement) => ({ row: "requirement", key: `${row.key} ${requirement.id}`, requirement }));
  }

  getTreeItem(row: RequirementRow): vscode.TreeItem {
    const item = row.row === "requirement" ? requirementItem(row.requirement) : folder(row);
    item.id = row.key;
    return item;
  }
}

function folder(row: Exclude<RequirementRow, { row: "requirement" }>): vscode.TreeItem {
  const model = row.row === "model";
  const requirements = model ? row.model.requirements : row.requirements;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  // What is missing is what one looks for here.
  const open = model || requirements.some((one) => one.state !== "stated");
  const item = new vscode.TreeItem(model ? row.model.title : row.label, open ? Expanded : Collapsed);
  item.description = summary(requirements);
  item.iconPath = new vscode.ThemeIcon(model ? "package" : "organization");
  return item;
}

function requirementItem(requirement: WireRequirement): vscode.TreeItem {
  const item = new vscode.TreeItem(requirement.title);
  const [icon, color] = icons[requirement.state] ?? ["circle"];
  item.description = `${requirement.place} · ${requirement.state}`;
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  const names = requirement.assumptions.map((one) => one.name).join(", ");
  item.tooltip = [
    requirement.title,
    requirement.id,
    `${requirement.force}; ${requirement.state}${names === "" ? "" : `, assumption ${names}`}`,
  ].join("\n");
  const target = requirement.assumptions[0] ?? requirement;
  item.command = openAt(target.uri, target.range);
  item.contextValue = "requirement";
  item.accessibilityInformation = { label: `${requirement.title}, ${requirement.state}, at ${requirement.place}` };
  return item;
}

function groups({ requirements }: WireModel, prefix: string): RequirementRow[] {
  const found = new Map<string, WireRequirement[]>();
  for (const one of requirements) found.set(one.group, [...(found.get(one.group) ?? []), one]);
  return [...found].map(([label, own]) => ({
    row: "group",
    key: `${prefix} ${label}`,
    label: titleOf(label || "other"),
    requirements: own.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state)),
  }));
}

function summary(requirements: readonly WireRequirement[]): string {
  return states
    .map((state) => ({ state, count: requirements.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`)
    .join(" · ");
}

/** Registers the view. */
export function registerRequirementView(context: vscode.ExtensionContext, store: ModelStore): void {
  const treeDataProvider = new RequirementTree(store);
  context.subscriptions.push(vscode.window.createTreeView("ward.requirements", { treeDataProvider, showCollapseAll: true }));
}
