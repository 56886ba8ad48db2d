// What does not stop a threat must not answer it. Each case is an answer that looks right and is not, beside one that is.
import assert from "node:assert/strict";
import { analyseText } from "../support/models.ts";

interface Case {
  readonly why: string;
  readonly id: string;
  readonly model: string;
  /** Controls or assumptions after which the threat stays open. */
  readonly idle: readonly string[];
  /** Those that answer it. */
  readonly helps: readonly string[];
}

const control = (measures: string, protects: string): string => `control C : ${measures} { protects: ${protects}  status: implemented }`;
const system = 'import "ward:medical"\nsystem S { regulation: MDR  environment: hospital }\n';

const gateway = `${system}
data Order : TherapyCommand
boundary Zone : HospitalNetwork {
  external Ehr : HealthInformationSystem
  device Gateway : Server {
    interface Lan : Ethernet { direction: inbound }
    process Orders : BackgroundService
  }
}
flow Send Zone.Ehr -> Zone.Gateway.Orders { via: Lan  carries: Order  protocol: HTTPS  commands: yes }
flow Admin Zone.Ehr -> Zone.Gateway.Orders { via: Lan  protocol: RDP }
`;

const pump = `${system}
harm Overdose { severity: catastrophic }
data Order : TherapyCommand { harms: Overdose }
data Record : HealthRecord
boundary Ward : HospitalNetwork {
  device Pump : InfusionPump {
    essential-function: "Deliver the dose"
    harms: Overdose
    interface Service : ServicePort
    interface Radio : RadioInterface
    process Firmware : EmbeddedSoftware { accepts: json }
    process Agent : RemoteSupportAgent
    store Records : Database { holds: Record }
    store Stick : RemovableMedia { holds: Record }
    device Drive { essential-function: "Move fluid"  process Control : EmbeddedSoftware }
  }
  external Hub : HospitalSystem
}
actor Engineer : ServiceTechnician
flow Support Engineer -> Ward.Pump.Agent { protocol: MutualHTTPS  remote-service: yes }
flow Report Ward.Pump.Firmware -> Ward.Hub { via: Radio  carries: Record  protocol: ProprietaryRadio }
flow Give Ward.Hub -> Ward.Pump.Firmware { via: Radio  carries: Order  protocol: ProprietaryRadio  commands: yes }
`;

const scanner = `${system}
harm Overexposure { severity: serious }
data Order : TherapyConfiguration { harms: Overexposure }
boundary Room : HospitalNetwork {
  external Ris : RadiologyInformationSystem
  device Scanner : ComputedTomograph {
    essential-function: "Give the planned dose"
    harms: Overexposure
    interface Lan : Ethernet { direction: inbound }
    process Control : EmbeddedSoftware
  }
}
flow Send Room.Ris -> Room.Scanner.Control { via: Lan  carries: Order  protocol: HTTPS  commands: yes }
`;

const cases: readonly Case[] = [
  {
    why: "a sign-in of people at a gateway proves no machine",
    id: "UnauthenticatedCommands@Send",
    model: gateway,
    idle: [control("PersonAuthentication", "Gateway"), control("MultiFactorAuthentication", "Gateway.Orders")],
    helps: [control("PersonAuthentication", "Send"), control("NodeAuthentication", "Send")],
  },
  {
    why: "the sign-in of an application is not that of the desktop beside it",
    id: "ExposedManagementService@Zone.Gateway.Lan",
    model: gateway,
    idle: [control("MultiFactorAuthentication, HostFirewall", "Gateway"), control("NodeAuthentication, HostFirewall", "Gateway, Admin")],
    helps: [control("ServiceAuthentication, HostFirewall", "Gateway")],
  },
  {
    why: "a filter at the border does not stand between neighbours",
    id: "LateralMovement@Zone",
    model: gateway,
    idle: [control("NetworkFirewall", "Zone")],
    helps: [control("HostFirewall", "Gateway"), control("ZoneSeparation", "Zone")],
  },
  {
    why: "the operator's firewall at the border does not either",
    id: "LateralMovement@Zone",
    model: gateway,
    idle: ["assumption A : EnvironmentFirewall, TrafficFiltering { about: Zone  responsible: operator }"],
    helps: [],
  },
  {
    why: "neither the screen's sign-in nor a pairing guards the service port, nor a chain on the housing",
    id: "ExposedServicePort@Ward.Pump.Service",
    model: pump,
    idle: [control("PersonAuthentication", "Pump"), control("AuthenticatedPairing", "Pump"), control("PhysicalLock", "Pump")],
    helps: [control("ServiceAuthentication", "Pump"), control("PhysicalLock", "Pump.Service")],
  },
  {
    why: "locked rooms and rules for staff keep no visitor from a device at the bedside",
    id: "PhysicalTampering@Ward.Pump",
    model: pump,
    idle: ["assumption A : SecureAreas, PhysicalAccessAuthentication, PhysicalSecurityPolicy { about: Ward  responsible: operator }"],
    helps: [control("TamperEvidence", "Pump")],
  },
  {
    why: "nor do they close a port there",
    id: "ExposedServicePort@Ward.Pump.Service",
    model: pump,
    idle: ["assumption A : SecureAreas, PhysicalAccessAuthentication, PhysicalSecurityPolicy { about: Ward  responsible: operator }"],
    helps: [control("ServiceAuthentication", "Pump")],
  },
  {
    why: "a stop that a person presses ends no dose that nobody feels",
    id: "DoseByMessage@Room.Scanner",
    model: scanner,
    idle: [control("HardwiredInterlock", "Scanner"), control("FailSafeMode", "Scanner")],
    helps: [control("HardwareLimit", "Scanner"), control("SafetyLimits, UserConfirmation", "Scanner")],
  },
  {
    why: "a stop button keeps no function going under network load",
    id: "EssentialFunctionLostToNetworkLoad@Room.Scanner",
    model: scanner,
    idle: [control("HardwiredInterlock", "Scanner")],
    helps: [control("FailSafeMode", "Scanner")],
  },
  {
    why: "each processor starts by itself",
    id: "TamperedBoot@Ward.Pump.Drive",
    model: pump,
    idle: [control("SecureBoot", "Pump")],
    helps: [control("SecureBoot", "Pump, Pump.Drive")],
  },
  {
    why: "the locked memory of the processor is not that of the chip beside it",
    id: "UnprotectedStorage@Ward.Pump.Records",
    model: pump,
    idle: [control("ReadoutProtection", "Pump")],
    helps: [control("ReadoutProtection", "Pump.Records"), control("StorageConfidentiality", "Pump")],
  },
  {
    why: "the device's disk encryption ends where a stick is pulled out",
    id: "RemovableMediaLoss@Ward.Pump.Stick",
    model: pump,
    idle: [control("StorageConfidentiality", "Pump")],
    helps: [control("MediaEncryption", "Pump")],
  },
  {
    why: "a proof of the computer says nothing about who sits there",
    id: "RemoteServiceAbuse@Support",
    model: pump,
    idle: [control("RemoteAccessControl", "Pump"), control("RemoteAccessControl, MultiFactorAuthentication", "Pump")],
    helps: [control("RemoteAccessControl, MultiFactorAuthentication", "Support"), control("RemoteAccessControl, OperatorConsent", "Pump")],
  },
  {
    why: "a nurse who confirms orders does not confirm remote service",
    id: "RemoteServiceDuringCare@Support",
    model: pump,
    idle: [control("UserConfirmation", "Pump")],
    helps: [control("UserConfirmation", "Support"), control("OperatorConsent", "Pump")],
  },
  {
    why: "memory safety lets a well-formed lie pass",
    id: "MemoryCorruption@Ward.Pump.Firmware",
    model: pump,
    idle: [control("MemorySafety", "Pump"), control("InputValidation", "Pump")],
    helps: [control("MemorySafety, InputValidation", "Pump")],
  },
  {
    why: "a pairing proves partners and seals no message",
    id: "MedicalPairingHijack@Report",
    model: pump,
    idle: [control("AuthenticatedPairing", "Report")],
    helps: [control("AuthenticatedPairing, MessageEncryption, MessageAuthentication", "Report")],
  },
  {
    why: "who is near when a session opens is not who speaks in it",
    id: "TherapyCommandOverRadio@Give",
    model: pump,
    idle: [control("ProximityCheck", "Pump, Give")],
    helps: [control("CommandAuthentication, ReplayProtection", "Give")],
  },
  {
    why: "jamming is answered by whoever notices the silence, not by data that wait",
    id: "RadioJammingOfEssentialLink@Ward.Pump.Radio",
    model: pump,
    idle: [control("StoreAndForward", "Pump")],
    helps: [control("LinkLossDetection", "Pump")],
  },
];

function stateOf(model: string, id: string): string | undefined {
  const analysis = analyseText(model);
  const broken = /^(syntax|unknown|ambiguous|wrong|unresolved|missing-(name|property|kind))/;
  assert.deepEqual(
    analysis.diagnostics.filter(({ code }) => broken.test(code)).map(({ message }) => message),
    [],
  );
  return analysis.threats.find((instance) => instance.id === id)?.state;
}

describe("no false assurance", () => {
  for (const { why, id, model, idle, helps } of cases) {
    it(`${why} (${id})`, () => {
      assert.equal(stateOf(model, id), "open", "without an answer");
      for (const answer of idle) assert.equal(stateOf(model + answer, id), "open", answer);
      for (const answer of helps) assert.equal(stateOf(model + answer, id), "mitigated", answer);
    });
  }
});
