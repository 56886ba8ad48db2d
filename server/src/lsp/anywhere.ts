// The server as one program for Node and for a browser's worker: takes the door of the place where it runs. One file, so that the
// extension carries once what both have in common.
if (typeof process === "object" && typeof process.versions?.node === "string") void import("./main.ts");
else void import("./browser.ts");
