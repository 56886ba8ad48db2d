// What writes documents in Node: a program beside the server, and the files of the machine.
import { readInside } from "../host/inside.ts";
import type { Writing } from "./context.ts";

const engine = () => import("../report/editor.ts");

/** Writes, whatever the client says. */
export const writing = (): Writing => ({ load: engine, image: readInside });
