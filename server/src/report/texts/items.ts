// Texts of the items of auditors' lists: titles, what is to be said, what stands there when a model has nothing of the sort.
import type { Text } from "../types.ts";

/** What a document says at an item. */
export interface ItemText {
  readonly title: Text;
  /** Opens the section, where there is something to show. */
  readonly intro?: Text;
  /** What an author has to write. */
  readonly write: Text;
  /** What the declaration is that would fill it, in German; the English is in the table of items. */
  readonly fill: string;
  /** Stands there when the model has nothing that the item is about. */
  readonly none?: Text;
}

const i = (en: string, de: string): Text => ({ en, de });

const workstationNone = i(
  "The model shows no workstation of the operator or the user.",
  "Das Modell zeigt keinen Arbeitsplatzrechner des Betreibers oder des Nutzers.",
);
const requirementsNone = i(
  "No requirement on the environment applies to this model.",
  "Für dieses Modell gilt keine Anforderung an die Umgebung.",
);
const outsideIntro = i(
  "The device was assessed for the environment described here. Where an assumption does not hold, the threats beside it are no longer kept away.",
  "Das Gerät wurde für die hier beschriebene Umgebung bewertet. Wo eine Annahme nicht gilt, werden die Bedrohungen daneben nicht mehr abgewehrt.",
);
const outsideWrite = i(
  "What can happen when the device is used outside the environment for which it is meant.",
  "Was geschehen kann, wenn das Gerät außerhalb der vorgesehenen Umgebung genutzt wird.",
);
const outsideFill = "je fehlender Anforderung eine `assumption` deklarieren: was geschieht, wo sie nicht gilt, folgt daraus";
const backupWrite = i(
  "How data and settings are saved, how often, where copies are kept, and how they are brought back.",
  "Wie Daten und Einstellungen gesichert werden, wie oft, wo Kopien liegen und wie sie zurückgespielt werden.",
);
const backupFill = "einer `control` mit `Backup` ihre `procedure` geben: wie Daten und Einstellungen gesichert und zurückgespielt werden";
const platformFill = "dem Rechner seine `platform` geben: Hardware, Betriebssystem mit Version, Middleware, Treiber, Peripherie";
const environmentFill = "für jede fehlende Anforderung eine `assumption` deklarieren";
const updateFill = "eine `control` mit `SignedUpdate` deklarieren, die das schützt, was Updates einspielt";
const updateWrite = i(
  "How it is ensured that only genuine, unaltered updates are installed.",
  "Wie sichergestellt wird, dass nur echte, unveränderte Updates eingespielt werden.",
);

/** By the id of the item. */
export const itemTexts: Readonly<Record<string, ItemText>> = {
  RiskProfileSummary: {
    title: i("Risk profile and security objectives", "Risikoprofil und Sicherheitsziele"),
    intro: i(
      "What the device handles, how much depends on it, and what its security is for.",
      "Was das Gerät verarbeitet, wie viel davon abhängt und wozu seine Sicherheit dient.",
    ),
    write: i("The risk profile and the objectives that follow from it.", "Das Risikoprofil und die Ziele, die daraus folgen."),
    fill: "die wichtigen `data` deklarieren, mit `classification`, `integrity`, `availability` und `harms`",
  },
  ResidualRisks: {
    title: i("Residual risks", "Restrisiken"),
    intro: i(
      "What remains after all measures, and what the user has to heed because of it.",
      "Was nach allen Maßnahmen bleibt und was der Nutzer deshalb beachten muss.",
    ),
    write: i(
      "A decision on {count} threats that nothing answers yet.",
      "Eine Entscheidung über {count} Bedrohungen, die noch nichts beantwortet.",
    ),
    fill: "jede offene Bedrohung durch eine `control` beantworten oder mit `accept` oder `transfer` darüber entscheiden",
  },
  OperatingSystemSpec: {
    title: i("Operating systems", "Betriebssysteme"),
    intro: i("Operating systems that are part of the product.", "Betriebssysteme, die Teil des Produkts sind."),
    write: i("The operating systems of the product with their versions.", "Die Betriebssysteme des Produkts mit ihren Versionen."),
    fill: "eine `component` der Art `OperatingSystem` mit ihrer `version` deklarieren",
  },
  UpdateIntegrityProvisions: {
    title: i("Integrity of updates and patches", "Integrität von Updates und Patches"),
    intro: i(
      "These measures make sure that only genuine, unaltered updates run.",
      "Diese Maßnahmen stellen sicher, dass nur echte, unveränderte Updates laufen.",
    ),
    write: updateWrite,
    fill: updateFill,
  },
  SecurityConfigurationOptions: {
    title: i("Security options and their defaults", "Sicherheitsoptionen und ihre Voreinstellungen"),
    intro: i(
      "What can or must be set. The strongest setting is to be the default.",
      "Was eingestellt werden kann oder muss. Die stärkste Einstellung soll die Voreinstellung sein.",
    ),
    write: i(
      "Security options, what is set at delivery, and what a change means.",
      "Sicherheitsoptionen, Auslieferungszustand und was eine Änderung bedeutet.",
    ),
    fill: "einer `control` ihre `configuration` geben: was eingestellt werden kann oder muss, und der Auslieferungszustand",
  },
  Installation: {
    title: i("Installation", "Installation"),
    write: i("How the product is installed.", "Wie das Produkt installiert wird."),
    fill: "dem `system` seine `installation` geben",
  },
  InitialConfiguration: {
    title: i("First configuration", "Erste Konfiguration"),
    write: i(
      "What is set before the first patient, and which credentials are changed at first sign-in.",
      "Was vor dem ersten Patienten eingestellt wird und welche Zugangsdaten bei der ersten Anmeldung geändert werden.",
    ),
    fill: "dem `system` sein `first-use` geben: was eingestellt und welche Zugangsdaten geändert werden",
  },
  UpdateInstructions: {
    title: i("Installing security updates", "Sicherheitsupdates einspielen"),
    intro: i("How updates reach the device, and who does what.", "Wie Updates zum Gerät kommen und wer was tut."),
    write: i(
      "The steps by which a security update is installed and checked.",
      "Die Schritte, mit denen ein Sicherheitsupdate eingespielt und geprüft wird.",
    ),
    fill: "der `control` für Updates ihre `procedure` geben, Schritt für Schritt",
  },
  FailsafeProcedures: {
    title: i("Fail-safe operation", "Sicherer Notbetrieb"),
    intro: i("How the device goes on or stops safely.", "Wie das Gerät weiterarbeitet oder sicher anhält."),
    write: i(
      "How to enter and leave fail-safe operation, what works less in it, and how data come back afterwards.",
      "Wie der Notbetrieb beginnt und endet, was darin eingeschränkt ist und wie Daten danach zurückkommen.",
    ),
    fill: "einer `control` mit `FailSafeMode` oder `EmergencyAccess` ihre `procedure` geben",
  },
  AlertActionPlan: {
    title: i("What to do on an alert", "Was bei einer Meldung zu tun ist"),
    intro: i("These measures notice trouble.", "Diese Maßnahmen bemerken Störungen."),
    write: i("What the user does on each alert.", "Was der Nutzer bei jeder Meldung tut."),
    fill: "einer `control`, die Störungen bemerkt, ihre `procedure` geben: was der Nutzer bei einer Meldung tut",
  },
  UserRequirements: {
    title: i("Training and skills", "Schulung und Kenntnisse"),
    write: i(
      "Training and skills of those who install, configure and use the device, IT skills included.",
      "Schulung und Kenntnisse derer, die das Gerät installieren, einstellen und nutzen, auch IT-Kenntnisse.",
    ),
    fill: "den Personen (`actor`) ihre `skills` geben",
  },
  WorkstationRequirements: {
    title: i("Requirements on workstations", "Anforderungen an Arbeitsplatzrechner"),
    write: i(
      "Hardware, operating system and versions, peripherals of workstations.",
      "Hardware, Betriebssystem mit Version und Peripherie der Arbeitsplatzrechner.",
    ),
    fill: platformFill,
    none: workstationNone,
  },
  EnvironmentAssumptions: {
    title: i("Assumptions about the environment of use", "Annahmen über die Nutzungsumgebung"),
    intro: i(
      "The security of the device rests on these conditions. The party named beside each has to make it true.",
      "Die Sicherheit des Geräts beruht auf diesen Bedingungen. Die jeweils genannte Partei muss sie herstellen.",
    ),
    write: i("Assumptions that are not stated to the operator yet.", "Annahmen, die dem Betreiber noch nicht genannt sind."),
    fill: "für jede Anforderung an die Umgebung eine `assumption` mit `stated-in` deklarieren",
  },
  OutsideEnvironmentRisks: {
    title: i("Risks outside the intended environment", "Risiken außerhalb der vorgesehenen Umgebung"),
    intro: outsideIntro,
    write: outsideWrite,
    fill: outsideFill,
    none: requirementsNone,
  },
  PlatformRequirements: {
    title: i("Requirements on the platform", "Anforderungen an die Plattform"),
    intro: i(
      "Software of the manufacturer runs on these platforms of others.",
      "Software des Herstellers läuft auf diesen Plattformen anderer.",
    ),
    write: i(
      "Hardware, operating system and versions, middleware, drivers and peripherals of the platform.",
      "Hardware, Betriebssystem mit Version, Middleware, Treiber und Peripherie der Plattform.",
    ),
    fill: platformFill,
    none: i(
      "No software of the product runs on a platform that others supply.",
      "Keine Software des Produkts läuft auf einer Plattform, die andere bereitstellen.",
    ),
  },
  RecommendedEnvironmentControls: {
    title: i("Recommended controls of the environment", "Empfohlene Maßnahmen der Umgebung"),
    intro: i(
      "What the environment has to provide, and what the instructions say about it.",
      "Was die Umgebung leisten muss und was die Gebrauchsanweisung dazu sagt.",
    ),
    write: i("A statement on {count} requirements on the environment.", "Eine Aussage zu {count} Anforderungen an die Umgebung."),
    fill: environmentFill,
    none: requirementsNone,
  },
  BackupRestore: { title: i("Backup and restore", "Sichern und Wiederherstellen"), write: backupWrite, fill: backupFill },
  DeviceControlsList: {
    title: i("Security controls of the device", "Sicherheitsmaßnahmen des Geräts"),
    write: i("The security controls of the device.", "Die Sicherheitsmaßnahmen des Geräts."),
    fill: "die `control`s des Geräts deklarieren",
  },
  UpdateIntegrityProvisionsDoc: {
    title: i("Integrity of updates and patches, in detail", "Integrität von Updates und Patches im Einzelnen"),
    write: updateWrite,
    fill: updateFill,
  },
  HardwareProperties: {
    title: i("Properties of hardware", "Eigenschaften der Hardware"),
    write: i(
      "Hardware parts that matter to security, with their properties.",
      "Hardwareteile, die für die Sicherheit wichtig sind, mit ihren Eigenschaften.",
    ),
    fill: "für jedes sicherheitsrelevante Teil eine `component` der Art `HardwareComponent` deklarieren",
  },
  SoftwareBillOfMaterials: {
    title: i("Software bill of materials", "Software-Stückliste"),
    write: i("Software parts with name, version and supplier.", "Softwareteile mit Name, Version und Lieferant."),
    fill: "jedes Softwareteil als `component` mit `version` und `supplier` deklarieren",
  },
  RolesAndPrivileges: {
    title: i("Roles and privileges", "Rollen und Rechte"),
    write: i("Roles and what each may do.", "Rollen und was jede darf."),
    fill: "jede `role` mit `on`, `may` und `held-by` deklarieren",
  },
  Logging: {
    title: i("Logging", "Protokollierung"),
    write: i(
      "How much a log holds, what happens when it is full, how it is saved and used.",
      "Wie viel ein Protokoll fasst, was geschieht, wenn es voll ist, und wie es gesichert und genutzt wird.",
    ),
    fill: "das Protokoll als `store` der Art `LogStore` mit `capacity` und `retention` deklarieren",
  },
  ProductionLaunch: {
    title: i("Going live", "Inbetriebnahme"),
    write: i(
      "How the device is taken into operation beside the operator's information systems.",
      "Wie das Gerät neben den Informationssystemen des Betreibers in Betrieb genommen wird.",
    ),
    fill: "dem `system` sein `go-live` geben",
  },
  OperationAndMonitoring: {
    title: i("Operation, administration and monitoring", "Betrieb, Verwaltung und Überwachung"),
    write: i("How the device is run, administered and monitored.", "Wie das Gerät betrieben, verwaltet und überwacht wird."),
    fill: "dem `system` seine `operation` geben",
  },
  AdminWorkstationRequirements: {
    title: i("Requirements on administration workstations", "Anforderungen an Verwaltungsarbeitsplätze"),
    write: i(
      "Hardware, operating system, middleware, drivers and peripherals of administration workstations.",
      "Hardware, Betriebssystem, Middleware, Treiber und Peripherie der Verwaltungsarbeitsplätze.",
    ),
    fill: platformFill,
    none: workstationNone,
  },
  NetworkDataStreamMatrix: {
    title: i("Network data streams", "Netzwerk-Datenströme"),
    intro: i(
      "Every data stream over a network, with its ends, protocol and protection.",
      "Jeder Datenstrom über ein Netzwerk mit Enden, Protokoll und Schutz.",
    ),
    write: i("The protocol of each data stream.", "Das Protokoll jedes Datenstroms."),
    fill: "jedem `flow` über ein Netzwerk sein `protocol` geben",
    none: i("No data move over a network.", "Es bewegen sich keine Daten über ein Netzwerk."),
  },
  CloudDataStatement: {
    title: i("Data kept elsewhere", "Anderswo gespeicherte Daten"),
    intro: i(
      "What is kept away from the place of use, where, and how it is protected.",
      "Was außerhalb des Einsatzorts gespeichert ist, wo und wie es geschützt wird.",
    ),
    write: i("The country or region of each host.", "Land oder Region jedes Speicherorts."),
    fill: "der beherbergenden Zone (`boundary`) ihre `location` geben",
    none: i(
      "All data stay at the place of use; the model shows no data store in a cloud.",
      "Alle Daten bleiben am Einsatzort; das Modell zeigt keinen Datenspeicher in einem Rechenzentrum anderer.",
    ),
  },
  EnvironmentConfiguration: {
    title: i("Firewall rules", "Firewall-Regeln"),
    write: i("Connections that firewalls have to let pass.", "Verbindungen, die Firewalls durchlassen müssen."),
    fill: "die `flow`s zwischen Zonen mit `protocol` deklarieren und `port` an den Schnittstellen",
    none: i("No network connection crosses a zone.", "Keine Netzwerkverbindung überquert eine Zonengrenze."),
  },
  HcpRecommendedControls: {
    title: i("Recommended controls of the environment", "Empfohlene Maßnahmen der Umgebung"),
    write: i("A statement on {count} requirements on the environment.", "Eine Aussage zu {count} Anforderungen an die Umgebung."),
    fill: environmentFill,
    none: requirementsNone,
  },
  CriticalFunctionProtection: {
    title: i("Protection of critical functions", "Schutz kritischer Funktionen"),
    intro: i(
      "These measures protect the essential functions even when security has been breached.",
      "Diese Maßnahmen schützen die wesentlichen Funktionen auch dann, wenn die Sicherheit verletzt ist.",
    ),
    write: i(
      "What protects the essential functions when security is breached.",
      "Was die wesentlichen Funktionen schützt, wenn die Sicherheit verletzt ist.",
    ),
    fill: "die `control`s deklarieren, die die wesentliche Funktion erhalten, etwa `FailSafeMode` oder `ResourcePartitioning`",
  },
  BackupRestoreProcedures: {
    title: i("Backup and restore of configurations", "Sichern und Wiederherstellen von Konfigurationen"),
    write: backupWrite,
    fill: backupFill,
  },
  InfrastructureGuidance: {
    title: i("Supporting infrastructure", "Unterstützende Infrastruktur"),
    intro: i("The device works with these systems.", "Das Gerät arbeitet mit diesen Systemen."),
    write: i("Infrastructure that the device needs.", "Infrastruktur, die das Gerät braucht."),
    fill: "jedes System, das das Gerät braucht, als `external` deklarieren",
    none: i("The device works without any system of others.", "Das Gerät arbeitet ohne Systeme anderer."),
  },
  SecureConfiguration: {
    title: i("Secure configuration", "Sichere Konfiguration"),
    intro: i("How the device is hardened, or can be.", "Wie das Gerät gehärtet ist oder werden kann."),
    write: i(
      "What the provider can or must set to harden the device.",
      "Was der Betreiber einstellen kann oder muss, um das Gerät zu härten.",
    ),
    fill: "deklarieren, wie das Gerät gehärtet ist, etwa eine `control` mit `SystemHardening`, und ihre `configuration`",
  },
  PortsList: {
    title: i("Ports and interfaces", "Anschlüsse und Schnittstellen"),
    intro: i("Every port and interface, unused ones included.", "Jeder Anschluss und jede Schnittstelle, auch unbenutzte."),
    write: i("The purpose of each port and interface.", "Der Zweck jedes Anschlusses und jeder Schnittstelle."),
    fill: "jede Schnittstelle (`interface`) jedes Geräts deklarieren, auch unbenutzte, mit ihrem `purpose`",
  },
  NetworkDiagrams: {
    title: i("Network diagrams", "Netzwerkdiagramme"),
    write: i("A diagram of zones, devices and connections.", "Ein Diagramm der Zonen, Geräte und Verbindungen."),
    fill: "eine Sicht (`view`) deklarieren, die die Verbindungen zeigt",
  },
  ConnectedDeploymentInstructions: {
    title: i("Networked deployment, service and response to incidents", "Vernetzter Betrieb, Service und Reaktion auf Vorfälle"),
    write: i(
      "Where the provider reports a weakness or an incident, and what to do meanwhile.",
      "Wo der Betreiber eine Schwachstelle oder einen Vorfall meldet und was bis dahin zu tun ist.",
    ),
    fill: "dem `system` seinen `contact` geben: wo eine Schwachstelle oder ein Vorfall gemeldet wird",
  },
  AnomalyAnnouncement: {
    title: i("How anomalies are announced", "Wie Auffälligkeiten gemeldet werden"),
    intro: i("These measures notice anomalies and tell of them.", "Diese Maßnahmen bemerken Auffälligkeiten und melden sie."),
    write: i("How the device announces anomalous conditions.", "Wie das Gerät Auffälligkeiten meldet."),
    fill: "eine `control` deklarieren, die etwas bemerkt und meldet, etwa `IntrusionDetection` oder `LinkLossDetection`",
  },
  ForensicEvidence: {
    title: i("How evidence is kept", "Wie Beweise gesichert werden"),
    intro: i("What is recorded, where, and how it is kept.", "Was aufgezeichnet wird, wo und wie es aufbewahrt wird."),
    write: i(
      "Where logs are, how they are kept, recycled, archived and read by programs.",
      "Wo Protokolle liegen, wie sie aufbewahrt, überschrieben, archiviert und maschinell gelesen werden.",
    ),
    fill: "eine `control` mit `AuditLogging` und den `store` der Art `LogStore` deklarieren, in den sie schreibt",
  },
  ConfigurationRecovery: {
    title: i("Recovery of the configuration", "Wiederherstellung der Konfiguration"),
    write: i(
      "How an authenticated, privileged user keeps and regains the configuration.",
      "Wie ein angemeldeter, berechtigter Nutzer die Konfiguration aufbewahrt und zurückgewinnt.",
    ),
    fill: "eine `control` mit `Backup` und ihrer `procedure` deklarieren, und die privilegierte Rolle (`role`), die wiederherstellt",
  },
  HcpOutsideEnvironmentRisks: {
    title: i("Risks outside the intended environment", "Risiken außerhalb der vorgesehenen Umgebung"),
    intro: outsideIntro,
    write: outsideWrite,
    fill: outsideFill,
    none: requirementsNone,
  },
};
