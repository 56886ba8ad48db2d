// The view of threats: by element, by state or by STRIDE class, all states or only those that call for an act.
import * as vscode from "vscode";
import type { WireModel, WireThreat } from "../../../server/src/lsp/protocol.ts";
import { type ModelStore, openAt } from "./store.ts";

/** How the view groups. */
export type Grouping = "element" | "state" | "stride";

/** A row: a model, a group in it, or a threat instance. */
export type ThreatRow =
  | { readonly row: "model"; readonly model: WireModel }
  | { readonly row: "group"; readonly label: string; readonly threats: readonly WireThreat[] }
  | { readonly row: "threat"; readonly threat: WireThreat };

const calling = new Set(["open", "planned"]);
const order = ["open", "planned", "assumed", "accepted", "transferred", "dismissed", "mitigated"];
const icons: Readonly<Record<string, string>> = {
  open: "error",
  planned: "clock",
  assumed: "home",
  accepted: "check",
  transferred: "arrow-right",
  dismissed: "circle-slash",
  mitigated: "pass",
};

class ThreatTree implements vscode.TreeDataProvider<ThreatRow> {
  private readonly store: ModelStore;
  private readonly emitter = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.emitter.event;
  grouping: Grouping = "element";
  onlyCalling = false;

  constructor(store: ModelStore) {
    this.store = store;
    store.onDidChange(() => this.emitter.fire());
  }

  refresh(): void {
    this.emitter.fire();
  }

  async getChildren(row?: ThreatRow): Promise<ThreatRow[]> {
    if (row === undefined) {
      const models = await this.store.get();
      return models.length === 1 && models[0] ? this.groups(models[0]) : models.map((model) => ({ row: "model", model }));
    }
    if (row.row === "model") return this.groups(row.model);
    return row.row === "group" ? row.threats.map((threat) => ({ row: "threat", threat })) : [];
  }

  getTreeItem(row: ThreatRow): vscode.TreeItem {
    if (row.row === "model") {
      const item = new vscode.TreeItem(row.model.title, vscode.TreeItemCollapsibleState.Expanded);
      item.description = summary(row.model.threats);
      item.iconPath = new vscode.ThemeIcon("package");
      return item;
    }
    if (row.row === "group") {
      const item = new vscode.TreeItem(row.label, vscode.TreeItemCollapsibleState.Collapsed);
      item.id = `${row.threats[0]?.uri ?? ""} ${this.grouping} ${row.label}`;
      item.description = summary(row.threats);
      return item;
    }
    return threatItem(row.threat, this.grouping);
  }

  private groups({ threats }: WireModel): ThreatRow[] {
    const shown = this.onlyCalling ? threats.filter((one) => calling.has(one.state)) : threats;
    const groups = new Map<string, WireThreat[]>();
    for (const threat of shown) {
      for (const label of this.labels(threat)) groups.set(label, [...(groups.get(label) ?? []), threat]);
    }
    const sorted = [...groups].sort(([a], [b]) => (this.grouping === "state" ? order.indexOf(a) - order.indexOf(b) : 0));
    return sorted.map(([label, own]) => ({ row: "group", label, threats: [...own].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) }));
  }

  private labels(threat: WireThreat): readonly string[] {
    if (this.grouping === "state") return [threat.state];
    return this.grouping === "stride" ? threat.stride : [threat.element];
  }
}

function summary(threats: readonly WireThreat[]): string {
  const open = threats.filter((one) => one.state === "open").length;
  return open > 0 ? `${open} open · ${threats.length - open} answered` : `${threats.length} answered`;
}

function threatItem(threat: WireThreat, grouping: Grouping): vscode.TreeItem {
  const item = new vscode.TreeItem(threat.title);
  item.description = grouping === "element" ? threat.state : `${threat.element} · ${threat.state}`;
  item.iconPath = new vscode.ThemeIcon(icons[threat.state] ?? "circle", threat.state === "open" ? new vscode.ThemeColor("list.errorForeground") : undefined);
  item.tooltip = `${threat.id}\n${threat.state}; severity ${threat.severity}, residual risk ${threat.residual}${threat.answers.length > 0 ? `\nanswered by ${threat.answers.join(", ")}` : ""}`;
  item.command = openAt(threat.uri, threat.range);
  item.contextValue = "threat";
  item.accessibilityInformation = { label: `${threat.title}, ${threat.state}, on ${threat.elementTitle}` };
  return item;
}

/** Registers the view and its commands. */
export function registerThreatView(context: vscode.ExtensionContext, store: ModelStore): void {
  const tree = new ThreatTree(store);
  const view = vscode.window.createTreeView("ward.threats", { treeDataProvider: tree, showCollapseAll: true });
  const group = (grouping: Grouping): vscode.Disposable =>
    vscode.commands.registerCommand(`ward.threats.by.${grouping}`, () => {
      tree.grouping = grouping;
      tree.refresh();
    });
  const filter = (only: boolean): void => {
    tree.onlyCalling = only;
    void vscode.commands.executeCommand("setContext", "ward.threats.onlyCalling", only);
    tree.refresh();
  };
  context.subscriptions.push(
    view,
    group("element"),
    group("state"),
    group("stride"),
    vscode.commands.registerCommand("ward.threats.onlyOpen", () => filter(true)),
    vscode.commands.registerCommand("ward.threats.all", () => filter(false)),
  );
}
