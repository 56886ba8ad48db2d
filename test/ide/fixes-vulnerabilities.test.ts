// Quick fixes of vulnerabilities, each with the lines that it changes.
import { given } from "./fixing.ts";

const parts = `component Tls "TLS library" { version: "1.1.1w"  support-ends: 2023-09-11 }
control Sandbox "It runs in a sandbox" : ComponentReplacement, ProcessIsolation { protects: Tls  status: implemented }
`;

describe("fixes of vulnerabilities", () => {
  given(
    "one that nobody has assessed",
    "unassessed-vulnerability",
    `${parts}vulnerability Overread "Buffer overread" { component: Tls }
`,
    `
> The product is affected: say what is done
- vulnerability Overread "Buffer overread" { component: Tls }
+ vulnerability Overread "Buffer overread" { component: Tls  status: affected  action: "«…»"  assessed: 2026-11-25 }
> The product is not affected: say why
- vulnerability Overread "Buffer overread" { component: Tls }
+ vulnerability Overread "Buffer overread" {
+   component: Tls
+   status: not-affected
+   justification: «code-not-reachable»
+   assessed: 2026-11-25
+ }
> It is fixed: say how
- vulnerability Overread "Buffer overread" { component: Tls }
+ vulnerability Overread "Buffer overread" { component: Tls  status: fixed  statement: "«…»"  assessed: 2026-11-25 }
> Somebody is looking into it
- vulnerability Overread "Buffer overread" { component: Tls }
+ vulnerability Overread "Buffer overread" { component: Tls  status: under-investigation }
`,
  );
  given(
    "one that is said not to have been assessed",
    "unassessed-vulnerability",
    `${parts}vulnerability Overread "Buffer overread" {
  component: Tls
  status: not-assessed
}
`,
    `
> The product is affected: say what is done
-   status: not-assessed
+   status: affected
+   action: "«…»"
+   assessed: 2026-11-25
> The product is not affected: say why
-   status: not-assessed
+   status: not-affected
+   justification: «code-not-reachable»
+   assessed: 2026-11-25
> It is fixed: say how
-   status: not-assessed
+   status: fixed
+   statement: "«…»"
+   assessed: 2026-11-25
> Somebody is looking into it
-   status: not-assessed
+   status: under-investigation
`,
  );
  given(
    "one with a day and an action already",
    "unassessed-vulnerability",
    `${parts}vulnerability Overread "Buffer overread" { component: Tls  action: "Update"  assessed: 2026-01-02 }
`,
    `
> The product is affected: say what is done
- vulnerability Overread "Buffer overread" { component: Tls  action: "Update"  assessed: 2026-01-02 }
+ vulnerability Overread "Buffer overread" { component: Tls  action: "Update"  assessed: 2026-01-02  status: affected }
`,
  );
  given(
    "a reason that is missing",
    "unjustified-vulnerability",
    `${parts}vulnerability Overread "Buffer overread" { component: Tls  status: not-affected }
`,
    `
> Say which reason it is
- vulnerability Overread "Buffer overread" { component: Tls  status: not-affected }
+ vulnerability Overread "Buffer overread" { component: Tls  status: not-affected  justification: «code-not-reachable» }
> Say why in words
- vulnerability Overread "Buffer overread" { component: Tls  status: not-affected }
+ vulnerability Overread "Buffer overread" { component: Tls  status: not-affected  statement: "«…»" }
`,
  );
  given(
    "an action that is missing",
    "vulnerability-without-action",
    `${parts}vulnerability Overread "Buffer overread" { component: Tls  status: affected }
`,
    `
> Say what is done
- vulnerability Overread "Buffer overread" { component: Tls  status: affected }
+ vulnerability Overread "Buffer overread" { component: Tls  status: affected  action: "«…»" }
> Control \`Sandbox\` holds it off
- vulnerability Overread "Buffer overread" { component: Tls  status: affected }
+ vulnerability Overread "Buffer overread" { component: Tls  status: affected  handled-by: Sandbox }
`,
  );
  given(
    "a threat that a vulnerability opens again",
    "reopened-threat",
    `${parts}vulnerability Escape "Way out" { component: Tls  status: affected  action: "Update"  defeats: Sandbox }
`,
    `
> Vulnerability \`Escape\` is fixed
- vulnerability Escape "Way out" { component: Tls  status: affected  action: "Update"  defeats: Sandbox }
+ vulnerability Escape "Way out" { component: Tls  status: fixed  action: "Update"  defeats: Sandbox }
`,
  );
});
