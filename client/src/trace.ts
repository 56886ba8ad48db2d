// Where the conversation with the server is logged. The client library traces only into a channel whose log level is Trace;
// with `ward.trace.server` on, the messages go into Ward's own channel whatever its level is.
import * as vscode from "vscode";

/** The channel for traces: follows the setting while the extension runs. */
export function traceChannel(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const wanted = (): boolean => vscode.workspace.getConfiguration("ward").get<string>("trace.server", "off") !== "off";
  const level = (): vscode.LogLevel => (wanted() ? vscode.LogLevel.Trace : output.logLevel);
  const emitter = new vscode.EventEmitter<vscode.LogLevel>();
  context.subscriptions.push(
    emitter,
    output.onDidChangeLogLevel(() => emitter.fire(level())),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("ward.trace.server")) emitter.fire(level());
    }),
  );
  return Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: emitter.event },
    trace: { value: (message: string, ...rest: unknown[]) => (wanted() ? output.info(message, ...rest) : output.trace(message, ...rest)) },
  });
}
