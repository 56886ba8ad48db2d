// Quick fixes of threats and decisions: controls added and extended, risks accepted, each with the lines that it changes.
import { given } from "./fixing.ts";

describe("fixes of threats and decisions", () => {
  given(
    "an open threat on a flow",
    "uncovered-threat UnauthenticatedCommands@SendOrder",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

harm Overdose "Overdose" { severity: serious }
data Order "Order" {
  classification: health
  harms: Overdose
}

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Gateway "Gateway" : Server { process Broker }
  device Pump "Pump" : MedicalDevice {
    interface Lan : Ethernet { port: 443/tcp  direction: inbound }
    process Firmware : EmbeddedSoftware
  }
}

flow SendOrder "Send" Gateway.Broker -> Pump.Firmware {
  via: Pump.Lan
  carries: Order
  commands: yes
}
flow Other "Other" Gateway.Broker -> Pump.Firmware {
  via: Pump.Lan
  carries: Order
  commands: yes
  protocol: HTTPS
}

control Tls "TLS" : NodeAuthentication {
  protects: Other
  status: verified
  evidence: "x"
}
control Half "Half" : InputValidation {
  protects: Pump
  status: implemented
}
`,
    `
> Add a control with \`MutualTls\` that protects \`SendOrder\` and answers 5 open threats
+ control SendOrderMutualTls "«TLS proving both sides»" : MutualTls {
+   protects: SendOrder
+   status: planned
+ }
> Add a control with \`NodeAuthentication\` that protects \`SendOrder\`
+ control SendOrderNodeAuthentication "«The initiating node is proven»" : NodeAuthentication {
+   protects: SendOrder
+   status: planned
+ }
> Add a control with \`PersonAuthentication\` and \`TransmissionIntegrity\` that protects \`SendOrder\`
+ control SendOrderPersonAuthentication "«Persons are authenticated and changes on the way are noticed»"
+     : PersonAuthentication, TransmissionIntegrity {
+   protects: SendOrder
+   status: planned
+ }
> Let control \`Tls\` protect \`SendOrder\` too
-   protects: Other
+   protects: Other, SendOrder
> Accept \`UnauthenticatedCommands\` on \`SendOrder\`
+ accept UnauthenticatedCommands on SendOrder {
+   reason: "«…»"
+ }
+
> Transfer \`UnauthenticatedCommands\` on \`SendOrder\`
+ transfer UnauthenticatedCommands on SendOrder {
+   reason: "«…»"
+   to: operator
+ }
+
> Dismiss \`UnauthenticatedCommands\` on \`SendOrder\`
+ dismiss UnauthenticatedCommands on SendOrder {
+   reason: "«…»"
+ }
+
`,
  );

  given(
    "a control that has half of what is needed",
    "uncovered-threat MemoryCorruption@Clinical.Pump.Firmware",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Gateway "Gateway" : Server { process Broker }
  device Pump "Pump" : MedicalDevice {
    interface Lan : Ethernet { port: 443/tcp  direction: inbound }
    process Firmware : EmbeddedSoftware
  }
}

flow SendOrder "Send" Gateway.Broker -> Pump.Firmware {
  via: Pump.Lan
  commands: yes
}

control Half "Half" : InputValidation {
  protects: Pump
  status: implemented
}
`,
    `
> Add \`MemorySafety\` to control \`Half\`
- control Half "Half" : InputValidation {
+ control Half "Half" : InputValidation, MemorySafety {
> Add a control with \`MemorySafety\` that protects \`Clinical.Pump.Firmware\`
+ control FirmwareMemorySafety "«Memory-safe language or hardware-enforced protection»" : MemorySafety {
+   protects: Firmware
+   status: planned
+ }
+
> Add a control with \`FuzzTesting\` that protects \`Clinical.Pump.Firmware\`
+ control FirmwareFuzzTesting "«Parsers are tested with malformed input»" : FuzzTesting {
+   protects: Firmware
+   status: planned
+ }
+
> Accept \`MemoryCorruption\` on \`Clinical.Pump.Firmware\`
+ accept MemoryCorruption on Firmware {
+   reason: "«…»"
+ }
+
> Transfer \`MemoryCorruption\` on \`Clinical.Pump.Firmware\`
+ transfer MemoryCorruption on Firmware {
+   reason: "«…»"
+   to: operator
+ }
+
> Dismiss \`MemoryCorruption\` on \`Clinical.Pump.Firmware\`
+ dismiss MemoryCorruption on Firmware {
+   reason: "«…»"
+ }
+
`,
  );

  given(
    "a half-met threat whose control stands in a long line",
    "uncovered-threat MemoryCorruption@Clinical.Pump.Firmware",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice {
    interface Lan : Ethernet { port: 443/tcp  direction: inbound }
    process Firmware : EmbeddedSoftware
  }
}

control Checks "Input of the pump is checked against what is plausible and refused where it is not" : InputValidation {
  protects: Pump
  status: implemented
}
//- /other.ward
import "./main.ward"

device Box : Server { within: Clinical  process Broker }

flow SendOrder "Send" Broker -> Firmware {
  via: Lan
  commands: yes
}
`,
    `
> Add \`MemorySafety\` to control \`Checks\`
- control Checks "Input of the pump is checked against what is plausible and refused where it is not" : InputValidation {
+ control Checks "Input of the pump is checked against what is plausible and refused where it is not"
+     : InputValidation, MemorySafety {
> Add a control with \`MemorySafety\` that protects \`Clinical.Pump.Firmware\`
+
+ control FirmwareMemorySafety "«Memory-safe language or hardware-enforced protection»" : MemorySafety {
+   protects: Firmware
+   status: planned
+ }
+
> Add a control with \`FuzzTesting\` that protects \`Clinical.Pump.Firmware\`
+
+ control FirmwareFuzzTesting "«Parsers are tested with malformed input»" : FuzzTesting {
+   protects: Firmware
+   status: planned
+ }
+
> Accept \`MemoryCorruption\` on \`Clinical.Pump.Firmware\`
+
+ accept MemoryCorruption on Firmware {
+   reason: "«…»"
+ }
+
> Transfer \`MemoryCorruption\` on \`Clinical.Pump.Firmware\`
+
+ transfer MemoryCorruption on Firmware {
+   reason: "«…»"
+   to: operator
+ }
+
> Dismiss \`MemoryCorruption\` on \`Clinical.Pump.Firmware\`
+
+ dismiss MemoryCorruption on Firmware {
+   reason: "«…»"
+ }
+
`,
  );

  given(
    "a threat that only a plan answers",
    "planned-threat",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

control Boot "Secure boot" : SecureBoot {
  protects: Pump
  status: planned
}

accept NoUpdatePath on Pump { reason: "r" }
`,
    `
> Accept \`TamperedBoot\` on \`Clinical.Pump\` until 2027-11-25
+ accept TamperedBoot on Pump {
+   reason: "«…»"
+   until: 2027-11-25
+ }
+
`,
  );

  given(
    "a threat that only the environment answers",
    "assumption-only",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

harm Overdose "Overdose" { severity: serious }
data Order "Order" {
  classification: health
  integrity: critical
  harms: Overdose
}

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Gateway "Gateway" : Server { process Broker }
  device Pump "Pump" : MedicalDevice {
    essential-function: "x"
    harms: Overdose
    interface Lan : Ethernet { port: 443/tcp  direction: inbound }
    process Firmware : EmbeddedSoftware
  }
}

flow SendOrder "Send" Gateway.Broker -> Pump.Firmware {
  via: Pump.Lan
  carries: Order
  commands: yes
}

assumption Seg "x" : NetworkSegmentation {
  about: Clinical
  responsible: operator
  stated-in: "y"
}
`,
    `
> Plan a control with \`ZoneSeparation\` that protects \`Clinical\`
+ control ClinicalZoneSeparation "«Zones that only listed connections cross»" : ZoneSeparation {
+   protects: Clinical
+   status: planned
+ }
+
> Plan a control with \`HostFirewall\` that protects \`Clinical\`
+ control ClinicalHostFirewall "«Filter on the device»" : HostFirewall {
+   protects: Clinical
+   status: planned
+ }
+
> Justify it in assumption \`Seg\`
+   justification: "«…»"
`,
  );

  given(
    "a decision whose last day is over",
    "expired-acceptance",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

accept TamperedBoot on Pump {
  reason: "r"
  until: 2026-01-31
}

accept NoUpdatePath on Pump { reason: "r" }
`,
    `
> Renew it until 2027-11-25
-   until: 2026-01-31
+   until: «2027-11-25»
> Remove it
- accept TamperedBoot on Pump {
-   reason: "r"
-   until: 2026-01-31
- }
-
`,
  );

  given(
    "a decision on a threat that is mitigated",
    "needless-decision",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

control Boot "Secure boot" : SecureBoot {
  protects: Pump
  status: implemented
}

/// Decided before the control was there.
accept TamperedBoot on Pump {
  reason: "r"
}
`,
    `
> Remove this accept
- /// Decided before the control was there.
- accept TamperedBoot on Pump {
-   reason: "r"
- }
-
`,
  );

  given(
    "a decision that matches nothing",
    "unused-decision",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice
}

accept TamperedBoot on Clinical { reason: "r" }
accept NoUpdatePath on Pump { reason: "r" }
`,
    `
> Decide on \`Clinical.Pump\` instead
- accept TamperedBoot on Clinical { reason: "r" }
+ accept TamperedBoot on Pump { reason: "r" }
> Remove this accept
- accept TamperedBoot on Clinical { reason: "r" }
`,
  );
});
