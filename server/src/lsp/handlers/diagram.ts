// Requests of diagram panels: pictures, the way between text and picture, files to export, pictures of Markdown blocks.
import type { CancellationToken } from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { nameLocation } from "../../model/types.ts";
import { offsetAt } from "../../source/lines.ts";
import { type Context, opened } from "../context.ts";
import { toLocation } from "../convert.ts";
import { Diagrams, elementOf, elementsAt, modelOf } from "../diagrams.ts";
import { exportDiagram, textDiagram } from "../exports.ts";
import {
  type DiagramElementsParams,
  type DiagramExportParams,
  type DiagramExportResult,
  type DiagramOfTextParams,
  type DiagramOfTextResult,
  type DiagramParams,
  type DiagramPlaceParams,
  type DiagramResult,
  diagramElementsRequest,
  diagramExportRequest,
  diagramOfTextRequest,
  diagramPlaceRequest,
  diagramRequest,
  type WirePlace,
} from "../protocol.ts";

/** Registers the requests. */
export function registerDiagram(context: Context): void {
  const { connection } = context;
  const diagrams = new Diagrams(context);
  connection.onRequest<DiagramResult, void>(
    diagramRequest,
    async (params: DiagramParams, token: CancellationToken): Promise<DiagramResult> => {
      const abort = new AbortController();
      const listener = token.onCancellationRequested(() => abort.abort());
      try {
        return await diagrams.draw(params, abort.signal);
      } catch (error) {
        if (abort.signal.aborted) throw new ResponseError(LSPErrorCodes.RequestCancelled, "the picture is no longer wanted");
        connection.console.error(`${diagramRequest} failed; please report it with the model: ${(error as Error).stack ?? String(error)}`);
        return { state: "failed", reason: "error", message: (error as Error).message };
      } finally {
        listener.dispose();
      }
    },
  );
  connection.onRequest(diagramElementsRequest, ({ uri, model: name, position }: DiagramElementsParams): string[] => {
    const found = opened(context, uri);
    const model = modelOf(context, uri, name);
    return found && model ? elementsAt(model, found.snapshot.file.path, offsetAt(found.snapshot.file.tree.text, position)) : [];
  });
  connection.onRequest(diagramPlaceRequest, ({ uri, model: name, id }: DiagramPlaceParams): WirePlace | null => {
    const found = opened(context, uri);
    const model = modelOf(context, uri, name);
    const element = model && elementOf(model, id);
    return found && element ? toLocation(nameLocation(element), found.uriOf) : null;
  });
  connection.onRequest<DiagramExportResult, void>(diagramExportRequest, async (params: DiagramExportParams) => {
    const model = modelOf(context, params.uri, params.model);
    if (model === undefined) return { problem: "the document belongs to no model" };
    return await exportDiagram(model, params, context.drawing).catch(({ message }: Error) => ({ problem: message }));
  });
  connection.onRequest<DiagramOfTextResult, void>(
    diagramOfTextRequest,
    async (params: DiagramOfTextParams) =>
      await textDiagram(params, context.today(), context.drawing).catch(({ message }: Error) => ({
        problem: `This block cannot be drawn: ${message}.`,
      })),
  );
}
