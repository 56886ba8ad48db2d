// Quick fixes of names: spelled right, declared, imported, written in full, each with the lines that it changes.
import { given } from "./fixing.ts";

describe("fixes of names", () => {
  given(
    "a misspelt datum",
    "unknown-name",
    `data Order "Order" { classification: health }

actor Nurse "Nurse" { role: clinical }
device Pump "Pump" { process Firmware }

flow Send "Send" Nurse -> Firmware { carries: Ordr }
`,
    `
> Write \`Order\`
- flow Send "Send" Nurse -> Firmware { carries: Ordr }
+ flow Send "Send" Nurse -> Firmware { carries: Order }
> Declare data \`Ordr\`
+ data Ordr { classification: «health» }
+
`,
  );

  given(
    "a datum that is not declared",
    "unknown-name",
    `actor Nurse "Nurse" { role: clinical }
device Pump "Pump" {
  process Firmware
}

flow Send "Send" Nurse -> Firmware { carries: Prescription }
`,
    `
> Declare data \`Prescription\`
+ data Prescription { classification: «health» }
+
`,
  );

  given(
    "a process that its device does not have",
    "unknown-name",
    `actor Nurse "Nurse" { role: clinical }
device Pump "Pump" {
  process Firmware
}

flow Send "Send" Nurse -> Pump.Therapy { protocol: HTTPS }
`,
    `
> Declare process \`Therapy\` in \`Pump\`
+   process «Therapy»
> Declare device \`Therapy\` in \`Pump\`
+   device «Therapy»
`,
  );

  given(
    "an end of a flow that is not declared",
    "unknown-name",
    `device Pump "Pump" { process Firmware }

flow Send "Send" Nurse -> Firmware { protocol: HTTPS }
`,
    `
> Declare actor \`Nurse\`
+ actor Nurse { role: «clinical» }
+
> Declare device \`Nurse\`
+ device «Nurse»
+
> Declare external \`Nurse\`
+ external «Nurse»
+
> Declare process \`Nurse\`
+ process «Nurse»
+
`,
  );

  given(
    "a name that another file declares",
    "unknown-name",
    `flow Send "Send" Nurse -> Firmware {
  protocol: HTTPS
}
//- /house/pump.ward
device Pump "Pump" { process Firmware }
//- /house/people.ward
import "../main.ward"

actor Nurse "Nurse" { role: clinical }
`,
    `
> Import \`house/people.ward\`, which declares \`Nurse\`
+ import "./house/people.ward"
+
`,
  );

  given(
    "a kind of a catalogue that is not imported",
    "unknown-name",
    `// The pump.

device Pump "Pump" : InfusionPump
`,
    `
> Import \`ward:medical\`, which declares \`InfusionPump\`
+ import "ward:medical"
+
`,
  );

  given(
    "a name that a file of the workspace declares, which nothing imports",
    "unknown-name",
    `view V "V" { shows: Elsewhere }
actor Nurse "Nurse" { role: clinical }
//- /elsewhere.ward
device Elsewhere "Elsewhere"
`,
    `
> Import \`elsewhere.ward\`, which declares \`Elsewhere\`
+ import "./elsewhere.ward"
+
`,
  );

  given(
    "a misspelt kind",
    "unknown-name",
    `system S "S" { regulation: MDR  environment: hospital }

boundary Ward "Ward" : HospitalNetwrk
`,
    `
> Write \`HospitalNetwork\`
- boundary Ward "Ward" : HospitalNetwrk
+ boundary Ward "Ward" : HospitalNetwork
> Declare kind \`HospitalNetwrk\`
+ kind «HospitalNetwrk» of boundary
+
`,
  );

  given(
    "a kind that is not declared",
    "unknown-name",
    `device Scanner "Scanner" : HandheldScanner
`,
    `
> Declare kind \`HandheldScanner\`
+ kind «HandheldScanner» of device
+
`,
  );

  given(
    "a misspelt threat in a decision",
    "unknown-name",
    `accept TamperedBot on Pump { reason: "r" }

device Pump "Pump"
`,
    `
> Write \`TamperedBoot\`
- accept TamperedBot on Pump { reason: "r" }
+ accept TamperedBoot on Pump { reason: "r" }
`,
  );

  given(
    "a misspelt container before `.*`",
    "unknown-name",
    `accept TamperedBoot on Pmp.* { reason: "r" }

device Pump "Pump"
`,
    `
> Write \`Pump.*\`
- accept TamperedBoot on Pmp.* { reason: "r" }
+ accept TamperedBoot on Pump.* { reason: "r" }
`,
  );

  given(
    "a misspelt kind in a condition",
    "unknown-name",
    `import "ward:medical"

threat T "T" on device {
  stride: tampering
  when: is MedicalDevce
  severity: high
  mitigated-by: SecureBoot
}
`,
    `
> Write \`MedicalDevice\`
-   when: is MedicalDevce
+   when: is MedicalDevice
> Write \`MedicalImage\`
-   when: is MedicalDevce
+   when: is MedicalImage
`,
  );

  given(
    "a misspelt protocol",
    "unknown-protocol",
    `device Pump "Pump" { process Firmware }
actor Nurse "Nurse" { role: clinical }

flow Send "Send" Nurse -> Firmware { protocol: HTPS }
`,
    `
> Write \`HTTPS\`
- flow Send "Send" Nurse -> Firmware { protocol: HTPS }
+ flow Send "Send" Nurse -> Firmware { protocol: HTTPS }
> Write \`FTPS\`
- flow Send "Send" Nurse -> Firmware { protocol: HTPS }
+ flow Send "Send" Nurse -> Firmware { protocol: FTPS }
> Declare protocol \`HTPS\`
+ protocol «HTPS»
+
`,
  );

  given(
    "a protocol that is not declared",
    "unknown-protocol",
    `device Pump "Pump" { process Firmware }
actor Nurse "Nurse" { role: clinical }

flow Send "Send" Nurse -> Firmware { protocol: PumpLink }
`,
    `
> Declare protocol \`PumpLink\`
+ protocol «PumpLink»
+
`,
  );

  given(
    "a name with two meanings",
    "ambiguous-name",
    `device Pump "Pump" { process Firmware }
device Box "Box" { process Firmware }
actor Nurse "Nurse" { role: clinical }

flow Send "Send" Nurse -> Firmware { protocol: HTTPS }
`,
    `
> Write \`Pump.Firmware\`
- flow Send "Send" Nurse -> Firmware { protocol: HTTPS }
+ flow Send "Send" Nurse -> Pump.Firmware { protocol: HTTPS }
> Write \`Box.Firmware\`
- flow Send "Send" Nurse -> Firmware { protocol: HTTPS }
+ flow Send "Send" Nurse -> Box.Firmware { protocol: HTTPS }
`,
  );

  given(
    "a name that is given twice",
    "duplicate-name",
    `actor Nurse "Nurse" { role: clinical }
actor Nurse "Another nurse" { role: clinical }
`,
    `
> Rename it to \`Nurse2\`
- actor Nurse "Another nurse" { role: clinical }
+ actor «Nurse2» "Another nurse" { role: clinical }
`,
  );

  given(
    "a name that the catalogue has",
    "duplicate-name",
    `protocol HTTPS "HTTP over TLS, as we use it" { port: 8443/tcp }
`,
    `
> Change the entry of the catalogue: \`override\`
- protocol HTTPS "HTTP over TLS, as we use it" { port: 8443/tcp }
+ override protocol HTTPS "HTTP over TLS, as we use it" { port: 8443/tcp }
> Rename it to \`HTTPS2\`
- protocol HTTPS "HTTP over TLS, as we use it" { port: 8443/tcp }
+ protocol «HTTPS2» "HTTP over TLS, as we use it" { port: 8443/tcp }
`,
  );

  given(
    "a name with a hyphen",
    "invalid-name",
    `actor Head-Nurse "Head nurse" { role: clinical }
`,
    `
> Rename it to \`HeadNurse\`
- actor Head-Nurse "Head nurse" { role: clinical }
+ actor HeadNurse "Head nurse" { role: clinical }
`,
  );
});
