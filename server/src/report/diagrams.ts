// Pictures of views for documents: drawn by whoever has the engine, kept by view, and left out where nobody can draw.

/** A view as a picture. */
export interface Diagram {
  /** What `ward diagram --view` calls it. */
  readonly view: string;
  readonly title: string;
  /** Self-contained, without scripts and styles, with a name and a description for screen readers. */
  readonly svg: string;
  /** Pixels at the scale 1. */
  readonly width: number;
  readonly height: number;
  /** The picture as a PNG, for what holds no vectors. */
  readonly png: () => Promise<Uint8Array>;
}

/** Draws a view of the model; undefined where the model does not have it. */
export type Draw = (view: string) => Promise<Diagram | undefined>;

/** The pictures of a model's documents; each is drawn once. */
export class Diagrams {
  private readonly draw: Draw | undefined;
  private readonly drawn = new Map<string, Diagram | undefined>();
  private readonly begun = new Map<string, Promise<void>>();

  constructor(draw: Draw | undefined) {
    this.draw = draw;
  }

  /** Draws what a document is to show; a picture that is being drawn already is waited for. */
  async prepare(views: readonly string[]): Promise<void> {
    const { draw } = this;
    if (draw === undefined) return;
    const begin = async (view: string): Promise<void> => {
      this.drawn.set(view, await draw(view));
    };
    for (const view of views) {
      const begun = this.begun.get(view) ?? begin(view);
      this.begun.set(view, begun);
    }
    await Promise.all(views.map((view) => this.begun.get(view)));
  }

  /** A picture that was drawn; undefined where there is none. */
  of(view: string): Diagram | undefined {
    return this.drawn.get(view);
  }
}
