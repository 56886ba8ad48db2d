// Requests of document panels and of the command that writes a folder of documents.
import type { CancellationToken, WorkDoneProgressReport } from "vscode-languageserver";
import { LSPErrorCodes, ProgressType, ResponseError } from "vscode-languageserver";
import { nameLocation } from "../../model/types.ts";
import { type Context, offsetIn } from "../context.ts";
import { toLocation } from "../convert.ts";
import { Documents } from "../documents.ts";
import {
  type DocumentKeysParams,
  type DocumentKindsParams,
  type DocumentKindsResult,
  type DocumentParams,
  type DocumentPlaceParams,
  type DocumentResult,
  type DocumentSetParams,
  type DocumentSetResult,
  documentKeysRequest,
  documentKindsRequest,
  documentPlaceRequest,
  documentRequest,
  documentSetRequest,
  type WirePlace,
} from "../protocol.ts";

const progress = new ProgressType<WorkDoneProgressReport>();

/** Registers the requests. */
export function registerDocuments(context: Context): void {
  const { connection } = context;
  const documents = new Documents(context);
  const complain = (name: string, error: unknown): string => {
    connection.console.error(`${name} failed; please report it with the model: ${(error as Error).stack ?? String(error)}`);
    return (error as Error).message;
  };
  connection.onRequest<DocumentKindsResult, void>(documentKindsRequest, (params: DocumentKindsParams) => documents.kinds(params));
  connection.onRequest<DocumentResult, void>(documentRequest, async (params: DocumentParams, token: CancellationToken) => {
    if (token.isCancellationRequested) throw cancelled();
    try {
      return await documents.write(params);
    } catch (error) {
      return { state: "failed", message: complain(documentRequest, error) };
    }
  });
  connection.onRequest<DocumentSetResult, void>(documentSetRequest, async (params: DocumentSetParams, token: CancellationToken) => {
    const { workDoneToken } = params;
    // Between two documents others have their turn: keystrokes, and the wish to stop.
    const before = async (title: string, done: number, all: number): Promise<void> => {
      if (workDoneToken !== undefined) {
        const report: WorkDoneProgressReport = { kind: "report", message: title, percentage: Math.round((100 * done) / all) };
        await connection.sendProgress(progress, workDoneToken, report);
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (token.isCancellationRequested) throw cancelled();
    };
    try {
      return await documents.set(params, before);
    } catch (error) {
      if (token.isCancellationRequested) throw cancelled();
      return { problem: complain(documentSetRequest, error) };
    }
  });
  connection.onRequest(
    documentKeysRequest,
    (params: DocumentKeysParams): Promise<string[]> => documents.keysAt(params, (found) => offsetIn(found, params.position)),
  );
  connection.onRequest(documentPlaceRequest, async (params: DocumentPlaceParams): Promise<WirePlace | null> => {
    const place = await documents.declaration(params, params.key);
    return place ? toLocation(nameLocation(place.entity), place.found.uriOf) : null;
  });
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "the documents are no longer wanted");
}
