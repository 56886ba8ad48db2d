// Statements that need a second one: out of scope needs a reason, an essential function its harms, verified its evidence,
// an assumption its place in the instructions for use.
import { diagnostic } from "../../diagnostics/create.ts";
import { nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";

/** Reports what is out of scope without a reason. */
export const scopeCheck: Check = ({ model }) =>
  model.entities
    .filter(
      (entity) =>
        entity.file.origin === "user" &&
        entity.keyword !== "kind" &&
        model.text(entity, "scope") === "out" &&
        !model.text(entity, "reason"),
    )
    .map((entity) => diagnostic("scope-without-reason", nameLocation(entity), { what: entity.keyword, name: entity.id }));

/** Reports devices with an essential function that names no harm. */
export const essentialFunctionCheck: Check = ({ model }) =>
  model
    .of("device")
    .filter(
      (device) =>
        model.property(device, "essential-function") && !device.properties.has("harms") && model.refs(device, "harms").length === 0,
    )
    .map((device) => diagnostic("essential-function-without-harm", nameLocation(device), { name: device.id }));

/** Reports controls that are called verified without evidence. */
export const evidenceCheck: Check = ({ model }) =>
  model
    .of("control")
    .filter((control) => model.text(control, "status") === "verified" && !model.property(control, "evidence"))
    .map((control) =>
      diagnostic(
        "unevidenced-control",
        { file: control.file, range: control.properties.get("status")?.node ?? control.node.keyword },
        { name: control.name },
      ),
    );

/** Reports assumptions that the instructions for use do not state yet. */
export const publicationCheck: Check = ({ model }) =>
  model
    .of("assumption")
    .filter((assumption) => !assumption.properties.has("stated-in"))
    .map((assumption) => diagnostic("unpublished-assumption", nameLocation(assumption), { name: assumption.name }));
