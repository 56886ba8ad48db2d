// Quick fixes of requirements, assumptions and controls, each with the lines that it changes.
import { given } from "./fixing.ts";

describe("fixes of requirements, assumptions and controls", () => {
  given(
    "a requirement that no assumption states",
    "missing-assumption NetworkSegmentation@Clinical",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice { interface Lan : Ethernet { port: 443/tcp  direction: inbound } }
}
boundary Other "Other" : Network { managed-by: operator }

assumption Seg "x" : NetworkSegmentation { about: Other  responsible: operator }
`,
    `
> State \`NetworkSegmentation\` about \`Clinical\`
+ assumption ClinicalNetworkSegmentation "Network segmentation" : NetworkSegmentation {
+   about: Clinical
+   responsible: operator
+   stated-in: "«…»"
+ }
+
> Let assumption \`Seg\` be about \`Clinical\` too
- assumption Seg "x" : NetworkSegmentation { about: Other  responsible: operator }
+ assumption Seg "x" : NetworkSegmentation { about: Other, Clinical  responsible: operator }
`,
  );

  given(
    "an assumption that is not published, on one line",
    "unpublished-assumption",
    `import "ward:medical"

boundary Other "Other" : Network { managed-by: operator }

assumption Seg "x" : NetworkSegmentation { about: Other  responsible: operator }
`,
    `
> Say where the instructions for use state it
- assumption Seg "x" : NetworkSegmentation { about: Other  responsible: operator }
+ assumption Seg "x" : NetworkSegmentation { about: Other  responsible: operator  stated-in: "«…»" }
`,
  );

  given(
    "an assumption that is not published, with comments",
    "unpublished-assumption",
    `import "ward:medical"

boundary Clinical "Clinical" : Network { managed-by: operator }

assumption Seg "x" : NetworkSegmentation {
  about: Clinical // all of it
  responsible: operator // the hospital
}
`,
    `
> Say where the instructions for use state it
+   stated-in: "«…»"
`,
  );

  given(
    "an assumption that nothing needs",
    "unused-assumption",
    `import "ward:medical"

boundary Other "Other" : Network { managed-by: operator }

/// doc
assumption Seg "x" : NetworkSegmentation { about: Other  responsible: operator }

boundary Another "Other" : Network { managed-by: operator }
`,
    `
> Remove assumption \`Seg\`
- /// doc
- assumption Seg "x" : NetworkSegmentation { about: Other  responsible: operator }
-
`,
  );

  given(
    "an assumption about the wrong place",
    "unused-assumption",
    `import "ward:medical"

system S "S" { regulation: MDR  environment: hospital }

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice { interface Lan : Ethernet { port: 443/tcp  direction: inbound } }
}

assumption Seg "Segments" : NetworkSegmentation {
  about: Lan
  responsible: operator
  stated-in: "IFU 2"
}
`,
    `
> Let it be about \`Clinical\`
-   about: Lan
+   about: «Clinical»
> Remove assumption \`Seg\`
- assumption Seg "Segments" : NetworkSegmentation {
-   about: Lan
-   responsible: operator
-   stated-in: "IFU 2"
- }
-
`,
  );

  given(
    "a control that answers nothing",
    "unused-control",
    `import "ward:medical"

boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" : MedicalDevice { process Firmware : EmbeddedSoftware }
  device Box "Box" : Server
}

control Boot "Secure boot" : SecureBoot {
  protects: Firmware
  status: implemented
}
`,
    `
> Let it protect \`Clinical.Pump\`, where it closes \`TamperedBoot\`
-   protects: Firmware
+   protects: Firmware, Pump
> Remove control \`Boot\`
- control Boot "Secure boot" : SecureBoot {
-   protects: Firmware
-   status: implemented
- }
-
`,
  );

  given(
    "a verified control without evidence",
    "unevidenced-control",
    `control Boot "Secure boot" : SecureBoot {
  protects: Pump
  status: verified
}

device Pump "Pump"
`,
    `
> Name the evidence
+   evidence: "«…»"
> Call it implemented
-   status: verified
+   status: implemented
`,
  );
});
