// What the analysis finds: threat instances with their answers, requirements on the environment, diagnostics.
import type { Catalogue, RequirementEntry, ThreatEntry } from "../catalogue/catalogue.ts";
import type { Diagnostic } from "../diagnostics/types.ts";
import type { Facts } from "../model/derived/facts.ts";
import type { HarmPath } from "../model/derived/harm.ts";
import type { Access } from "../model/derived/reach.ts";
import type { Model } from "../model/model.ts";
import type { Entity } from "../model/types.ts";
import type { Vulnerability } from "./vulnerabilities.ts";

/** Status of a measure at an element, from weakest to strongest. */
export type Status = "planned" | "designed" | "implemented" | "verified";

/** The statuses from weakest to strongest. */
export const statuses: readonly Status[] = ["planned", "designed", "implemented", "verified"];

/** Where a threat instance stands. */
export type State = "open" | "planned" | "mitigated" | "assumed" | "accepted" | "transferred" | "dismissed";

/** The states in the order in which people read them. */
export const states: readonly State[] = ["open", "planned", "assumed", "accepted", "transferred", "dismissed", "mitigated"];

/** Something that gives a measure to an element. */
export interface Provider {
  /** The measure given; counts as every measure it specialises. */
  readonly measure: Entity;
  readonly by: "control" | "protocol" | "kind";
  /** The controls (two where each end has its own), the protocol or the kind. */
  readonly sources: readonly Entity[];
  readonly status: Status;
  /** Why it reaches the element, in words. */
  readonly reach: string;
}

/** What would give a measure, if vulnerabilities did not break it. */
export interface Defeated {
  readonly provider: Provider;
  /** The vulnerabilities that do. */
  readonly by: readonly Entity[];
}

/** A measure that an alternative asks for, and who gives it here. */
export interface MeasureAnswer {
  readonly measure: Entity;
  readonly providers: readonly Provider[];
  /** The best status; undefined when nobody gives the measure. */
  readonly status: Status | undefined;
}

/** One alternative of `mitigated-by` at an element. */
export interface AlternativeAnswer {
  readonly measures: readonly MeasureAnswer[];
  /** Status of the weakest measure; undefined when one is missing. */
  readonly status: Status | undefined;
  readonly missing: readonly Entity[];
}

/** An assumption that was looked at, and why it did or did not count. */
export interface AssumptionAnswer {
  readonly assumption: Entity;
  readonly requirement: Entity;
  readonly counts: boolean;
  readonly why: string;
}

/** A decision that names the instance, and why it did or did not count. */
export interface DecisionAnswer {
  readonly decision: Entity;
  readonly counts: boolean;
  readonly expired: boolean;
  readonly why: string;
}

/** How severity came about. */
export interface SeverityReason {
  readonly severity: string;
  /** What the threat says before anything raises it. */
  readonly base: string;
  /** What raised it, in words; empty when nothing did. */
  readonly raisedBy: readonly string[];
}

/** Likelihood and risk before and after the answer, in words of the catalogue's scales. */
export interface Risk {
  readonly exposure: string;
  readonly likelihood: string;
  readonly initial: string;
  readonly residualLikelihood: string;
  readonly residual: string;
}

/** A threat that applies to an element. */
export interface ThreatInstance {
  /** `Threat@Element`. */
  readonly id: string;
  readonly threat: ThreatEntry;
  readonly element: Entity;
  readonly state: State;
  /** Status of the best complete alternative, when there is one. */
  readonly status: Status | undefined;
  readonly severity: SeverityReason;
  readonly alternatives: readonly AlternativeAnswer[];
  /** The alternative that stands (complete) or is nearest to completion. */
  readonly best: AlternativeAnswer | undefined;
  /** Assumptions that could answer it here, whether or not something stronger does. */
  readonly assuming: readonly Entity[];
  /** All assumptions that were looked at; worked out when asked for, since only explanations need those that do not count. */
  readonly assumptions: readonly AssumptionAnswer[];
  readonly decisions: readonly DecisionAnswer[];
  /** What answers it: controls, protocols, kinds, assumptions or the decision. */
  readonly answers: readonly Entity[];
  /** Measures that the nearest alternative lacks, while it is open. */
  readonly missing: readonly Entity[];
  readonly harms: readonly HarmPath[];
  readonly access: Access | undefined;
  readonly risk: Risk;
  /** Vulnerabilities that make it real here, as far as they are not settled. */
  readonly exploitedBy: readonly Vulnerability[];
  /** What would answer it, if vulnerabilities did not break it. */
  readonly defeated: readonly Defeated[];
  /** It would be mitigated but for these vulnerabilities. */
  readonly reopenedBy: readonly Entity[];
  /** More general threats that this one replaced here. */
  readonly replaces: readonly ThreatEntry[];
}

/** A requirement on the operating environment at a place. */
export interface RequirementInstance {
  /** `Requirement@Place`. */
  readonly id: string;
  readonly requirement: RequirementEntry;
  readonly place: Entity;
  /** Who has to make it true here: a word of `party`. */
  readonly responsible: string;
  readonly state: "stated" | "unpublished" | "missing";
  /** The clauses it serves, of the regulations that the system falls under. */
  readonly clauses: readonly Entity[];
  /** Assumptions that state it here. */
  readonly assuming: readonly Entity[];
  /** All assumptions that were looked at; worked out when asked for. */
  readonly assumptions: readonly AssumptionAnswer[];
}

/** A requirement that was not raised because the device has the measure itself. */
export interface Autonomy {
  readonly requirement: RequirementEntry;
  readonly place: Entity;
  readonly measure: Entity;
}

/** Everything that is known about a model on a day. */
export interface Analysis {
  readonly model: Model;
  readonly facts: Facts;
  readonly catalogue: Catalogue;
  readonly threats: readonly ThreatInstance[];
  readonly requirements: readonly RequirementInstance[];
  readonly autonomy: readonly Autonomy[];
  readonly diagnostics: readonly Diagnostic[];
}
