// Walking through a scenario: which arrows and elements belong to a step, and the bar with which one goes from step to step.
import type { Scene, SceneEdge } from "../../server/src/diagram/types.ts";
import { button, make } from "./dom.ts";

/** How many steps the picture has; none in views that follow no scenario. */
export function stepCount({ edges }: Pick<Scene, "edges">): number {
  return Math.max(0, ...edges.flatMap(({ steps }) => steps));
}

/** The arrows of a step. */
export function edgesOf({ edges }: Pick<Scene, "edges">, step: number): SceneEdge[] {
  return edges.filter(({ steps }) => steps.includes(step));
}

/** Everything that a step lights: its arrows, what they join and pass, and the containers around that. */
export function lit(scene: Pick<Scene, "edges" | "nodes">, step: number): Set<string> {
  const parents = new Map(scene.nodes.map(({ id, parent }) => [id, parent]));
  const devices = new Map(scene.nodes.flatMap((node) => node.ports.map((port) => [port.id, node.id])));
  const ids = new Set<string>();
  for (const { id, source, target, via } of edgesOf(scene, step)) {
    ids.add(id);
    for (const start of [source, target, ...via]) {
      for (let at: string | undefined = start; at !== undefined && !ids.has(at); at = parents.get(at) ?? devices.get(at)) ids.add(at);
    }
  }
  return ids;
}

/** The bar; hidden where there are no steps. */
export class Steps {
  readonly element: HTMLElement;
  private readonly text = make("span", { "aria-live": "polite", dir: "auto" });
  private readonly go: (step: number) => void;
  private count = 0;
  private at = 0;

  constructor(go: (step: number) => void) {
    this.go = go;
    this.element = make(
      "nav",
      { class: "steps", "aria-label": "Steps of the scenario", hidden: true },
      button("◀", "Previous step ([)", () => this.move(-1), { class: "sign" }),
      this.text,
      button("▶", "Next step (])", () => this.move(1), { class: "sign" }),
      button("All", "Show all steps", () => this.go(0)),
    );
  }

  /** Goes on or back; past the last step come all of them. */
  move(by: number): void {
    if (this.count > 0) this.go((this.at + by + this.count + 1) % (this.count + 1));
  }

  /** Shows where one is. */
  update(scene: Scene, step: number): void {
    this.count = stepCount(scene);
    this.at = Math.min(step, this.count);
    this.element.hidden = this.count === 0;
    const names = edgesOf(scene, this.at).map(({ title }) => title);
    this.text.textContent = this.at === 0 ? `All ${this.count} steps` : `Step ${this.at} of ${this.count}: ${names.join(", ")}`;
  }
}
