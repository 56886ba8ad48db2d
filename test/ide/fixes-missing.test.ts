// Quick fixes of what a declaration lacks, each with the lines that it changes.
import { given } from "./fixing.ts";

describe("fixes of what a declaration lacks", () => {
  given(
    "a boundary that nobody manages",
    "missing-property",
    `boundary Ward "Ward"
`,
    `
> Add \`managed-by\`
- boundary Ward "Ward"
+ boundary Ward "Ward" {
+   managed-by: «operator»
+ }
`,
  );

  given(
    "a control without body",
    "missing-property",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

control Boot "Secure boot" : SecureBoot
`,
    `
> Add \`protects\`
- control Boot "Secure boot" : SecureBoot
+ control Boot "Secure boot" : SecureBoot {
+   protects: «Pump»
+ }
> Add \`protects\` and \`status\`
- control Boot "Secure boot" : SecureBoot
+ control Boot "Secure boot" : SecureBoot {
+   protects: «Pump»
+   status: planned
+ }
`,
  );

  given(
    "a store with an empty body",
    "missing-property",
    `store Library "Library" {}
data Order "Order" { classification: health }
`,
    `
> Add \`holds\`
- store Library "Library" {}
+ store Library "Library" {
+   holds: «Order»
+ }
`,
  );

  given(
    "an entry switched off without reason",
    "missing-property",
    `disable threat TamperedBoot
`,
    `
> Add \`reason\`
- disable threat TamperedBoot
+ disable threat TamperedBoot {
+   reason: "«…»"
+ }
`,
  );

  given(
    "an assumption about nothing",
    "missing-property",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice { interface Lan : Ethernet { port: 443/tcp  direction: inbound } }
}

assumption Seg "Segments" : NetworkSegmentation
`,
    `
> Add \`about\`
- assumption Seg "Segments" : NetworkSegmentation
+ assumption Seg "Segments" : NetworkSegmentation {
+   about: «Clinical»
+ }
`,
  );

  given(
    "a threat without body",
    "missing-property",
    `threat T "T" on device
`,
    `
> Add \`severity\`
- threat T "T" on device
+ threat T "T" on device {
+   severity: «critical»
+ }
> Add \`stride\`, \`when\` and \`severity\`
- threat T "T" on device
+ threat T "T" on device {
+   stride: «spoofing»
+   when: in-scope
+   severity: critical
+ }
`,
  );

  given(
    "a control without measure",
    "missing-kind",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

control Boot "Secure boot" {
  protects: Pump
  status: planned
}
`,
    `
> Add \`: SecureBoot\`
- control Boot "Secure boot" {
+ control Boot "Secure boot" : «SecureBoot» {
> Add \`: PersonAuthentication\`
- control Boot "Secure boot" {
+ control Boot "Secure boot" : «PersonAuthentication» {
> Add \`: MultiFactorAuthentication\`
- control Boot "Secure boot" {
+ control Boot "Secure boot" : «MultiFactorAuthentication» {
`,
  );

  given(
    "an assumption without requirement",
    "missing-kind",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

assumption Law { about: S  responsible: operator  stated-in: "x" }
`,
    `
> Add \`: OperatorLegalCompliance\`
- assumption Law { about: S  responsible: operator  stated-in: "x" }
+ assumption Law : «OperatorLegalCompliance» { about: S  responsible: operator  stated-in: "x" }
> Add \`: AntiMalware\`
- assumption Law { about: S  responsible: operator  stated-in: "x" }
+ assumption Law : «AntiMalware» { about: S  responsible: operator  stated-in: "x" }
> Add \`: EnvironmentHardening\`
- assumption Law { about: S  responsible: operator  stated-in: "x" }
+ assumption Law : «EnvironmentHardening» { about: S  responsible: operator  stated-in: "x" }
`,
  );

  given(
    "evidence without practice",
    "missing-kind",
    `import "ward:medical"

evidence Test "Penetration test" { document: "TR-1" }
`,
    `
> Add \`: SecurityManagement\`
- evidence Test "Penetration test" { document: "TR-1" }
+ evidence Test "Penetration test" : «SecurityManagement» { document: "TR-1" }
> Add \`: SecurityRequirements\`
- evidence Test "Penetration test" { document: "TR-1" }
+ evidence Test "Penetration test" : «SecurityRequirements» { document: "TR-1" }
> Add \`: SecureByDesign\`
- evidence Test "Penetration test" { document: "TR-1" }
+ evidence Test "Penetration test" : «SecureByDesign» { document: "TR-1" }
`,
  );

  given(
    "a title without name",
    "missing-name",
    `actor "Head nurse" { role: clinical }
`,
    `
> Name it \`HeadNurse\`
- actor "Head nurse" { role: clinical }
+ actor «HeadNurse» "Head nurse" { role: clinical }
`,
  );

  given(
    "a keyword alone",
    "missing-name",
    `device { process Firmware }
`,
    `
> Name it \`Device\`
- device { process Firmware }
+ device «Device» { process Firmware }
`,
  );

  given(
    "a flow without ends",
    "missing-header",
    `actor Nurse "Nurse" { role: clinical }
device Pump "Pump" { process Firmware }

flow Send "Send" { protocol: HTTPS }
`,
    `
> Add \`Nurse -> Pump\`
- flow Send "Send" { protocol: HTTPS }
+ flow Send "Send" «Nurse» -> Pump { protocol: HTTPS }
`,
  );

  given(
    "a flow without source",
    "missing-header",
    `actor Nurse "Nurse" { role: clinical }
device Pump "Pump" { process Firmware }

flow Send "Send" -> Firmware { protocol: HTTPS }
`,
    `
> Start it at \`Nurse\`
- flow Send "Send" -> Firmware { protocol: HTTPS }
+ flow Send "Send" «Nurse» -> Firmware { protocol: HTTPS }
`,
  );

  given(
    "a decision on nothing",
    "missing-header",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

accept TamperedBoot { reason: "r" }
`,
    `
> Add \`on Pump\`
- accept TamperedBoot { reason: "r" }
+ accept TamperedBoot on «Pump» { reason: "r" }
`,
  );

  given(
    "a decision on no threat",
    "missing-header",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

accept on Pump { reason: "r" }
`,
    `
> Name \`TamperedBoot\`
- accept on Pump { reason: "r" }
+ accept «TamperedBoot» on Pump { reason: "r" }
`,
  );

  given(
    "a kind of nothing",
    "missing-header",
    `kind Scanner "Scanner"
`,
    `
> Add \`of device\`
- kind Scanner "Scanner"
+ kind Scanner "Scanner" of «device»
`,
  );

  given(
    "a threat on nothing",
    "missing-header",
    `threat T "T" {
  stride: tampering
  when: commands
  severity: high
}
`,
    `
> Add \`on flow\`
- threat T "T" {
+ threat T "T" on «flow» {
`,
  );
});
