// The list of handler groups: a new feature of the protocol is one file and one line here.
import type { Context } from "../context.ts";
import { registerPull } from "../diagnostics.ts";
import { registerActions } from "./actions.ts";
import { registerCompletion } from "./completion.ts";
import { registerDiagram } from "./diagram.ts";
import { registerDocuments } from "./documents.ts";
import { registerFlows } from "./flows.ts";
import { registerFormatting } from "./formatting.ts";
import { registerHints } from "./hints.ts";
import { registerNavigation } from "./navigation.ts";
import { registerRename } from "./rename.ts";
import { registerStructure } from "./structure.ts";
import { registerTokens } from "./tokens.ts";
import { registerViews } from "./views.ts";

const groups = [
  registerPull,
  registerCompletion,
  registerNavigation,
  registerRename,
  registerStructure,
  registerTokens,
  registerHints,
  registerFlows,
  registerFormatting,
  registerActions,
  registerDiagram,
  registerDocuments,
  registerViews,
];

/** Registers every handler on the connection. */
export function registerHandlers(context: Context): void {
  for (const register of groups) register(context);
}
