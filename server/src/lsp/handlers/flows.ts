// The call hierarchy, over flows: who talks to whom.
import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from "vscode-languageserver";
import { incomingFlows, outgoingFlows, prepareFlows } from "../../ide/flows.ts";
import type { FlowParty } from "../../ide/types.ts";
import { type Context, guard, type Opened, offsetIn, opened } from "../context.ts";
import { symbolKind, toRange } from "../convert.ts";

/** Registers the call hierarchy. */
export function registerFlows(context: Context): void {
  const requests = context.connection.languages.callHierarchy;
  requests.onPrepare(
    guard(
      context,
      "textDocument/prepareCallHierarchy",
      null as CallHierarchyItem[] | null,
      ({ textDocument, position }): CallHierarchyItem[] | null => {
        const found = opened(context, textDocument.uri);
        const parties = found ? prepareFlows(found.snapshot, offsetIn(found, position)) : [];
        return found && parties.length > 0 ? parties.map((party) => toItem(party, found)) : null;
      },
    ),
  );
  requests.onIncomingCalls(
    guard(context, "callHierarchy/incomingCalls", [] as CallHierarchyIncomingCall[], ({ item }): CallHierarchyIncomingCall[] => {
      const found = opened(context, item.uri);
      if (found === undefined) return [];
      return incomingFlows(found.snapshot, String(item.data)).map(({ party, flows }) => ({
        from: toItem(party, found),
        fromRanges: flows.filter((flow) => flow.file.path === party.file.path).map((flow) => toRange(flow.file, flow.range)),
      }));
    }),
  );
  requests.onOutgoingCalls(
    guard(context, "callHierarchy/outgoingCalls", [] as CallHierarchyOutgoingCall[], ({ item }): CallHierarchyOutgoingCall[] => {
      const found = opened(context, item.uri);
      if (found === undefined) return [];
      return outgoingFlows(found.snapshot, String(item.data)).map(({ party, flows }) => ({
        to: toItem(party, found),
        fromRanges: flows.filter((flow) => flow.file.path === found.snapshot.file.path).map((flow) => toRange(flow.file, flow.range)),
      }));
    }),
  );
}

function toItem(party: FlowParty, { uriOf }: Opened): CallHierarchyItem {
  return {
    name: party.title,
    kind: symbolKind(party.keyword),
    detail: party.id,
    uri: uriOf(party.file),
    range: toRange(party.file, party.full),
    selectionRange: toRange(party.file, party.range),
    data: party.id,
  };
}
