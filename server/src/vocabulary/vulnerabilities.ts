// Declarations of a model about weaknesses that became known: vulnerabilities of components and of the manufacturer's own parts.
import { type DeclarationSpec, date, identifierOrText, refs, text, words } from "./types.ts";
import * as w from "./words.ts";

/** Vulnerabilities, with what the manufacturer says of them (VEX). */
export const vulnerabilityDeclarations: readonly DeclarationSpec[] = [
  {
    keyword: "vulnerability",
    title: "Vulnerability",
    area: "model",
    doc: "A known vulnerability of a component or of an own part, and whether it can be exploited in this product (VEX).",
    name: "own",
    within: ["file"],
    header: { form: "none" },
    properties: [
      identifierOrText("id", "Its identifiers: a CVE, or in quotes that of another list or of your own.", { list: true }),
      refs("component")("component", "The components that it is in.", { list: true, required: true, unless: "on" }),
      refs(
        "device",
        "process",
        "store",
        "interface",
        "flow",
        "external",
      )("on", "The elements that it is in, when not everywhere that its components are part of.", { list: true }),
      text("versions", "The versions that it is in, e.g. `< 3.5.2`."),
      text("cvss", "Vectors of CVSS v3.1 or v4.0.", { list: true }),
      words(w.vulnerabilityStatus)("status", "Whether it can be exploited in this product.", { default: "not-assessed" }),
      words(w.vulnerabilityJustification)("justification", "Why the product is not affected."),
      text("statement", "What was found out: why it does or does not matter in this product."),
      words(w.vulnerabilityResponse)("response", "What the manufacturer does about it.", { list: true }),
      text("action", "What users or the manufacturer have to do, and until when."),
      refs("control")("handled-by", "Controls that hold it off until it is fixed.", { list: true }),
      date("found", "When it became known."),
      date("assessed", "When it was assessed last."),
      refs("threat")("exploits", "Threats that it makes real where it is: they become easy.", { list: true }),
      refs("control")("defeats", "Controls that it breaks: they answer nothing while the product is affected.", { list: true }),
    ],
    example:
      'vulnerability TlsOverread "Buffer overread in the TLS library" {\n  id: CVE-2024-5535\n  component: OpenSsl\n  cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H"\n  status: not-affected\n  justification: code-not-reachable\n  assessed: 2026-07-03\n}',
  },
];
