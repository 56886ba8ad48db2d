// Quick fixes of imports and of syntax, each with the lines that it changes.
import { given } from "./fixing.ts";

describe("fixes of imports and syntax", () => {
  given(
    "an import with a misspelt path",
    "unresolved-import",
    `import "./pmup.ward"
//- /pump.ward
device Pump "Pump"
`,
    `
> Import "./pump.ward"
- import "./pmup.ward"
+ import "./pump.ward"
> Remove this import
- import "./pmup.ward"
+
`,
  );

  given(
    "an import with half a path",
    "unresolved-import",
    `import "./pump"
//- /house/pump.ward
device Pump "Pump"
`,
    `
> Import "./house/pump.ward"
- import "./pump"
+ import "./house/pump.ward"
> Remove this import
- import "./pump"
+
`,
  );

  given(
    "a misspelt catalogue",
    "unresolved-import",
    `import "ward:medcal"
system S "S" { regulation: MDR  environment: hospital }
`,
    `
> Import "ward:medical"
- import "ward:medcal"
+ import "ward:medical"
> Remove this import
- import "ward:medcal"
`,
  );

  given(
    "a text without closing quote",
    "syntax-error",
    `boundary Ward "Ward" {
  managed-by: operator
  location: "Building 3
}
`,
    `
> Add the closing \`"\`
-   location: "Building 3
+   location: "Building 3"
`,
  );

  given(
    "a title without closing quote",
    "syntax-error",
    `boundary Ward "Ward { managed-by: operator }
device Pump "Pump"
`,
    `
> Add the closing \`"\`
- boundary Ward "Ward { managed-by: operator }
+ boundary Ward "Ward" { managed-by: operator }
`,
  );

  given(
    "a brace that is not closed",
    "syntax-error",
    `boundary Ward "Ward" {
  managed-by: operator
  device Pump "Pump" {
    process Firmware
}
device Other "Other"
`,
    `
> Add the closing \`}\`
+   }
`,
  );

  given(
    "a brace that is not closed on its line",
    "syntax-error",
    `boundary Ward "Ward" { managed-by: operator
`,
    `
> Add the closing \`}\`
- boundary Ward "Ward" { managed-by: operator
+ boundary Ward "Ward" { managed-by: operator }
`,
  );

  given(
    "a brace that closes nothing",
    "syntax-error",
    `boundary Ward "Ward" { managed-by: operator }
}
device Pump "Pump"
`,
    `
> Remove this \`}\`
- }
`,
  );

  given(
    "a text in single quotes",
    "syntax-error",
    `boundary Ward 'The ward' { managed-by: operator }
`,
    `
> Write the text in double quotes
- boundary Ward 'The ward' { managed-by: operator }
+ boundary Ward "The ward" { managed-by: operator }
`,
  );

  given(
    "a comment that is not closed",
    "syntax-error",
    `boundary Ward "Ward" { managed-by: operator }
/* a comment
device Pump "Pump"
`,
    `
> Add the closing \`*/\`
- /* a comment
+ /* a comment */
`,
  );

  given(
    "a text block that is not closed",
    "syntax-error",
    `threat T "T" on flow {
  stride: tampering
  when: commands
  severity: high
  explain: """
    Anyone can.
}
`,
    `
> Add the closing \`"""\`
+   """
`,
  );
});
