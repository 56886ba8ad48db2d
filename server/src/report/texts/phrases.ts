// Sentences of documents that are no labels and belong to no item.
import type { Text } from "../types.ts";

const p = (en: string, de: string): Text => ({ en, de });

/** By what they say. */
export const phrases = {
  inapplicable: p("Not applicable to this model.", "Trifft auf dieses Modell nicht zu."),
  keepIntact: p(
    "Keep intact, since patients or operation depend on it:",
    "Unverfälscht halten, weil Patienten oder Betrieb davon abhängen:",
  ),
  keepAvailable: p("Keep available in time:", "Rechtzeitig verfügbar halten:"),
  keepSecret: p("Keep from unauthorised eyes:", "Vor unbefugter Kenntnis schützen:"),
  noResidual: p("No risk above the acceptable level remains.", "Kein Risiko über der Akzeptanzgrenze bleibt."),
  firewallIntro: p(
    "Let these connections pass and refuse all others. A connection is opened from source to destination; answers come back over it.",
    "Diese Verbindungen zulassen und alle anderen abweisen. Eine Verbindung wird von der Quelle zum Ziel aufgebaut; Antworten kommen über sie zurück.",
  ),
  usualPort: p("usual port, to be confirmed", "üblicher Port, zu bestätigen"),
  environmentIntro: p(
    "What the environment in which the device is operated has to provide, who has to see to it, and where the instructions for use say so. Requirements follow from the model; each assumption states one or more of them.",
    "Was die Umgebung leisten muss, in der das Gerät betrieben wird, wer dafür sorgt und wo die Gebrauchsanweisung es sagt. Die Anforderungen folgen aus dem Modell; jede Annahme nennt eine oder mehrere davon.",
  ),
  autonomyIntro: p(
    "The device carries its own protection here, so that the environment need not.",
    "Hier bringt das Gerät seinen Schutz selbst mit, sodass die Umgebung ihn nicht leisten muss.",
  ),
  reliedIntro: p(
    "Where the device relies on the environment for a protection of its own, the reason stands beside it.",
    "Wo das Gerät für seinen Schutz auf die Umgebung angewiesen ist, steht die Begründung daneben.",
  ),
  registerIntro: p(
    "Every threat that applies to the design, with its state as of {day}. {total} in all: {states}.",
    "Jede Bedrohung, die auf den Entwurf zutrifft, mit ihrem Zustand am {day}. Insgesamt {total}: {states}.",
  ),
  ratingIntro: p(
    "Severity is that of the threat, raised by the harm or the data at stake. Likelihood follows from the least trusted party that reaches the element and from the effort that the threat takes. Risk joins both. What answers a threat lowers its likelihood as far as it is shown to work.",
    "Die Schwere ist die der Bedrohung, erhöht durch den möglichen Schaden oder die betroffenen Daten. Die Wahrscheinlichkeit folgt aus der am wenigsten vertrauenswürdigen Partei, die das Element erreicht, und aus dem Aufwand der Bedrohung. Das Risiko verbindet beide. Was eine Bedrohung beantwortet, senkt ihre Wahrscheinlichkeit so weit, wie seine Wirkung gezeigt ist.",
  ),
  acceptable: p("Acceptable without further reduction: {levels}.", "Ohne weitere Minderung akzeptabel: {levels}."),
  levelsFrom: p("{name}, from lowest to highest: {levels}.", "{name}, von niedrig nach hoch: {levels}."),
  benefitRisk: p("Benefit and risk", "Nutzen und Risiko"),
  benefitRiskWrite: p(
    "The conclusion whether the benefits outweigh the residual security risks as a whole.",
    "Die Schlussfolgerung, ob der Nutzen die Restrisiken der Sicherheit insgesamt überwiegt.",
  ),
  benefitRiskFill: p("give the `system` its `benefit-risk`", "dem `system` sein `benefit-risk` geben"),
  overview: p("Overview", "Überblick"),
  rating: p("How risk is rated", "Wie Risiko bewertet wird"),
  assessment: p("Assessment", "Bewertung"),
  residualTitle: p("Residual risks", "Restrisiken"),
  decisionsTitle: p("Decisions", "Entscheidungen"),
  requirementsTitle: p("Requirements", "Anforderungen"),
  assumptionsTitle: p("Assumptions", "Annahmen"),
  outsideTitle: p("Where an assumption does not hold", "Wo eine Annahme nicht gilt"),
  reliedTitle: p("Protections that rest on the environment", "Schutz, der auf der Umgebung beruht"),
  autonomyTitle: p("What the device provides itself", "Was das Gerät selbst leistet"),
  openThreats: p("Threats to act on", "Bedrohungen mit Handlungsbedarf"),
  dismissedTitle: p("Threats that do not exist here", "Bedrohungen, die hier nicht bestehen"),
  allThreats: p("All threats", "Alle Bedrohungen"),
  nothingMissing: p("Every threat is answered or decided on.", "Jede Bedrohung ist beantwortet oder entschieden."),
  interfacesTitle: p("Ports and interfaces of {device}", "Anschlüsse und Schnittstellen von {device}"),
  interfacesIntro: p(
    "Every port and interface of the devices in the design, those that are disabled included. Whatever is not listed is not there.",
    "Jeder Anschluss und jede Schnittstelle der Geräte im Entwurf, auch abgeschaltete. Was nicht aufgeführt ist, gibt es nicht.",
  ),
  streamsIntro: p(
    "Every data stream of the design. A stream is listed in the direction in which its data move.",
    "Jeder Datenstrom des Entwurfs. Ein Strom ist in der Richtung aufgeführt, in der sich seine Daten bewegen.",
  ),
  controlsIntro: p(
    "What the manufacturer builds against the threats, how far it is, and what shows that it works.",
    "Was der Hersteller gegen die Bedrohungen baut, wie weit es ist und was zeigt, dass es wirkt.",
  ),
  controlsByStatus: p("{count} controls: {states}.", "{count} Maßnahmen: {states}."),
  unevidenced: p("Controls without evidence", "Maßnahmen ohne Nachweis"),
  unevidencedWrite: p("Evidence that {count} controls work.", "Nachweise, dass {count} Maßnahmen wirken."),
  unevidencedFill: p(
    "give each `control` its `evidence` and the status `verified`",
    "jeder `control` ihren `evidence` und den Stand `verified` geben",
  ),
  missingRequirements: p("Statements on {count} requirements: {names}.", "Aussagen zu {count} Anforderungen: {names}."),
  missingRequirementsFill: p(
    "declare an `assumption` for each requirement that is missing",
    "für jede fehlende Anforderung eine `assumption` deklarieren",
  ),
  likelihoodName: p("Likelihood", "Wahrscheinlichkeit"),
  riskName: p("Risk", "Risiko"),
  severityName: p("Severity", "Schwere"),
  withoutInterfaces: p("Devices without ports or interfaces of their own", "Geräte ohne eigene Anschlüsse oder Schnittstellen"),
  givenIntro: p(
    "Protection that a protocol or a kind of element gives by its nature, where a threat asks for it.",
    "Schutz, den ein Protokoll oder eine Art von Element von sich aus gibt, wo eine Bedrohung danach fragt.",
  ),
  gsprIntro: p(
    "Requirements of Annex I that bear on security, in own words; the regulation alone binds. What is listed was found in the model. Whether it is enough is for people to judge.",
    "Anforderungen aus Anhang I mit Bezug zur Sicherheit, in eigenen Worten; verbindlich ist allein die Verordnung. Aufgeführt ist, was im Modell gefunden wurde. Ob es genügt, beurteilen Menschen.",
  ),
  annexOne: p("Annex I", "Anhang I"),
  gsprNothing: p("Nothing in the model meets this requirement.", "Nichts im Modell erfüllt diese Anforderung."),
  gsprFill: p(
    "answer the threats, state the requirements and fill the items named here",
    "die hier genannten Bedrohungen beantworten, Anforderungen nennen und Punkte füllen",
  ),
  openCount: p("Threats not answered: {count}.", "Nicht beantwortete Bedrohungen: {count}."),
  missingCount: p("Requirements on the environment not stated: {count}.", "Nicht genannte Anforderungen an die Umgebung: {count}."),
  unfilledItems: p("Not complete: {titles}.", "Nicht vollständig: {titles}."),
  unshownPractices: p("No evidence of {names}.", "Kein Nachweis für {names}."),
  lifecycleIntro: p(
    "The practices that a secure product lifecycle follows, and the documents that show them.",
    "Die Praktiken, denen ein sicherer Produktlebenszyklus folgt, und die Dokumente, die sie zeigen.",
  ),
  practiceWrite: p("Where this practice is shown.", "Wo diese Praxis gezeigt ist."),
  practiceFill: p(
    "declare an `evidence` of `{name}` with its `document`",
    "einen Nachweis (`evidence`) für `{name}` mit seinem `document` deklarieren",
  ),
  standing: p("Where the product stands", "Wo das Produkt steht"),
  worst: p("Greatest residual risks", "Größte Restrisiken"),
  summaryThreats: p("{total} threats apply: {states}.", "{total} Bedrohungen treffen zu: {states}."),
  summaryResidual: p("{count} residual risks are above the acceptable level.", "{count} Restrisiken liegen über der Akzeptanzgrenze."),
  summaryControls: p(
    "{count} controls, {verified} of them verified, {planned} planned.",
    "{count} Maßnahmen, davon {verified} nachgewiesen, {planned} geplant.",
  ),
  summaryRequirements: p(
    "{total} requirements on the environment, {stated} of them stated by an assumption.",
    "{total} Anforderungen an die Umgebung, davon {stated} durch eine Annahme genannt.",
  ),
  summaryItems: p(
    "{total} items of the documents for users, administrators and providers, {open} of them not complete.",
    "{total} Punkte der Dokumente für Nutzer, Verwaltung und Einrichtungen, davon {open} nicht vollständig.",
  ),
  summarySupport: p("Security support has ended for {names}.", "Die Sicherheitsunterstützung ist beendet für {names}."),
} satisfies Record<string, Text>;
