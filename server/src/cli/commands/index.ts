// The one table of commands.
import type { Command } from "../command.ts";
import { catalogue } from "./catalogue.ts";
import { check } from "./check.ts";
import { diagram } from "./diagram.ts";
import { explain } from "./explain.ts";
import { fmt } from "./fmt.ts";
import { importCommand } from "./import.ts";
import { init } from "./init.ts";
import { lsp } from "./lsp.ts";
import { report } from "./report.ts";

/** Every command, in the order in which people need them. */
export const commands: readonly Command[] = [init, check, explain, diagram, report, importCommand, fmt, catalogue, lsp];
