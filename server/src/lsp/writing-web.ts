// What writes documents in a browser: the program that Node loads from beside the server is fetched from where the client says it is, and run
// as the module that it is. There are no images to read.
import type { Writing } from "./context.ts";
import type { InitializationOptions } from "./protocol.ts";

type Engine = typeof import("../report/editor.ts");

// The one thing used of the browser; its whole library of types would clash with Node's.
declare const fetch: (address: string) => Promise<{ readonly ok: boolean; readonly status: number; text(): Promise<string> }>;

/** Writes with the program at an address. */
export function webWriting({ documents }: InitializationOptions): Writing {
  let loading: Promise<Engine> | undefined;
  return {
    load: () => {
      loading ??= load(documents).catch((error: Error) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
}

async function load(address: string | undefined): Promise<Engine> {
  if (address === undefined) throw new Error("this client does not say where the program for documents is; the desktop has it");
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the program for documents cannot be fetched (${answer.status})`);
  const module = { exports: {} };
  const require = (name: string): never => {
    throw new Error(`there is no ${name} in a browser`);
  };
  new Function("module", "exports", "require", await answer.text())(module, module.exports, require);
  return module.exports as Engine;
}
