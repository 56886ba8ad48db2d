// Questions of panels to the server: a server that is stopping or failing leaves a line in the log, and the panel as it is.
import type { PreviewContext } from "./index.ts";

/** The answer to a request; undefined when there is none. */
export async function asked<Params, Result>(
  { client, output }: Pick<PreviewContext, "client" | "output">,
  name: string,
  params: Params,
): Promise<Result | undefined> {
  try {
    return await client.sendRequest<Result>(name, params);
  } catch (error) {
    output.warn(`${name}: ${(error as Error).message}`);
    return undefined;
  }
}
