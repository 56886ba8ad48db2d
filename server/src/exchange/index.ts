// The door of the room: what other tools wrote, as declarations of Ward.
export { largestFile, readAdvisories } from "./advisories/read.ts";
export type { Advisory } from "./advisories/types.ts";
export { importAdvisories } from "./advisories/write.ts";
