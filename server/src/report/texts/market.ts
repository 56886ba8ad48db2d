// Texts of the documents about the time after the product came on the market: surveillance plan, trend report, serious incidents.
import type { Text } from "../types.ts";

const m = (en: string, de: string): Text => ({ en, de });

/** A part of the surveillance plan that takes the manufacturer's own words: the property of `surveillance` that gives them. */
export interface PlanSlot {
  readonly id: string;
  readonly property: string;
  readonly title: Text;
  readonly write: Text;
}

/** Parts that only the manufacturer's words fill, in the order of the plan (MDR and IVDR Annex III 1; MDCG 2019-16 rev. 1, 3.8 and 5.1). */
export const planSlots: readonly PlanSlot[] = [
  {
    id: "PmsResponsible",
    property: "responsible",
    title: m("Who is responsible", "Wer verantwortlich ist"),
    write: m("Who watches the product's security.", "Wer die Informationssicherheit des Produkts beobachtet."),
  },
  {
    id: "PmsInterval",
    property: "interval",
    title: m("How often", "Wie oft"),
    write: m("How often the sources are looked at.", "Wie oft die Quellen geprüft werden."),
  },
  {
    id: "PmsComplaints",
    property: "complaints",
    title: m("Complaints and experience from the market", "Beschwerden und Erfahrungen aus dem Markt"),
    write: m(
      "How complaints and reports from users and the market are investigated.",
      "Wie Beschwerden und Meldungen von Nutzern und aus dem Markt untersucht werden.",
    ),
  },
  {
    id: "PmsPatchTime",
    property: "patch-time",
    title: m("Time to a fix", "Zeit bis zur Korrektur"),
    write: m("In which time fixes reach installed products.", "In welcher Zeit Korrekturen die Geräte im Feld erreichen."),
  },
  {
    id: "PmsTracing",
    property: "tracing",
    title: m("Tracing of products", "Rückverfolgung der Produkte"),
    write: m("How products that need an action are traced.", "Wie Produkte gefunden werden, bei denen etwas zu tun ist."),
  },
  {
    id: "PmsFollowUp",
    property: "follow-up",
    title: m("Clinical or performance follow-up", "Nachbeobachtung von Klinik oder Leistung"),
    write: m(
      "The plan for the follow-up (PMCF, PMPF), or why there is none.",
      "Der Plan der Nachbeobachtung (PMCF, PMPF), oder warum es keine gibt.",
    ),
  },
];

/** Sentences and titles. */
export const marketTexts = {
  planFill: m("give `surveillance` its `{property}`", "`surveillance` sein `{property}` geben"),
  trendMethod: m("Method", "Verfahren"),
  trendMethodWrite: m(
    "The method by which a statistically significant rise is found.",
    "Das Verfahren, mit dem ein statistisch signifikanter Anstieg gefunden wird.",
  ),
  trendManagement: m("How incidents are managed", "Umgang mit Vorkommnissen"),
  trendManagementWrite: m(
    "How incidents are received, investigated, decided on, reported and closed.",
    "Wie Vorkommnisse angenommen, untersucht, entschieden, gemeldet und abgeschlossen werden.",
  ),
  trendPeriod: m("Observation period", "Beobachtungszeitraum"),
  trendPeriodWrite: m(
    "The observation period, the earlier period it is compared with, and the use in each.",
    "Der Beobachtungszeitraum, der frühere Zeitraum zum Vergleich und die Nutzung in beiden.",
  ),
  trendFill: m("declare a `trend` with its periods and exposures", "einen `trend` mit Zeiträumen und Nutzung deklarieren"),
  trendWrong: m(
    "The declared trend cannot be worked out; `ward check` says why.",
    "Der deklarierte Trend lässt sich nicht auswerten; `ward check` sagt, warum.",
  ),
  trendWrongFill: m("correct periods and numbers of the `trend`", "Zeiträume und Zahlen des `trend` berichtigen"),
  methodFrequency: m(
    "Frequency: the rates of non-serious incidents in two periods are compared as rates of Poisson processes, each over its own exposure. Given how many incidents there were in all, the number in the observation period is binomial with the share that this period has in the exposure; the test is exact and one-sided, for a rise (conditional binomial test, Przyborowski and Wilenski 1940). The effect is the ratio of the rates, with exact limits from those of Clopper and Pearson.",
    "Häufigkeit: Die Raten nicht schwerwiegender Vorkommnisse zweier Zeiträume werden als Raten von Poisson-Prozessen verglichen, jede über ihre eigene Nutzung. Bei gegebener Gesamtzahl ist die Zahl im Beobachtungszeitraum binomialverteilt, mit dem Anteil dieses Zeitraums an der Nutzung; der Test ist exakt und einseitig auf einen Anstieg gerichtet (bedingter Binomialtest, Przyborowski und Wilenski 1940). Der Effekt ist das Verhältnis der Raten, mit exakten Grenzen nach Clopper und Pearson.",
  ),
  methodSeverity: m(
    "Severity: the grades of impact on health are compared by an exact one-sided permutation test of their sums (with two grades Fisher's exact test). The effect is the probability that a later incident is graver than an earlier one, ties counted half.",
    "Schwere: Die Grade der Auswirkung auf die Gesundheit werden mit einem exakten einseitigen Permutationstest ihrer Summen verglichen (bei zwei Graden der exakte Test von Fisher). Der Effekt ist die Wahrscheinlichkeit, dass ein späteres Vorkommnis schwerer ist als ein früheres, bei Gleichstand zur Hälfte gezählt.",
  ),
  methodLevel: m(
    "Each test has the significance level {level}; each limit is missed with at most this probability, so that both together hold with at least {both} %. Where even the most extreme outcome could not be significant, the report says that there are too few incidents to tell, and not that nothing rose.",
    "Jeder Test hat das Signifikanzniveau {level}; jede Grenze wird höchstens mit dieser Wahrscheinlichkeit verfehlt, beide zusammen gelten also mit mindestens {both} %. Wo selbst der extremste Ausgang nicht signifikant sein könnte, sagt der Bericht, dass es zu wenige Vorkommnisse sind, und nicht, dass nichts gestiegen sei.",
  ),
  assumptions: m("Assumptions:", "Annahmen:"),
  assumptionIndependent: m(
    "Incidents happen independently of each other. Several from one cause, such as one attack on many devices, make a rise look surer than it is.",
    "Vorkommnisse treten unabhängig voneinander ein. Mehrere aus einer Ursache, etwa einem Angriff auf viele Geräte, lassen einen Anstieg sicherer aussehen, als er ist.",
  ),
  assumptionConstant: m(
    "The rate is constant within a period and proportional to the exposure.",
    "Die Rate ist innerhalb eines Zeitraums gleich und proportional zur Nutzung.",
  ),
  assumptionReporting: m(
    "Incidents are noticed and reported equally well in both periods, and the exposure is counted alike.",
    "Vorkommnisse werden in beiden Zeiträumen gleich gut bemerkt und gemeldet, und die Nutzung wird gleich gezählt.",
  ),
  assumptionOnce: m(
    "The periods were chosen before the numbers were known, and looked at once. Neither the two tests nor repeated looks are corrected for.",
    "Die Zeiträume wurden festgelegt, bevor die Zahlen bekannt waren, und einmal ausgewertet. Weder die zwei Tests noch wiederholte Auswertungen werden ausgeglichen.",
  ),
  assumptionDay: m(
    "An incident counts on the day it occurred, or where that is unknown, on the day it became known.",
    "Ein Vorkommnis zählt am Tag, an dem es eintrat, oder, wo dieser unbekannt ist, an dem es bekannt wurde.",
  ),
  assumptionExact: m(
    "Exact tests keep the level and are therefore cautious: with few incidents a real rise is often missed.",
    "Exakte Tests halten das Niveau ein und sind daher vorsichtig: Bei wenigen Vorkommnissen wird ein wirklicher Anstieg oft übersehen.",
  ),
  ivdNote: m(
    "Under the IVDR a significant rise of expected erroneous results is reported as well (Art. 83(1)). Results are not counted in this model.",
    "Nach der IVDR ist auch ein signifikanter Anstieg erwarteter fehlerhafter Ergebnisse zu melden (Art. 83 Abs. 1). Ergebnisse werden in diesem Modell nicht gezählt.",
  ),
  overview: m("Result", "Ergebnis"),
  frequency: m("Frequency", "Häufigkeit"),
  severity: m("Severity", "Schwere"),
  risen: m("significantly risen", "signifikant gestiegen"),
  notShown: m("no significant rise", "kein signifikanter Anstieg"),
  tooFew: m("too few incidents to tell", "zu wenige Vorkommnisse für eine Aussage"),
  notComputed: m("not computed, since incidents are counted elsewhere", "nicht berechnet, da Vorkommnisse anderswo gezählt werden"),
  ratio: m(
    "ratio of the rates {ratio}, exact limits {low} to {high}, p {p}",
    "Verhältnis der Raten {ratio}, exakte Grenzen {low} bis {high}, p {p}",
  ),
  ratioNone: m("no incident before, ratio above {low}, p {p}", "kein Vorkommnis zuvor, Verhältnis über {low}, p {p}"),
  noEvents: m("no incident in either period", "kein Vorkommnis in beiden Zeiträumen"),
  superiority: m(
    "probability that a later incident is graver {value}, p {p}",
    "Wahrscheinlichkeit, dass ein späteres Vorkommnis schwerer ist, {value}, p {p}",
  ),
  ungraded: m(
    "Left out of the comparison of severity, since they do not say what they did to anybody's health: {names}.",
    "Vom Vergleich der Schwere ausgenommen, da sie nicht sagen, was sie der Gesundheit taten: {names}.",
  ),
  countedElsewhere: m(
    "Incidents of this observation are counted elsewhere; those listed in the model are fewer.",
    "Vorkommnisse dieser Beobachtung werden anderswo gezählt; das Modell führt nicht alle auf.",
  ),
  notOver: m(
    "The observation period ends on {day} only: these figures are preliminary.",
    "Der Beobachtungszeitraum endet erst am {day}: Diese Zahlen sind vorläufig.",
  ),
  per: m("incidents per {scale} {unit}", "Vorkommnisse je {scale} {unit}"),
  perOne: m("incidents, by {unit}", "Vorkommnisse, nach {unit}"),
  rateChart: m("Rates with exact limits", "Raten mit exakten Grenzen"),
  monthChart: m("Incidents over time", "Vorkommnisse im Verlauf"),
  monthSays: m(
    "{before} incidents in the earlier period, {after} in the observation period, by month.",
    "{before} Vorkommnisse im früheren Zeitraum, {after} im Beobachtungszeitraum, nach Monaten.",
  ),
  rateSays: m(
    "Rate of the earlier period {before}, of the observation period {after}.",
    "Rate des früheren Zeitraums {before}, des Beobachtungszeitraums {after}.",
  ),
  number: m("number", "Anzahl"),
  conclusion: m("Conclusion", "Schlussfolgerung"),
  conclusionWrite: m(
    "What the manufacturer concludes: whether it is a trend to be reported, and what is done.",
    "Was der Hersteller folgert: ob ein meldepflichtiger Trend vorliegt und was getan wird.",
  ),
  conclusionFill: m("give `trend {name}` its `conclusion`", "`trend {name}` seine `conclusion` geben"),
  listTitle: m("Incidents", "Vorkommnisse"),
  noSerious: m("The model holds no serious incident.", "Das Modell enthält kein schwerwiegendes Vorkommnis."),
  all: m("All incidents", "Alle Vorkommnisse"),
  facts: m("Dates and classification", "Daten und Einstufung"),
  partA: m("(a) The incident", "(a) Das Vorkommnis"),
  partB: m("(b) Effects on health", "(b) Auswirkungen auf die Gesundheit"),
  partAction: m("Investigation and actions", "Untersuchung und Maßnahmen"),
  due: m("To be reported by {last}: {days} days after it became known.", "Zu melden bis {last}: {days} Tage nach Bekanntwerden."),
  dueOpen: m("To be reported by {last}: not reported yet.", "Zu melden bis {last}: noch nicht gemeldet."),
  duePast: m("Had to be reported by {last}: no report is stated.", "War zu melden bis {last}: keine Meldung genannt."),
  reportedInTime: m("Reported on {day}, in time.", "Gemeldet am {day}, rechtzeitig."),
  reportedLate: m("Reported on {day}, {late} days late.", "Gemeldet am {day}, {late} Tage zu spät."),
  lateReason: m("Reason of the delay: {reason}", "Grund der Verspätung: {reason}"),
  occurredOn: m("Occurred on {day}, became known on {aware}.", "Eingetreten am {day}, bekannt geworden am {aware}."),
  awareOn: m("Became known on {aware}.", "Bekannt geworden am {aware}."),
  impactWas: m("Impact on health: {word}.", "Auswirkung auf die Gesundheit: {word}."),
  impactCould: m("It might have led, or might lead, to: {word}.", "Es hätte führen können oder könnte führen zu: {word}."),
  informationIs: m("Information: {word}.", "Information: {word}."),
  relationIs: m("Security and safety: {word}.", "Informations- und Patientensicherheit: {word}."),
  codesAre: m("Codes (IMDRF or own):", "Codes (IMDRF oder eigene):"),
  where: m("Where it happened: {names}.", "Wo es geschah: {names}."),
  controlsTitle: m("Controls that failed, or that answer it now", "Maßnahmen, die versagten oder ihm nun begegnen"),
} satisfies Record<string, Text>;

/** What has to be said about a serious incident: by property, what is to be written where it is missing (MDR 87, IVDR 82; MDCG 2019-16, 5.2). */
export const incidentItems = {
  occurred: m("When it occurred.", "Wann es eingetreten ist."),
  reporting: m(
    "What sort of serious incident it is, which gives the time to report.",
    "Welcher Art das Vorkommnis ist; daraus folgt die Meldefrist.",
  ),
  codes: m("Codes of problem, cause and conclusion.", "Codes für Problem, Ursache und Ergebnis."),
  what: m("What happened.", "Was geschehen ist."),
  information: m("Whether information is compromised or threatened.", "Ob Informationen kompromittiert oder bedroht sind."),
  on: m("Where it happened.", "Wo es geschehen ist."),
  cause: m("Which threat became real.", "Welche Bedrohung wirklich wurde."),
  "health-impact": m("What it did to the health of persons.", "Was es der Gesundheit von Personen tat."),
  "health-effects": m("Signs, symptoms, conditions and the overall impact.", "Zeichen, Symptome, Befunde und die Auswirkung insgesamt."),
  investigation: m("What the investigation found.", "Was die Untersuchung ergab."),
  response: m("What was done about it.", "Was dagegen getan wurde."),
} satisfies Record<string, Text>;

/** The declaration that fills what is missing in an incident. */
export const incidentFill: Text = m("give `incident {name}` its `{property}`", "`incident {name}` sein `{property}` geben");
