// Findings to the editor: pulled by clients that can, pushed to all others. Changes are gathered, so that a burst of
// keystrokes costs one analysis.

import type * as lsp from "vscode-languageserver";
import {
  CodeLensRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  SemanticTokensRefreshRequest,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { DiagnosticCode } from "../diagnostics/table.ts";
import { fileDiagnostics } from "../ide/diagnostics.ts";
import { families } from "../ide/fixes/index.ts";
import { type Snapshot, snapshotOf } from "../ide/snapshot.ts";
import { hashOf } from "../source/hash.ts";
import { type Context, guard, opened } from "./context.ts";
import { toDiagnostic, type UriOf } from "./convert.ts";
import { type ChangedParams, changedNotification } from "./protocol.ts";
import { uriOf } from "./uris.ts";
import { allChecked, fileUri } from "./workspaces.ts";

/** Sends findings, or tells the client to ask for them. */
export class Publisher {
  private readonly context: Context;
  private readonly openUris: () => string[];
  private readonly sent = new Map<string, string>();
  private readonly settings = new Map<string, string>();
  private pending = false;
  private refresh = false;

  constructor(context: Context, openUris: () => string[]) {
    this.context = context;
    this.openUris = openUris;
  }

  /**
   * Something changed: publishes once all changes that wait are taken in. Clients that pull ask by themselves after
   * typing; only after other changes are they told to.
   */
  changed(by: "typing" | "workspace"): void {
    this.refresh ||= by === "workspace";
    if (this.pending) return;
    this.pending = true;
    setTimeout(() => {
      this.pending = false;
      const refresh = this.refresh;
      this.refresh = false;
      this.publish(refresh);
    }, 0);
  }

  /** A document was closed; it stays in the workspace when it is a file there. */
  closed(uri: string): void {
    if (!this.context.abilities().pullDiagnostics) this.sent.delete(uri);
  }

  private publish(refresh: boolean): void {
    const { connection } = this.context;
    const abilities = this.context.abilities();
    try {
      if (!abilities.pullDiagnostics) this.push();
      if (refresh) {
        if (abilities.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(() => {});
        if (abilities.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
        if (abilities.refreshTokens) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(() => {});
        if (abilities.refreshHints) connection.languages.inlayHint.refresh().catch(() => {});
      }
      connection.sendNotification(changedNotification, this.counts()).catch(() => {});
      this.pushSettings();
    } catch (error) {
      connection.console.error(`publishing findings failed: ${(error as Error).stack ?? String(error)}`);
    }
  }

  // Clients pull the findings of documents that they know as Ward's, and `ward.json` is none: what is wrong with it is always pushed.
  private pushSettings(): void {
    const found = new Map<string, readonly string[]>();
    for (const { workspace, uri } of this.context.workspaces.all())
      found.set(uriOf("ward.json", workspace.root, uri), workspace.settingProblems);
    const start = { line: 0, character: 0 };
    for (const uri of new Set([...found.keys(), ...this.settings.keys()])) {
      const problems = found.get(uri) ?? [];
      if (problems.join("\n") === (this.settings.get(uri) ?? "")) continue;
      this.settings.set(uri, problems.join("\n"));
      const diagnostics = problems.map(
        (message): lsp.Diagnostic => ({ range: { start, end: start }, severity: 2, source: "ward", message }),
      );
      this.context.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
    }
  }

  private push(): void {
    const seen = new Set<string>();
    for (const { room, checked } of allChecked(this.context.workspaces)) {
      for (const file of checked.files) {
        const uri = fileUri(room, file);
        if (!this.context.workspaces.speaksFor(room, uri)) continue;
        seen.add(uri);
        const snapshot = snapshotOf(checked, file.path);
        const diagnostics = snapshot ? draw(this.context, snapshot, (target) => fileUri(room, target)) : [];
        this.send(uri, diagnostics);
      }
    }
    for (const uri of [...this.sent.keys()]) {
      if (seen.has(uri) || this.openUris().includes(uri)) continue;
      this.send(uri, []);
      this.sent.delete(uri);
    }
  }

  private send(uri: string, diagnostics: lsp.Diagnostic[]): void {
    const digest = JSON.stringify(diagnostics);
    if (this.sent.get(uri) === digest || (!this.sent.has(uri) && diagnostics.length === 0 && !this.openUris().includes(uri))) return;
    this.sent.set(uri, digest);
    this.context.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  }

  private counts(): ChangedParams {
    const counts = { open: 0, missing: 0, errors: 0, warnings: 0, models: 0 };
    for (const { checked } of allChecked(this.context.workspaces)) {
      for (const { analysis } of checked.models) {
        counts.models++;
        counts.open += analysis.threats.filter((one) => one.state === "open").length;
        counts.missing += analysis.requirements.filter((one) => one.state === "missing").length;
      }
      counts.errors += checked.diagnostics.filter((one) => one.severity === "error").length;
      counts.warnings += checked.diagnostics.filter((one) => one.severity === "warning").length;
    }
    return counts;
  }
}

/** Answers clients that pull. Unchanged results are answered as such, by a digest. */
export function registerPull(context: Context): void {
  const { connection } = context;
  // A client may have forgotten what it was told of a file, and still show it. So a file that had findings and is gone is named for
  // as long as the server runs.
  const told = new Set<string>();
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guard(context, "textDocument/diagnostic", nothing, ({ textDocument, previousResultId }): DocumentDiagnosticReport => {
      const found = opened(context, textDocument.uri);
      const items = found ? draw(context, found.snapshot, found.uriOf) : [];
      const resultId = hashOf(JSON.stringify(items));
      if (items.length > 0) told.add(textDocument.uri);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );
  const reportAll = guard(
    context,
    "workspace/diagnostic",
    { items: [] } as WorkspaceDiagnosticReport,
    ({ previousResultIds }: lsp.WorkspaceDiagnosticParams): WorkspaceDiagnosticReport => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const seen = new Set<string>();
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for (const { room, checked } of allChecked(context.workspaces)) {
        for (const file of checked.files) {
          const snapshot = snapshotOf(checked, file.path);
          const uri = fileUri(room, file);
          if (!context.workspaces.speaksFor(room, uri)) continue;
          const found = snapshot ? draw(context, snapshot, (target) => fileUri(room, target)) : [];
          const resultId = hashOf(JSON.stringify(found));
          if (found.length > 0) told.add(uri);
          seen.add(uri);
          if (known.get(uri) === resultId) items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
          else items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: found });
        }
      }
      for (const uri of new Set([...known.keys(), ...told])) {
        if (!seen.has(uri)) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
      }
      return { items };
    },
  );
  connection.languages.diagnostics.onWorkspace(async (params, token) => {
    // Before the folders have been read there is nothing to tell, which would be taken as that all is well.
    await context.loaded;
    return reportAll(params, token);
  });
}

// Where the editor offers a finding's way out as a fix, its message need not tell it as well.
function draw(context: Context, snapshot: Snapshot, uriOf: UriOf): lsp.Diagnostic[] {
  const { fixes } = context.abilities();
  return fileDiagnostics(snapshot).map((one) => {
    const shown = fixes && families[one.code as DiagnosticCode] ? { ...one, help: undefined } : one;
    return toDiagnostic(shown, uriOf, context.documentation);
  });
}
