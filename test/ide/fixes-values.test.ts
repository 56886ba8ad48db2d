// Quick fixes of keywords, properties, values and headers, each with the lines that it changes.
import { given } from "./fixing.ts";

describe("fixes of keywords, properties and values", () => {
  given(
    "a misspelt property",
    "unknown-property",
    `device Pump "Pump" { essential-funtion: "Deliver" }
`,
    `
> Write \`essential-function\`
- device Pump "Pump" { essential-funtion: "Deliver" }
+ device Pump "Pump" { essential-function: "Deliver" }
`,
  );

  given(
    "a misspelt keyword",
    "unknown-declaration",
    `devcie Pump "Pump" {
  process Firmware
}
`,
    `
> Write \`device\`
- devcie Pump "Pump" {
+ device Pump "Pump" {
`,
  );

  given(
    "a property without colon",
    "unknown-declaration",
    `control Boot "Secure boot" : SecureBoot {
  protects: Pump
  status planned
}
device Pump "Pump"
`,
    `
> Write \`status:\`
-   status planned
+   status: planned
`,
  );

  given(
    "a misspelt word",
    "invalid-value",
    `boundary Ward "Ward" { managed-by: operatr }
`,
    `
> Write \`operator\`
- boundary Ward "Ward" { managed-by: operatr }
+ boundary Ward "Ward" { managed-by: operator }
`,
  );

  given(
    "a word in quotes",
    "invalid-value",
    `boundary Ward "Ward" { managed-by: "operator" }
`,
    `
> Write \`operator\` without quotes
- boundary Ward "Ward" { managed-by: "operator" }
+ boundary Ward "Ward" { managed-by: operator }
`,
  );

  given(
    "a text without quotes",
    "invalid-value",
    `boundary Ward "Ward" {
  managed-by: operator
  location: Building
}
`,
    `
> Write \`"Building"\`
-   location: Building
+   location: "Building"
`,
  );

  given(
    "`true` for `yes`",
    "invalid-value",
    `device Pump "Pump" { portable: true }
`,
    `
> Write \`yes\`
- device Pump "Pump" { portable: true }
+ device Pump "Pump" { portable: yes }
`,
  );

  given(
    "a port without protocol",
    "invalid-value",
    `device Pump "Pump" { interface Lan : Ethernet { port: 443 } }
`,
    `
> Write \`443/tcp\`
- device Pump "Pump" { interface Lan : Ethernet { port: 443 } }
+ device Pump "Pump" { interface Lan : Ethernet { port: 443/tcp } }
> Write \`443/udp\`
- device Pump "Pump" { interface Lan : Ethernet { port: 443 } }
+ device Pump "Pump" { interface Lan : Ethernet { port: 443/udp } }
`,
  );

  given(
    "a name in quotes",
    "invalid-value",
    `store Library "Library" { holds: "Order" }
data Order { classification: health }
`,
    `
> Write \`Order\` without quotes
- store Library "Library" { holds: "Order" }
+ store Library "Library" { holds: Order }
`,
  );

  given(
    "a misspelt keyword after `on`",
    "invalid-value",
    `threat T "T" on flwo {
  stride: tampering
  when: commands
  severity: high
}
`,
    `
> Write \`flow\`
- threat T "T" on flwo {
+ threat T "T" on flow {
`,
  );

  given(
    "a misspelt type",
    "invalid-value",
    `property color "Color" of device : txt
`,
    `
> Write \`text\`
- property color "Color" of device : txt
+ property color "Color" of device : text
`,
  );

  given(
    "an identifier in small letters",
    "invalid-value",
    `threat T "T" on flow {
  stride: tampering
  when: commands
  severity: high
  references: cwe-306
}
`,
    `
> Write \`CWE-306\`
-   references: cwe-306
+   references: CWE-306
`,
  );

  given(
    "`.*` where it cannot stand",
    "invalid-value",
    `control Boot "Secure boot" : SecureBoot {
  protects: Pump.*
  status: planned
}
device Pump "Pump"
`,
    `
> Write \`Pump\`
-   protects: Pump.*
+   protects: Pump
`,
  );

  given(
    "a misspelt attribute",
    "invalid-condition",
    `threat T "T" on flow {
  stride: tampering
  when: comands
  severity: high
}
`,
    `
> Write \`commands\`
-   when: comands
+   when: commands
`,
  );

  given(
    "a list that is given twice",
    "duplicate-property",
    `view V "V" {
  shows: Pump
  hides: Pump
  shows: Pump, Nurse
}
device Pump "Pump"
actor Nurse { role: clinical }
`,
    `
> Join the values of \`shows\`
-   shows: Pump
-   hides: Pump
+   hides: Pump
> Keep this \`shows\` and remove the first
-   shows: Pump
> Remove this \`shows\`
-   shows: Pump, Nurse
`,
  );

  given(
    "a word that is given twice",
    "duplicate-property",
    `actor Nurse { role: clinical  role: patient }
`,
    `
> Keep this \`role\` and remove the first
- actor Nurse { role: clinical  role: patient }
+ actor Nurse { role: patient }
> Remove this \`role\`
- actor Nurse { role: clinical  role: patient }
+ actor Nurse { role: clinical }
`,
  );

  given(
    "two values where one is taken",
    "too-many-values",
    `actor Nurse { role: clinical, patient }
`,
    `
> Keep \`clinical\`
- actor Nurse { role: clinical, patient }
+ actor Nurse { role: clinical }
> Keep \`patient\`
- actor Nurse { role: clinical, patient }
+ actor Nurse { role: patient }
`,
  );

  given(
    "a kind where none is taken",
    "unexpected-header",
    `harm Overdose "Overdose" : Bad { severity: serious }
`,
    `
> Remove \`: Bad\`
- harm Overdose "Overdose" : Bad { severity: serious }
+ harm Overdose "Overdose" { severity: serious }
`,
  );

  given(
    "an `on` where none is taken",
    "unexpected-header",
    `harm Overdose "Overdose" on Pump { severity: serious }
device Pump
`,
    `
> Remove \`on Pump\`
- harm Overdose "Overdose" on Pump { severity: serious }
+ harm Overdose "Overdose" { severity: serious }
`,
  );
});
