// Titles of the practices of the secure lifecycle.
import type { Text } from "../types.ts";

/** By the name of the practice in the catalogue. */
export const practiceTexts: Readonly<Record<string, Text>> = {
  SecurityManagement: { en: "Security management", de: "Sicherheitsmanagement" },
  SecurityRequirements: { en: "Specification of security requirements", de: "Spezifikation der Sicherheitsanforderungen" },
  SecureByDesign: { en: "Secure by design", de: "Sicherheit durch Entwurf" },
  SecureImplementation: { en: "Secure implementation", de: "Sichere Umsetzung" },
  SecurityTesting: { en: "Security verification and validation", de: "Verifizierung und Validierung der Sicherheit" },
  IssueManagement: { en: "Management of security-related issues", de: "Umgang mit Sicherheitsproblemen" },
  UpdateManagement: { en: "Security update management", de: "Verwaltung von Sicherheitsupdates" },
  SecurityGuidelines: { en: "Security guidelines", de: "Sicherheitsanleitungen" },
};
