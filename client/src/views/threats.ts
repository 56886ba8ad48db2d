// The view of threats: by element, by state or by STRIDE class, all of them or those that call for an act or have a text.
import * as vscode from "vscode";
import type { WireThreat } from "../../../server/src/lsp/protocol.ts";
import { type ModelStore, openAt } from "./store.ts";
import { type Grouping, rowsBelow, type Shown, summary, type ThreatRow, titleOf, topRows } from "./threat-rows.ts";

/** What commands may do with the view. */
export interface ThreatView {
  /** Shows the view, at the group of an element where one is given. */
  readonly reveal: (element?: string) => Promise<void>;
}

const view = "ward.threats";
const icons: Readonly<Record<string, readonly [icon: string, color?: string]>> = {
  open: ["error", "list.errorForeground"],
  planned: ["clock", "list.warningForeground"],
  assumed: ["home"],
  accepted: ["check"],
  transferred: ["arrow-right"],
  dismissed: ["circle-slash"],
  mitigated: ["pass", "testing.iconPassed"],
};
const groupIcons: Readonly<Record<Grouping, string>> = { element: "symbol-class", state: "checklist", stride: "shield" };
const elementIcons: Readonly<Record<string, string>> = {
  system: "package",
  boundary: "layers",
  device: "chip",
  process: "gear",
  store: "database",
  interface: "plug",
  flow: "arrow-swap",
  data: "file-binary",
  component: "library",
};

class ThreatTree implements vscode.TreeDataProvider<ThreatRow> {
  private readonly store: ModelStore;
  private readonly emitter = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.emitter.event;
  shown: Shown = { grouping: "element", onlyCalling: false, text: "" };

  constructor(store: ModelStore) {
    this.store = store;
    store.onDidChange(() => this.emitter.fire());
  }

  show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    this.emitter.fire();
  }

  async getChildren(row?: ThreatRow): Promise<ThreatRow[]> {
    return row ? rowsBelow(row, this.shown) : topRows(await this.store.get(), this.shown);
  }

  getParent(row: ThreatRow): ThreatRow | undefined {
    return row.row === "model" ? undefined : row.parent;
  }

  getTreeItem(row: ThreatRow): vscode.TreeItem {
    const item = row.row === "threat" ? threatItem(row.threat, this.shown.grouping) : this.folder(row);
    item.id = row.key;
    return item;
  }

  private titleOf(row: Exclude<ThreatRow, { row: "threat" }>): string {
    if (row.row === "model") return row.model.title;
    return this.shown.grouping === "element" ? row.label : titleOf(row.label);
  }

  private iconOf({ label, threats }: Extract<ThreatRow, { row: "group" }>): string {
    const { grouping } = this.shown;
    if (grouping === "state") return icons[label]?.[0] ?? groupIcons.state;
    return (grouping === "element" ? elementIcons[threats[0]?.keyword ?? ""] : undefined) ?? groupIcons[grouping];
  }

  private folder(row: Exclude<ThreatRow, { row: "threat" }>): vscode.TreeItem {
    const model = row.row === "model";
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    // What is filtered is looked for, so it is shown at once.
    const open = model || this.shown.text !== "";
    const item = new vscode.TreeItem(this.titleOf(row), open ? Expanded : Collapsed);
    item.description = summary(row.threats);
    item.iconPath = new vscode.ThemeIcon(model ? "package" : this.iconOf(row));
    item.contextValue = row.row;
    return item;
  }
}

function threatItem(threat: WireThreat, grouping: Grouping): vscode.TreeItem {
  const item = new vscode.TreeItem(threat.title);
  const [icon, color] = icons[threat.state] ?? ["circle"];
  item.description = grouping === "element" ? threat.state : grouping === "state" ? threat.element : `${threat.element} · ${threat.state}`;
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.tooltip = [
    threat.title,
    threat.id,
    `${threat.state}; severity ${threat.severity}, residual risk ${threat.residual}`,
    ...(threat.answers.length > 0 ? [`answered by ${threat.answers.join(", ")}`] : []),
  ].join("\n");
  item.command = openAt(threat.uri, threat.range);
  item.contextValue = "threat";
  item.accessibilityInformation = { label: `${threat.title}, ${threat.state}, severity ${threat.severity}, on ${threat.elementTitle}` };
  return item;
}

/** Registers the view and its commands. */
export function registerThreatView(context: vscode.ExtensionContext, store: ModelStore): ThreatView {
  const provider = new ThreatTree(store);
  const tree = vscode.window.createTreeView(view, { treeDataProvider: provider, showCollapseAll: true });
  const describe = async (): Promise<void> => {
    const { grouping, text } = provider.shown;
    const models = await store.get();
    const open = models.flatMap((model) => model.threats).filter((one) => one.state === "open").length;
    tree.description = `by ${grouping === "stride" ? "STRIDE" : grouping}`;
    tree.badge = open > 0 ? { value: open, tooltip: `${open} open ${open === 1 ? "threat" : "threats"}` } : undefined;
    const empty = models.length > 0 && (await provider.getChildren()).length === 0;
    const message =
      text !== "" ? `Only threats with “${text}”${empty ? ": there are none" : ""}` : empty ? "No threat calls for an act." : "";
    tree.message = message;
  };
  const show = (change: Partial<Shown>): void => {
    provider.show(change);
    const { onlyCalling, text } = provider.shown;
    void vscode.commands.executeCommand("setContext", "ward.threats.onlyCalling", onlyCalling);
    void vscode.commands.executeCommand("setContext", "ward.threats.filtered", text !== "");
    void describe();
  };
  const filter = async (given?: string): Promise<void> => {
    const { text } = provider.shown;
    const wanted = given ?? (await vscode.window.showInputBox({ prompt: "Show only threats with this text", value: text }));
    if (wanted !== undefined) show({ text: wanted });
  };
  context.subscriptions.push(
    tree,
    store.onDidChange(() => void describe()),
    vscode.commands.registerCommand("ward.threats.by.element", () => show({ grouping: "element" })),
    vscode.commands.registerCommand("ward.threats.by.state", () => show({ grouping: "state" })),
    vscode.commands.registerCommand("ward.threats.by.stride", () => show({ grouping: "stride" })),
    vscode.commands.registerCommand("ward.threats.onlyOpen", () => show({ onlyCalling: true })),
    vscode.commands.registerCommand("ward.threats.all", () => show({ onlyCalling: false })),
    vscode.commands.registerCommand("ward.threats.filter", filter),
    vscode.commands.registerCommand("ward.threats.clearFilter", () => show({ text: "" })),
  );
  void describe();
  return {
    reveal: async (element) => {
      if (element === undefined) return void (await vscode.commands.executeCommand(`${view}.focus`));
      if (provider.shown.grouping !== "element" || provider.shown.text !== "") show({ grouping: "element", text: "" });
      const tops = await provider.getChildren();
      const groups = tops.flatMap((row) => (row.row === "model" ? rowsBelow(row, provider.shown) : [row]));
      const found = groups.find((row) => row.row === "group" && row.label === element);
      if (found) await tree.reveal(found, { expand: true, focus: true, select: true });
      else await vscode.commands.executeCommand(`${view}.focus`);
    },
  };
}
