// A model has exactly one system, and a regulated one sees the medical catalogue.
import { diagnostic } from "../../diagnostics/create.ts";
import { nameLocation } from "../../model/types.ts";
import type { Check } from "./check.ts";

/** Reports a model without system, further systems, and a regulated system without the medical catalogue. */
export const systemCheck: Check = ({ model }) => {
  const [first, ...others] = model.of("system").filter((system) => system.file.origin === "user");
  if (first === undefined) {
    const element = ["device", "process", "flow", "store"]
      .flatMap((keyword) => model.of(keyword as "device"))
      .find((entity) => entity.file.origin === "user");
    return element ? [diagnostic("missing-system", nameLocation(element), {})] : [];
  }
  const several = others.map((other) =>
    diagnostic(
      "several-systems",
      nameLocation(other),
      { name: other.name, first: first.name },
      { related: [{ message: "the first one", location: nameLocation(first) }] },
    ),
  );
  const medical = model.files.some((file) => file.path.startsWith("ward:medical/"));
  const unregulated = model.texts(first, "regulation").length === 0 || medical;
  return unregulated ? several : [...several, diagnostic("missing-catalogue", nameLocation(first), { name: first.name })];
};
