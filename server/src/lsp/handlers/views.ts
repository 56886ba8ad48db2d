// Ward's own requests: what the views of threats and requirements show, explanations, texts of shipped catalogue files.
import { explain } from "../../analysis/explain.ts";
import { explainMarkdown } from "../../ide/explanation.ts";
import { nameLocation } from "../../model/types.ts";
import type { CheckedModel } from "../../workspace/check.ts";
import { shippedSources } from "../../workspace/shipped.ts";
import type { Context } from "../context.ts";
import { toLocation } from "../convert.ts";
import {
  type CatalogueTextParams,
  catalogueTextRequest,
  type ExplainParams,
  explainRequest,
  modelsRequest,
  type WireModel,
} from "../protocol.ts";
import { shippedPath } from "../uris.ts";
import { allChecked, fileUri, type Room } from "../workspaces.ts";

/** Registers the requests of `protocol.ts`. */
export function registerViews(context: Context): void {
  const { connection } = context;
  connection.onRequest(modelsRequest, async (): Promise<WireModel[]> => {
    await context.loaded;
    return [...allChecked(context.workspaces)].flatMap(({ room, checked }) => checked.models.map((model) => toWire(model, room)));
  });
  connection.onRequest(explainRequest, ({ id }: ExplainParams): string | null => {
    for (const { checked } of allChecked(context.workspaces)) {
      for (const { analysis } of checked.models) {
        const found = explain(analysis, id);
        if (found) return explainMarkdown(found);
      }
    }
    return null;
  });
  connection.onRequest(catalogueTextRequest, ({ uri }: CatalogueTextParams): string | null => {
    const shown = shippedPath(uri);
    return shippedSources().find((file) => file.path === shown)?.tree.text ?? null;
  });
}

function toWire({ name, analysis }: CheckedModel, room: Room): WireModel {
  const { model, threats, requirements } = analysis;
  const place = (entity: Parameters<typeof nameLocation>[0]) => toLocation(nameLocation(entity), (file) => fileUri(room, file));
  return {
    name,
    title: model.system?.title ?? name,
    threats: threats.map((one) => ({
      id: one.id,
      threat: one.threat.entity.name,
      title: one.threat.entity.title,
      element: one.element.id,
      elementTitle: one.element.title,
      keyword: one.element.keyword,
      // One list of classes: a privacy threat without STRIDE class has its place in the grouping too.
      stride: [...one.threat.stride, ...one.threat.linddun.map((word) => `privacy: ${word}`)],
      state: one.state,
      severity: one.severity.severity,
      residual: one.risk.residual,
      answers: one.answers.map((answer) => answer.id),
      ...place(one.element),
    })),
    requirements: requirements.map((one) => ({
      id: one.id,
      requirement: one.requirement.entity.name,
      title: one.requirement.entity.title,
      place: one.place.id,
      state: one.state,
      force: one.requirement.force,
      group: model.text(one.requirement.entity, "group") ?? "",
      assumptions: one.assuming.map((assumption) => ({ name: assumption.name, ...place(assumption) })),
      ...place(one.place),
    })),
  };
}
