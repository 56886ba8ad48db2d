// Quick fixes of what clauses of the regulations ask of a model: each leads to a text without the finding.
import { readFileSync } from "node:fs";
import { given } from "./fixing.ts";

const poor = readFileSync(new URL("../../docs/diagnostics/example-regulation.ward", import.meta.url), "utf8");
const bare = `import "ward:medical"

system Monitor "Monitor" { regulation: MDR  environment: hospital }
boundary Ward : HospitalNetwork {
  device Bedside : PatientMonitor { process Updater : UpdateAgent }
}
`;
const hosted = `import "ward:medical"

system Monitor "Monitor" { regulation: MDR  environment: hospital }
data Trend "Trend of values" : HealthRecord
boundary Service : ManufacturerCloud {
  location: "Germany"
  device Host : Server { store Trends : Database { holds: Trend } }
}
`;

describe("fixes of duties", () => {
  given(
    "no evidence of a practice",
    "missing-practice-evidence",
    poor,
    `
> Declare evidence \`SecurityManagementEvidence\` of \`SecurityManagement\`
+ evidence SecurityManagementEvidence "Security management" : SecurityManagement {
+   document: "«…»"
+ }
+
> Declare evidence \`SecureByDesignEvidence\` of \`SecureByDesign\`
+ evidence SecureByDesignEvidence "Secure by design" : SecureByDesign {
+   document: "«…»"
+ }
+
`,
  );
  given(
    "one practice left",
    "missing-practice-evidence",
    `${bare}evidence All "All" : SecurityManagement, SecurityRequirements, SecureByDesign, SecureImplementation, SecurityTesting, IssueManagement,
    UpdateManagement {
  document: "QM"
}
`,
    `
> Declare evidence \`SecurityGuidelinesEvidence\` of \`SecurityGuidelines\`
+ evidence SecurityGuidelinesEvidence "Security guidelines" : SecurityGuidelines {
+   document: "«…»"
+ }
+
`,
  );
  given(
    "software without a list of components",
    "missing-component-list",
    poor,
    `
> Declare component \`BedsideSoftwareComponent\` of \`SoftwareComponent\`
+ component BedsideSoftwareComponent "Software component" : SoftwareComponent {
+   version: "«…»"
+   supplier: "…"
+   part-of: Bedside
+ }
+
> Declare component \`BedsideOperatingSystem\` of \`OperatingSystem\`
+ component BedsideOperatingSystem "Operating system" : OperatingSystem {
+   version: "«…»"
+   supplier: "…"
+   part-of: Bedside
+ }
+
`,
  );
  given(
    "updates from nowhere",
    "missing-update-flow",
    poor,
    `
> Let updates come from \`Ward.Desk\`
+ data RegulatedSoftwareUpdate "Software update" : SoftwareUpdate
+
+ flow UpdaterUpdates "Brings updates" «Desk» -> Updater { carries: RegulatedSoftwareUpdate }
`,
  );
  given(
    "updates, and nobody to send them",
    "missing-update-flow",
    bare,
    `
> Let a service technician bring updates
+ flow UpdaterUpdates "Brings updates" «BedsideServiceTechnician» -> Updater { carries: MonitorSoftwareUpdate }
+
+ data MonitorSoftwareUpdate "Software update" : SoftwareUpdate
+
+ actor BedsideServiceTechnician "Service technician" : ServiceTechnician
+
`,
  );
  given(
    "nothing is recorded",
    "missing-logging",
    poor,
    `
> Declare control \`BedsideAuditLogging\` of \`AuditLogging\`
+ control BedsideAuditLogging "«Security-relevant acts are recorded with person and time»" : AuditLogging {
+   protects: Bedside
+   status: planned
+ }
+
> Declare store \`BedsideLogStore\` of \`LogStore\`
+ data RegulatedAuditRecord "Audit record" : AuditRecord
+ store BedsideLogStore "Log or audit trail" : LogStore {
+   holds: RegulatedAuditRecord
+   retention: "«…»"
+   capacity: "…"
+   within: Bedside
+ }
+
`,
  );
  given(
    "nothing says what is safe",
    "missing-fail-safe",
    poor,
    `
> Say what is safe when something fails
+     fail-safe: "«…»"
> Declare control \`BedsideFailSafeMode\` of \`FailSafeMode\`
+ control BedsideFailSafeMode "Essential function goes on, or stops safely, without the network" : FailSafeMode {
+   protects: Bedside
+   status: planned
+   procedure: "«…»"
+ }
+
`,
  );
  given(
    "hosted data without place and protection",
    "unplaced-hosted-data",
    poor,
    `
> Say where it lies and what protects it
+   location: "«…»"
+ control TrendsStorageConfidentiality "Data at rest are encrypted" : StorageConfidentiality {
+   protects: Trends
+   status: planned
+ }
+
`,
  );
  given(
    "hosted data without protection",
    "unplaced-hosted-data",
    hosted,
    `
> Declare control \`TrendsStorageConfidentiality\` for it
+ control TrendsStorageConfidentiality "«Data at rest are encrypted»" : StorageConfidentiality {
+   protects: Trends
+   status: planned
+ }
+
`,
  );
  given(
    "hosted data without a place",
    "unplaced-hosted-data",
    `${hosted.replace('  location: "Germany"\n', "")}control Sealed "Encrypted" : StorageConfidentiality { protects: Trends  status: verified  evidence: "TR" }
`,
    `
> Say where it lies
+   location: "«…»"
`,
  );
  given(
    "nothing says why the benefits outweigh the risks",
    "missing-benefit-risk",
    poor,
    `
> Say why the benefits outweigh these risks
+   benefit-risk: "«…»"
`,
  );
});
