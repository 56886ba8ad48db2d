// The model that the protocol's tests ask about, in two files, and how a place in a text is named.
import type { Position, Range, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";

/** The file that `pump` imports. */
export const hospital = `boundary Clinical "Clinical network" : Network {
  managed-by: operator
  external Ehr "Health record"
}
`;

/** The model. */
export const pump = `import "ward:medical"
import "./hospital.ward"

system Pump "Pump system" { regulation: MDR  environment: hospital }
harm Overdose "Overdose" { severity: catastrophic }
data Order "Order" : TherapyCommand {
  classification: health
  integrity: critical
  harms: Overdose
}
device Infuser "Infuser" : MedicalDevice {
  within: Clinical
  process Firmware : EmbeddedSoftware
  interface Lan : Ethernet { port: 443/tcp  direction: inbound }
}
flow SendOrder "Send order" Ehr -> Infuser.Firmware {
  via: Infuser.Lan
  carries: Order
  protocol: HTTP
  commands: yes
}
control Seal "Seal" : TamperEvidence {
  protects: Infuser
  status: planned
}
accept UnauthenticatedCommands on SendOrder {
  reason: "Known"
}
`;

/** A text as an editor counts it: UTF-16 units, lines by any line ending. */
export function documentOf(text: string): TextDocument {
  return TextDocument.create("file:///x.ward", "ward", 1, text);
}

/** The position of `|` in a piece of a text that stands there once; before the piece without it. */
export function positionOf(text: string, piece: string): Position {
  const plain = piece.replace("|", "");
  const at = text.indexOf(plain);
  if (at < 0 || text.indexOf(plain, at + 1) >= 0) throw new Error(`"${plain}" does not stand there once`);
  return documentOf(text).positionAt(at + Math.max(0, piece.indexOf("|")));
}

/** The text that a range takes in. */
export function textAt(text: string, range: Range): string {
  return documentOf(text).getText(range);
}

/** A text after edits. */
export function edited(text: string, edits: readonly TextEdit[] | null): string {
  return TextDocument.applyEdits(documentOf(text), [...(edits ?? [])]);
}
