// The views that the FDA's premarket guidance asks for, as far as a model can lack them: what would fill each.
import type { Entity } from "../../model/types.ts";
import { declared, isOf } from "./select.ts";
import type { Found, Start } from "./types.ts";

/** A view that a document shows. */
export interface RequiredView {
  /** Stable; documents and diagnostics name it. */
  readonly id: string;
  /** What it is called, in English; the report holds the other languages. */
  readonly title: string;
  /** The declarations that fill it. */
  readonly sources: (found: Found) => readonly Entity[];
  readonly starts: readonly Start[];
  /** What to declare where nothing fills it, in English. */
  readonly fill: string;
}

/** Flows that bring software. */
export function updateFlows({ facts }: Found): readonly Entity[] {
  return declared(facts, "flow").filter((flow) => facts.model.refs(flow, "carries").some((data) => isOf(facts, data, "SoftwareUpdate")));
}

/** The views that can be missing; harm to many patients is told of every model. */
export const requiredViews: readonly RequiredView[] = [
  {
    id: "GlobalSystemView",
    title: "Global system view",
    sources: ({ facts }) => declared(facts, "boundary"),
    starts: [{ keyword: "boundary" }],
    fill: "declare the `boundary` around each device",
  },
  {
    id: "UpdatabilityView",
    title: "Updateability and patchability view",
    sources: updateFlows,
    starts: [],
    fill: "declare the `flow` that carries `data` of kind `SoftwareUpdate`",
  },
  {
    id: "SecurityUseCaseView",
    title: "Security use case views",
    sources: ({ facts }) => declared(facts, "scenario"),
    starts: [{ keyword: "scenario" }],
    fill: "declare each as a `scenario` with its `steps`",
  },
];
