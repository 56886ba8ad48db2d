// Sentences of documents that are no labels and belong to no item.
import type { Text } from "../types.ts";

const p = (en: string, de: string): Text => ({ en, de });

/** By what they say. */
export const phrases = {
  vulnerabilitiesIntro: p(
    "Every known vulnerability of the components and of the manufacturer's own parts, as of {day}: {counts}. Scores follow CVSS with all metrics that the vector states; severity of harm to patients stands with the threats.",
    "Jede bekannte Schwachstelle der Komponenten und der eigenen Teile des Herstellers, Stand {day}: {counts}. Die Werte folgen CVSS mit allen Metriken des Vektors; die Schwere eines Schadens für Patienten steht bei den Bedrohungen.",
  ),
  vexIntro: p(
    "Whether known vulnerabilities can be exploited in this product, why or why not, and what is to be done, as of {day}.",
    "Ob bekannte Schwachstellen in diesem Produkt ausnutzbar sind, warum oder warum nicht, und was zu tun ist, Stand {day}.",
  ),
  vulnerabilitiesNone: p("The model declares no vulnerability as of {day}.", "Das Modell nennt keine Schwachstelle, Stand {day}."),
  assessWrite: p(
    "Say whether these vulnerabilities affect the product: {names}.",
    "Angeben, ob diese Schwachstellen das Produkt betreffen: {names}.",
  ),
  assessFill: p("`status:` in the declaration of the vulnerability", "`status:` in der Deklaration der Schwachstelle"),
  actionWrite: p("Say what is done about: {names}.", "Angeben, was unternommen wird gegen: {names}."),
  actionFill: p("`action:` or `handled-by:` in the declaration", "`action:` oder `handled-by:` in der Deklaration"),
  reasonWrite: p("Say why the product is not affected by: {names}.", "Begründen, warum das Produkt nicht betroffen ist von: {names}."),
  reasonFill: p("`justification:` or `statement:` in the declaration", "`justification:` oder `statement:` in der Deklaration"),
  opensAgain: p("open again", "wieder offen"),
  easyNow: p("made real", "ermöglicht"),
  maybeReal: p("possible, not assessed", "möglich, nicht bewertet"),
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
  mds2Intro: p(
    "Questions are given in short, own words; the form's wording counts. An answer of yes or no says what the model shows; look at each before it goes out.",
    "Fragen stehen in kurzen, eigenen Worten; maßgeblich ist der Wortlaut des Formulars. Ja oder nein sagt, was das Modell zeigt; jede Antwort ist vor der Herausgabe zu prüfen.",
  ),
  mds2Write: p(
    "All questions of the form that are not listed here, and those without an answer.",
    "Alle Fragen des Formulars, die hier nicht aufgeführt sind, und die ohne Antwort.",
  ),
  mds2Fill: p("no declaration: these are answered by hand on the form", "keine Deklaration: diese werden von Hand im Formular beantwortet"),
  seeNotes: p("see notes", "siehe Anmerkungen"),
  fdaSource: p(
    "FDA premarket cybersecurity guidance (2026), V.B.2",
    "FDA-Leitlinie zur Cybersicherheit vor dem Inverkehrbringen (2026), V.B.2",
  ),
  globalView: p("Global system view", "Gesamtsystem"),
  globalIntro: p(
    "The whole system with all internal and external connections: zones, devices, systems of others, data streams.",
    "Das ganze System mit allen inneren und äußeren Verbindungen: Zonen, Geräte, Systeme anderer, Datenströme.",
  ),
  globalFill: p("declare the `boundary` around each device", "die Zone (`boundary`) um jedes Gerät deklarieren"),
  multiView: p("Multi-patient harm view", "Schaden für mehrere Patienten"),
  multiIntro: p(
    "From these places an attack can harm several patients at once. The threats there that can lead to harm, and what stands against them:",
    "Von diesen Stellen aus kann ein Angriff mehreren Patienten zugleich schaden. Die Bedrohungen dort, die zu Schaden führen können, und was dagegen steht:",
  ),
  multiNone: p(
    "No device serves several patients, and no shared path reaches several units. If that is wrong, `multi-patient` and `fleet` say so in the model.",
    "Kein Gerät dient mehreren Patienten, und kein gemeinsamer Weg erreicht mehrere Geräte. Ist das falsch, sagen es `multi-patient` und `fleet` im Modell.",
  ),
  updateView: p("Updateability and patchability view", "Updates und Patches"),
  updateIntro: p(
    "The way of software updates from end to end, stretches included that the manufacturer does not control.",
    "Der Weg von Softwareupdates von Anfang bis Ende, auch über Strecken, die der Hersteller nicht beherrscht.",
  ),
  updateWrite: p("How updates and patches reach the device.", "Wie Updates und Patches zum Gerät gelangen."),
  updateFill: p(
    "declare the `flow` that carries `data` of kind `SoftwareUpdate`",
    "den `flow` deklarieren, der `data` der Art `SoftwareUpdate` trägt",
  ),
  useCaseView: p("Security use case views", "Anwendungsfälle der Sicherheit"),
  useCaseWrite: p(
    "Each function whose compromise could affect safety or effectiveness, over its operational and clinical states.",
    "Jede Funktion, deren Beeinträchtigung Sicherheit oder Wirksamkeit berührt, über ihre Betriebs- und klinischen Zustände.",
  ),
  useCaseFill: p("declare each as a `scenario` with its `steps`", "jede als Ablauf (`scenario`) mit ihren `steps` deklarieren"),
  pmsSources: p("What is watched", "Was beobachtet wird"),
  pmsSourcesIntro: p(
    "Vulnerabilities and changes of the threat landscape are watched for these parts, beside incidents, complaints and public information.",
    "Für diese Teile werden Schwachstellen und Veränderungen der Bedrohungslage beobachtet, neben Vorfällen, Beschwerden und öffentlichen Informationen.",
  ),
  pmsSourcesWrite: p("Sources that are watched, and how often.", "Quellen, die beobachtet werden, und wie oft."),
  pmsSourcesFill: p("declare the `component`s of the product", "die `component`s des Produkts deklarieren"),
  pmsAssessment: p("How reports are assessed", "Wie Meldungen bewertet werden"),
  pmsAssessmentWrite: p(
    "How weaknesses and incidents are received, assessed and decided on.",
    "Wie Schwachstellen und Vorfälle angenommen, bewertet und entschieden werden.",
  ),
  pmsCommunication: p("Who is told", "Wer informiert wird"),
  pmsCommunicationWrite: p(
    "How operators, users, notified body and authorities are told, and where reports are received.",
    "Wie Betreiber, Nutzer, Benannte Stelle und Behörden informiert werden und wo Meldungen eingehen.",
  ),
  pmsCommunicationFill: p("give the `system` its `contact`", "dem `system` seinen `contact` geben"),
  pmsCorrections: p("How corrections come", "Wie Korrekturen kommen"),
  pmsCorrectionsWrite: p(
    "How fixes are made, tested and brought to installed devices.",
    "Wie Korrekturen erstellt, geprüft und auf Geräte im Feld gebracht werden.",
  ),
  pmsSupportWrite: p("Until when the product gets security support.", "Bis wann das Produkt Sicherheitsunterstützung erhält."),
  pmsSupportFill: p("give the `system` its `support-ends`", "dem `system` sein `support-ends` geben"),
  pmsIndicators: p("Indicators and thresholds", "Kennzahlen und Schwellen"),
  pmsIndicatorsWrite: p(
    "Indicators and thresholds at which benefit, risk and the threat model are looked at again.",
    "Kennzahlen und Schwellen, ab denen Nutzen, Risiko und Bedrohungsmodell neu betrachtet werden.",
  ),
  pmsTrend: p("Trend reporting", "Trendmeldung"),
  indexTitle: p("Security documents", "Sicherheitsdokumente"),
  indexIntro: p(
    "All documents of this model, made on the same day from the same text.",
    "Alle Dokumente dieses Modells, am selben Tag aus demselben Text erstellt.",
  ),
  failed: p("could not be written", "konnte nicht erstellt werden"),
  suppliedWrite: p(
    "The parts of {name}, from its supplier's list: {why}.",
    "Die Teile von {name}, aus der Liste des Lieferanten. Nicht gelesen: {why}.",
  ),
  suppliedFill: p(
    "put the supplier's list beside the model and name it in `parts-list`",
    "die Liste des Lieferanten neben das Modell legen und in `parts-list` nennen",
  ),
  supportTitle: p("End of security support", "Ende der Sicherheitsunterstützung"),
  supportAll: p(
    "No part of which the model knows has lost its security support.",
    "Kein Teil, von dem das Modell weiß, hat seine Sicherheitsunterstützung verloren.",
  ),
  supportWrite: p("When security support ends for {names}.", "Wann die Sicherheitsunterstützung endet für {names}."),
  supportFill: p("give each `component` its `support-ends`", "jeder `component` ihr `support-ends` geben"),
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
