// The general safety and performance requirements that bear on security, in own words; the regulation alone binds.
import type { AnnexNumber } from "../../analysis/documents/gspr.ts";
import type { Text } from "../types.ts";

const g = (en: string, de: string): Text => ({ en, de });

/** By the number in Annex I of the MDR. */
export const gsprTexts = {
  "1": g(
    "The device performs as intended, is safe, and its risks are acceptable against its benefits.",
    "Das Gerät leistet, was es soll, ist sicher, und seine Risiken sind gegenüber dem Nutzen vertretbar.",
  ),
  "2": g(
    "Risks are reduced as far as possible without worsening the ratio of benefit and risk.",
    "Risiken werden so weit wie möglich gemindert, ohne das Verhältnis von Nutzen und Risiko zu verschlechtern.",
  ),
  "3": g(
    "Risk management runs through the whole lifetime: find, rate, control, learn from the field.",
    "Risikomanagement über den gesamten Lebenszyklus: finden, bewerten, beherrschen, aus dem Feld lernen.",
  ),
  "4": g(
    "Risks are designed out first, then guarded against, then told; users learn of what remains.",
    "Risiken werden zuerst durch Entwurf beseitigt, dann durch Schutz gemindert, dann mitgeteilt; Nutzer erfahren, was bleibt.",
  ),
  "5": g(
    "Use errors are reduced by ergonomics and by regard for users and surroundings.",
    "Anwendungsfehler werden durch Ergonomie und Rücksicht auf Nutzer und Umgebung vermindert.",
  ),
  "6": g(
    "Security and performance last over the lifetime under normal use and maintenance.",
    "Sicherheit und Leistung halten über die Lebensdauer bei üblichem Gebrauch und Wartung.",
  ),
  "7": g("Transport and storage do not harm the device.", "Transport und Lagerung schaden dem Gerät nicht."),
  "8": g(
    "Known and foreseeable risks are minimised and acceptable against the benefits.",
    "Bekannte und vorhersehbare Risiken sind minimiert und gegenüber dem Nutzen vertretbar.",
  ),
  "14.1": g(
    "Together with other equipment, the connection included, the whole is safe; limits are stated.",
    "Im Zusammenwirken mit anderen Produkten, die Verbindung eingeschlossen, ist das Ganze sicher; Grenzen sind genannt.",
  ),
  "14.2(d)": g(
    "Harmful interaction of software and its IT environment is reduced.",
    "Schädliche Wechselwirkung von Software und IT-Umgebung ist vermindert.",
  ),
  "14.5": g(
    "Interoperability and compatibility with other products are reliable and safe.",
    "Interoperabilität und Kompatibilität mit anderen Produkten sind zuverlässig und sicher.",
  ),
  "17.1": g(
    "Programmable systems are repeatable, reliable and perform, single faults included.",
    "Programmierbare Systeme sind wiederholbar, zuverlässig und leistungsfähig, auch im ersten Fehlerfall.",
  ),
  "17.2": g(
    "Software is made after the state of the art: lifecycle, risk management, information security, verification.",
    "Software entsteht nach dem Stand der Technik: Lebenszyklus, Risikomanagement, Informationssicherheit, Verifizierung.",
  ),
  "17.3": g(
    "Software for mobile platforms takes the platform and its surroundings into account.",
    "Software für mobile Plattformen berücksichtigt die Plattform und ihre Umgebung.",
  ),
  "17.4": g(
    "Minimum requirements on hardware, IT network and IT security, protection against unauthorised access included, are set.",
    "Mindestanforderungen an Hardware, IT-Netz und IT-Sicherheit sind festgelegt, der Schutz gegen unbefugten Zugriff eingeschlossen.",
  ),
  "18.8": g(
    "The device is protected against unauthorised access that could keep it from working as intended.",
    "Das Gerät ist gegen unbefugten Zugriff geschützt, der es am bestimmungsgemäßen Betrieb hindern könnte.",
  ),
  "22.1": g(
    "Devices for lay persons suit their skills, means and surroundings.",
    "Produkte für Laien passen zu deren Kenntnissen, Mitteln und Umgebung.",
  ),
  "23.1(g)": g(
    "Residual risks are told as limitations, precautions and warnings.",
    "Restrisiken werden als Einschränkungen, Vorsichtsmaßnahmen und Warnungen mitgeteilt.",
  ),
  "23.1": g(
    "Supplied information identifies the device, tells of safety and performance, and is kept current.",
    "Beigefügte Informationen benennen das Produkt, Sicherheit und Leistung und werden aktuell gehalten.",
  ),
  "23.2(m)": g(
    "Warnings that need attention at once stand on the label.",
    "Warnungen, die sofort beachtet werden müssen, stehen auf der Kennzeichnung.",
  ),
  "23.4(g)": g("Instructions for use: residual risks.", "Gebrauchsanweisung: Restrisiken."),
  "23.4(h)": g("Instructions for use: specifications that the user needs.", "Gebrauchsanweisung: Spezifikationen, die der Nutzer braucht."),
  "23.4(i)": g(
    "Instructions for use: preparation, such as installation and configuration.",
    "Gebrauchsanweisung: Vorbereitung, etwa Installation und Konfiguration.",
  ),
  "23.4(j)": g(
    "Instructions for use: facilities, training and qualification.",
    "Gebrauchsanweisung: Einrichtungen, Schulung und Qualifikation.",
  ),
  "23.4(k)": g(
    "Instructions for use: checking the installation, and maintenance.",
    "Gebrauchsanweisung: Prüfung der Installation und Wartung.",
  ),
  "23.4(q)": g("Instructions for use: combination with other equipment.", "Gebrauchsanweisung: Verbindung mit anderen Produkten."),
  "23.4(v)": g("Instructions for use: safe disposal, data included.", "Gebrauchsanweisung: sichere Entsorgung, Daten eingeschlossen."),
  "23.4(ab)": g(
    "Instructions for use: minimum requirements on hardware, IT network and IT security.",
    "Gebrauchsanweisung: Mindestanforderungen an Hardware, IT-Netz und IT-Sicherheit.",
  ),
} satisfies Record<AnnexNumber, Text>;
