// Commands about the language server itself.
import type { CommandContext } from "./index.ts";

/** Stops the server, if it runs, and starts it anew. */
export async function restartServer({ client, output }: CommandContext): Promise<void> {
  output.info("Restarting the language server");
  if (client.isRunning()) await client.stop();
  await client.start();
}

/** Shows what the server logged. */
export function showLog({ output }: CommandContext): void {
  output.show();
}
