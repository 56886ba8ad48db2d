// Documents for panels and folders: one deliverable of a model as HTML, or all of them as files. What writes them is loaded with the first.
import type { Entity } from "../model/types.ts";
import { hashOf } from "../source/hash.ts";
import type { CheckedModel } from "../workspace/check.ts";
import { type Context, type Opened, opened } from "./context.ts";
import { entitiesAt, firstProblem, modelOf } from "./diagrams.ts";
import { DocumentDrawing } from "./document-drawing.ts";
import type {
  DocumentKind,
  DocumentKindsParams,
  DocumentKindsResult,
  DocumentLanguage,
  DocumentParams,
  DocumentResult,
  DocumentSetParams,
  DocumentSetResult,
} from "./protocol.ts";

type Engine = typeof import("../report/editor.ts");

/** A model that documents are wanted of. */
interface Subject {
  readonly engine: Engine;
  readonly found: Opened;
  readonly model: CheckedModel;
}

/** Writes documents. */
export class Documents {
  private readonly context: Context;
  private readonly drawing: DocumentDrawing;

  constructor(context: Context) {
    this.context = context;
    this.drawing = new DocumentDrawing(context.drawing);
  }

  /** What can be written. */
  async kinds(params: DocumentKindsParams): Promise<DocumentKindsResult> {
    const subject = await this.subject(params);
    const engine = subject?.engine ?? (await this.context.writing().load());
    const language = engine.languageOf(subject?.found.room.workspace.reportSettings);
    return {
      ...(subject ? { model: subject.model.name } : {}),
      kinds: kindsOf(engine, subject?.model, language),
      formats: engine.editorFormats.map((name) => ({ name, title: engine.formatTitle(name) })),
      language,
    };
  }

  /** The document that a panel asks for, or why it keeps the one it has. */
  async write(params: DocumentParams): Promise<DocumentResult> {
    const subject = await this.subject(params);
    if (subject === undefined) return { state: "none" };
    const { engine, model } = subject;
    const broken = firstProblem(model);
    if (broken && params.known !== undefined) return broken;
    const { reporter, problems } = this.reporter(subject, params.language);
    const { language } = reporter.context;
    const kinds = kindsOf(engine, model, language);
    const first = kinds.find(({ wanted }) => wanted) ?? kinds[0];
    const deliverable = engine.deliverableOf(params.kind ?? "") ?? engine.deliverableOf(first?.kind ?? "");
    if (deliverable === undefined) return { state: "none" };
    await reporter.prepare(deliverable);
    const document = reporter.document(deliverable);
    const html = engine.htmlBody(document, "data-style");
    const key = hashOf(JSON.stringify([model.name, document.kind, kinds, problems, html]));
    if (key === params.known) return { state: "same" };
    return {
      state: "document",
      key,
      uri: params.uri,
      model: model.name,
      kind: document.kind,
      language,
      title: document.title,
      subject: document.subject,
      kinds,
      html,
      style: engine.style,
      gaps: document.gaps.length,
      declarations: document.declarations.map(({ anchor, key: of }) => ({ anchor, key: of })),
      problems,
      broken: broken !== undefined,
    };
  }

  /** All documents, an index and the list of gaps, in formats. `before` is called before each document, and may end it all by throwing. */
  async set(params: DocumentSetParams, before: (title: string, done: number, all: number) => Promise<void>): Promise<DocumentSetResult> {
    const subject = await this.subject(params);
    if (subject === undefined) return { problem: "the document belongs to no model" };
    const { engine } = subject;
    const formats = engine.editorFormats.filter((name) => params.formats.includes(name));
    const unknown = params.formats.find((name) => !(formats as readonly string[]).includes(name));
    if (unknown !== undefined || formats.length === 0) return { problem: `an editor writes ${engine.editorFormats.join(", ")}` };
    const { reporter, problems } = this.reporter(subject, params.language);
    const { files, failures } = await engine.writeSet(reporter, formats, { before, withoutData: true });
    return {
      files: files.map(({ name, content }) => ({ name, text: String(content) })),
      failures: failures.map(({ kind, error }) => ({ kind, message: error instanceof Error ? error.message : String(error) })),
      problems,
    };
  }

  /** Keys of the declarations around an offset of a file, innermost first. */
  async keysAt(params: DocumentKindsParams, offsetOf: (found: Opened) => number): Promise<string[]> {
    const subject = await this.subject(params);
    if (subject === undefined) return [];
    const { engine, found, model } = subject;
    return entitiesAt(model, found.snapshot.file.path, offsetOf(found)).map(engine.keyOf);
  }

  /** The declaration of a key, and what names its file. */
  async declaration(params: DocumentKindsParams, key: string): Promise<{ readonly entity: Entity; readonly found: Opened } | undefined> {
    const subject = await this.subject(params);
    const entity = subject?.model.analysis.model.entities.find((one) => one.file.origin === "user" && subject.engine.keyOf(one) === key);
    return subject && entity && { entity, found: subject.found };
  }

  private async subject({ uri, model: name }: DocumentKindsParams): Promise<Subject | undefined> {
    const [engine] = await Promise.all([this.context.writing().load(), this.context.loaded]);
    const found = opened(this.context, uri);
    const model = modelOf(this.context, uri, name);
    return found && model && { engine, found, model };
  }

  private reporter({ engine, found, model }: Subject, language: DocumentLanguage | undefined): ReturnType<Engine["reporterOf"]> {
    const { workspace } = found.room;
    const { image } = this.context.writing();
    const read = image && ((path: string, largest: number) => image(workspace.root, path, largest));
    const draw = this.drawing.of(model.analysis);
    return engine.reporterOf(model.analysis, { settings: workspace.reportSettings, read, draw, language, tool: this.context.version });
  }
}

function kindsOf(engine: Engine, model: CheckedModel | undefined, language: DocumentLanguage): DocumentKind[] {
  const found = model?.analysis.model;
  const wanted = found?.system ? found.texts(found.system, "documents") : [];
  return engine.deliverables.map(({ kind, title, purpose }) => ({
    kind,
    title: title[language],
    purpose: purpose[language],
    wanted: wanted.includes(kind),
  }));
}
