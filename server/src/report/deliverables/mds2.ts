// The MDS2 form of 2019, filled in as far as the model knows.
import type { Context } from "../context.ts";
import { type Answer, answers } from "../sections/mds2.ts";
import { addTable } from "../tables/table.ts";
import { captions } from "../texts/captions.ts";
import { labels } from "../texts/labels.ts";
import { mds2Questions, mds2Sections } from "../texts/mds2.ts";
import { phrases } from "../texts/phrases.ts";
import type { Span } from "../types.ts";
import type { Deliverable } from "./types.ts";

/** Answers by question, a section of the form a section. */
export const mds2: Deliverable = {
  kind: "mds2",
  title: { en: "MDS2 worksheet (ANSI/NEMA HN 1-2019)", de: "MDS2-Arbeitsblatt (ANSI/NEMA HN 1-2019)" },
  purpose: {
    en: "Answers to the MDS2 form of 2019 as far as the model knows them, by question id.",
    de: "Antworten auf das MDS2-Formular von 2019, soweit das Modell sie kennt, nach Fragennummer.",
  },
  write: (document, context) => {
    const overview = document.section(context.t(phrases.overview)).paragraph(context.t(phrases.mds2Intro));
    overview.gap({
      item: "Mds2",
      title: context.t(mds2.title),
      state: "partial",
      text: context.t(phrases.mds2Write),
      fill: context.t(phrases.mds2Fill),
    });
    for (const [code, title] of mds2Sections) {
      const section = document.section(`${code} ${context.t(title)}`);
      const own = Object.keys(mds2Questions).filter((id) => id.startsWith(`${code}-`));
      const rows = own.map((id) => ({ id, answer: answers[id]?.(context) ?? { about: [] } }));
      addTable(section, context, captions.answers, rows, ({ answer }) => answer.about, [
        { head: "item", width: 1.9, cell: ({ id }) => ({ text: id, style: "code" }) },
        { head: "question", width: 5, cell: ({ id }) => (mds2Questions[id] ? context.t(mds2Questions[id]) : id) },
        { head: "answer", width: 2.2, cell: ({ answer }) => answerSpan(context, answer) },
        { head: "notes", width: 6, cell: ({ answer }) => answer.notes ?? "" },
      ]);
    }
  },
};

function answerSpan(context: Context, { yes, notes }: Answer): Span {
  if (yes !== undefined) return { text: context.yesNo(yes), style: yes ? "good" : "fair" };
  return notes ? { text: context.t(phrases.seeNotes) } : { text: context.t(labels.toBeWritten), style: "bad" };
}
