// Quick fixes of gaps in a model, each with the lines that it changes.
import { given } from "./fixing.ts";

describe("fixes of gaps of the model", () => {
  given(
    "a flow without data",
    "flow-without-data",
    `boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" {
    process Firmware
    store Library { holds: Doses }
  }
}
data Order "Order" { classification: health }
data Doses "Doses" { classification: internal }

flow Read "Read" Pump.Library -> Pump.Firmware
`,
    `
> Let it carry \`Doses\`
- flow Read "Read" Pump.Library -> Pump.Firmware
+ flow Read "Read" Pump.Library -> Pump.Firmware {
+   carries: «Doses»
+ }
> Let it carry \`Order\`
- flow Read "Read" Pump.Library -> Pump.Firmware
+ flow Read "Read" Pump.Library -> Pump.Firmware {
+   carries: «Order»
+ }
`,
  );

  given(
    "a protocol that no interface on the way carries",
    "protocol-without-carrier",
    `boundary Home "Home" : Network {
  managed-by: user
  device Pump "Pump" {
    interface Air : WifiInterface
    interface Near : BluetoothInterface
  }
  device Phone "Phone" { interface Radio : BluetoothInterface }
}
flow Alarm "Alarm" Pump -> Phone { via: Pump.Air  protocol: BLE }
`,
    `
> Go through \`Near\`
- flow Alarm "Alarm" Pump -> Phone { via: Pump.Air  protocol: BLE }
+ flow Alarm "Alarm" Pump -> Phone { via: Pump.Air, Near  protocol: BLE }
> Go through \`Radio\`
- flow Alarm "Alarm" Pump -> Phone { via: Pump.Air  protocol: BLE }
+ flow Alarm "Alarm" Pump -> Phone { via: Pump.Air, Radio  protocol: BLE }
> Let it use \`Wifi\`
- flow Alarm "Alarm" Pump -> Phone { via: Pump.Air  protocol: BLE }
+ flow Alarm "Alarm" Pump -> Phone { via: Pump.Air  protocol: «Wifi» }
`,
  );

  given(
    "a flow without data in a model without data",
    "flow-without-data",
    `device Pump "Pump" { process Firmware }
actor Nurse "Nurse" { role: clinical }
flow Type "Type" Nurse -> Firmware
`,
    `
> Declare data \`TypeData\` for it
- flow Type "Type" Nurse -> Firmware
+ flow Type "Type" Nurse -> Firmware {
+   carries: TypeData
+ }
+ data TypeData { classification: «health» }
+
`,
  );

  given(
    "a flow without protocol",
    "flow-without-protocol",
    `boundary Clinical "Clinical" : Network {
  managed-by: operator
  device Pump "Pump" { process Firmware }
  device Box "Box" { process Broker }
}
data Order "Order" { classification: health }

flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order }
flow Report "Report" Pump.Firmware -> Box.Broker {
  carries: Order
  protocol: MQTT
}
`,
    `
> Let it use \`MQTT\`
- flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order }
+ flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order  protocol: «MQTT» }
> Let it use \`TLS\`
- flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order }
+ flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order  protocol: «TLS» }
> Let it use \`MutualTLS\`
- flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order }
+ flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order  protocol: «MutualTLS» }
> Let it use \`DTLS\`
- flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order }
+ flow Send "Send" Box.Broker -> Pump.Firmware { carries: Order  protocol: «DTLS» }
`,
  );

  given(
    "a device outside any boundary",
    "device-without-boundary",
    `boundary Clinical "Clinical" { managed-by: operator }

device Pump "Pump"
`,
    `
> Put it into \`Clinical\`
- device Pump "Pump"
+ device Pump "Pump" {
+   within: «Clinical»
+ }
`,
  );

  given(
    "a device in a model without boundaries",
    "device-without-boundary",
    `device Pump "Pump" { portable: yes }
`,
    `
> Declare boundary \`PumpSurroundings\` for it
- device Pump "Pump" { portable: yes }
+ device Pump "Pump" { portable: yes  within: PumpSurroundings }
+ boundary PumpSurroundings { managed-by: «operator» }
+
`,
  );

  given(
    "an interface without port and direction",
    "incomplete-interface",
    `boundary Clinical "Clinical" {
  managed-by: operator
  device Pump "Pump" {
    interface Lan "Lan" : Ethernet
    process Firmware
  }
  device Box "Box" { process Broker }
}
data Order "Order" { classification: health }

flow Send "Send" Box.Broker -> Pump.Firmware {
  via: Pump.Lan
  carries: Order
  protocol: HTTPS
}
`,
    `
> Others open the connection: \`direction: inbound\`
-     interface Lan "Lan" : Ethernet
+     interface Lan "Lan" : Ethernet {
+       port: «443/tcp»
+       direction: inbound
+     }
> The device opens the connection: \`direction: outbound\`
-     interface Lan "Lan" : Ethernet
+     interface Lan "Lan" : Ethernet {
+       direction: outbound
+     }
> Either side opens the connection: \`direction: both\`
-     interface Lan "Lan" : Ethernet
+     interface Lan "Lan" : Ethernet {
+       port: «443/tcp»
+       direction: both
+     }
`,
  );

  given(
    "an interface without port",
    "incomplete-interface",
    `boundary Clinical "Clinical" {
  managed-by: operator
  device Pump "Pump" { interface Lan "Lan" : Ethernet { direction: inbound } }
}
`,
    `
> Add \`port: 443/tcp\`
-   device Pump "Pump" { interface Lan "Lan" : Ethernet { direction: inbound } }
+   device Pump "Pump" { interface Lan "Lan" : Ethernet { direction: inbound  port: «443/tcp» } }
`,
  );

  given(
    "a device out of scope without reason",
    "scope-without-reason",
    `boundary Clinical "Clinical" {
  managed-by: operator
  device Pump "Pump" { scope: out }
}
`,
    `
> Say why it is out of scope
-   device Pump "Pump" { scope: out }
+   device Pump "Pump" { scope: out  reason: "«…»" }
`,
  );

  given(
    "an essential function without harm",
    "essential-function-without-harm",
    `harm Overdose "Overdose" { severity: serious }

boundary Clinical "Clinical" {
  managed-by: operator
  device Pump "Pump" { essential-function: "Deliver" }
}
`,
    `
> Its failure leads to \`Overdose\`
-   device Pump "Pump" { essential-function: "Deliver" }
+   device Pump "Pump" { essential-function: "Deliver"  harms: «Overdose» }
`,
  );

  given(
    "an essential function in a model without harms",
    "essential-function-without-harm",
    `boundary Clinical "Clinical" {
  managed-by: operator
  device Pump "Pump" { essential-function: "Deliver" }
}
`,
    `
> Declare harm \`PumpFails\` for it
-   device Pump "Pump" { essential-function: "Deliver" }
+   device Pump "Pump" { essential-function: "Deliver"  harms: PumpFails }
+ harm PumpFails { severity: «catastrophic» }
+
`,
  );

  given(
    "a model without system",
    "missing-system",
    `// The pump.
import "ward:medical"

/// It infuses.
device Pump "Pump"
`,
    `
> Declare system \`Main\`
+ system Main {
+   regulation: «MDR»
+   environment: hospital
+ }
+
`,
  );

  given(
    "a regulated system without the medical catalogue",
    "missing-catalogue",
    `// The pump.

/// It infuses.
system S "S" { regulation: MDR  environment: hospital }
`,
    `
> Add \`import "ward:medical"\`
+ import "ward:medical"
+
`,
  );
});
