// Walking through a scenario: the bar with which one goes from step to step.
import type { Scene } from "../../server/src/diagram/types.ts";
import { button, make } from "./dom.ts";
import { edgesOf, stepCount } from "./scenario.ts";

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
