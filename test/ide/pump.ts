// A model that uses every sort of declaration, as a text for tests of editor features.

/** One file: model, house catalogue and decisions together. */
export const pump = `// Pumps of one ward.
import "ward:medical"

/// Pumps, and the gateway that
/// connects them.
system Infusion "Infusion system" {
  regulation: MDR
  class: IIb
  environment: hospital
  intended-use: """
    Deliver fluids
      to inpatients.
  """
}

harm Overdose "Too much" { severity: catastrophic }
data Order "Order" : TherapyCommand { classification: health  integrity: critical  harms: Overdose }
data Log "Log" { classification: internal }

/* A zone
   of the house. */
boundary Clinical "Clinical network" : HospitalNetwork {
  managed-by: operator

  external Ehr "Health record" : HealthInformationSystem
  actor Nurse "Nurse" { role: clinical }
  device Gateway "Gateway" : Server {
    process Broker "Order broker" { accepts: json  signs-in-users: yes }
  }
  device Pump "Pump" : InfusionPump {
    essential-function: "Deliver the dose"
    harms: Overdose
    physical-access: patients-and-visitors
    radio-channel: 11
    interface Lan : Ethernet { port: 443/tcp, 5000-5010/udp  direction: inbound  purpose: "Orders" }
    interface Usb : ServicePort { purpose: "Service" }
    process Firmware "Firmware" : EmbeddedSoftware
    store Library { holds: Order, Log }
  }
}
device Tablet "Tablet" { within: Clinical  supplied-by: operator }

flow SendOrder "Send order" Gateway.Broker -> Pump.Firmware {
  via: Clinical.Pump.Lan
  carries: Order
  protocol: HTTPS
  commands: yes
}
flow Enter Nurse -> Clinical.Pump.Firmware { carries: Order  commands: yes }
flow Read "Read" Pump.Firmware -> Ehr { carries: Log  protocol: MQTT }

role Service "Service" { on: Clinical.Pump  may: "update firmware"  held-by: Nurse }
component OpenSsl "OpenSSL" { version: "3.0.16"  part-of: Pump.Firmware  support-ends: 2026-09-07 }
control Tls "Mutual TLS" : NodeAuthentication, TransmissionConfidentiality {
  protects: SendOrder
  status: verified
  evidence: "TR-114"
}
control Locked : PhysicalLock { protects: Pump, Clinical.Pump.Usb  status: planned }
assumption Vlan "Pumps run in a zone" : NetworkSegmentation { about: Clinical  responsible: operator  stated-in: "IFU 9" }
accept PhysicalTampering on Pump { reason: "Seal \\"holds\\" * _see_ <b>TR</b>"  until: 2026-05-31 }
dismiss PhysicalTampering on Clinical.* { reason: "None" }
transfer DefaultCredentials on Tablet { reason: "House"  to: operator }
evidence Pen "Penetration test" : SecurityTesting { document: "TR-2"  date: 2026-04-02 }
view Orders "Orders" { shows: Clinical.Pump, Gateway  hides: Ehr  follows: Ordering }
scenario Ordering "Ordering" { steps: SendOrder, Read }

// House catalogue
property radio-channel "Radio channel" of device : number { explain: "The channel" }
kind HousePump "Pump of the house" : InfusionPump of device { portable: yes }
protocol HouseLink "House link" : HTTPS { port: 8443/tcp  provides: HouseSigning }
capability HOUSE "House"
measure HouseSigning "Signing" : MessageAuthentication { capability: HOUSE  reaches: flows  layer: data }
threat Spying "Somebody reads along" on flow, device {
  stride: information-disclosure
  when: (networked and no incoming where (commands and this.exposure >= operator)) or target is HousePump
    or (count carries where classification in (health, personal)) >= 1 or target.radio-channel = 11
  severity: high when crosses-zone, low otherwise
  mitigated-by: HouseSigning or (TransmissionConfidentiality and MutualTls)
  references: CWE-319, CAPEC-157
  explain: """
    They \`read\` along.
  """
}
requirement HouseZone "Zone" { per: boundary  when: any devices where is HousePump  force: must  answers: Spying  clause: Mdr17_4 }
override threat PhysicalTampering { severity: low }
disable threat DisposalResidue { reason: "Handled elsewhere" }
`;
