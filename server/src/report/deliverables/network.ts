// What is connected: ports and interfaces, the matrix of data streams.
import { networkFlows } from "../../analysis/documents/select.ts";
import { interfaceTable, streamTable } from "../tables/network.ts";
import { captions } from "../texts/captions.ts";
import { itemTexts } from "../texts/items.ts";
import { phrases } from "../texts/phrases.ts";
import type { Deliverable } from "./types.ts";

/** Every port and interface, by device. */
export const interfaces: Deliverable = {
  kind: "interfaces",
  title: { en: "Ports and interfaces", de: "Anschlüsse und Schnittstellen" },
  purpose: {
    en: "Every port and interface of every device, with direction, purpose and partners, unused ones too.",
    de: "Jeder Anschluss und jede Schnittstelle jedes Geräts mit Richtung, Zweck und Gegenstellen, auch unbenutzte.",
  },
  write: (document, context) => {
    const { model, derived } = context;
    const all = model.of("interface").filter(({ file }) => file.origin === "user");
    document.section(context.t(phrases.overview)).paragraph(context.t(phrases.interfacesIntro));
    const devices = model.of("device").filter(({ file }) => file.origin === "user");
    for (const device of devices) {
      const own = all.filter((one) => derived.one(one, "device") === device);
      if (own.length > 0) interfaceTable(document.section(device.title, [device]), context, own);
    }
    const without = devices.filter(
      (device) => derived.yes(device, "in-scope") && !all.some((one) => derived.one(one, "device") === device),
    );
    if (without.length > 0) {
      document
        .section(context.t(phrases.withoutInterfaces))
        .list(without.map((device) => ({ writing: context.named(device), about: [device] })));
    }
    if (all.length === 0) {
      const text = itemTexts.PortsList;
      const { item } = context.filling("PortsList");
      if (text)
        document.section(context.t(text.title)).gap({
          item: item.id,
          title: context.t(text.title),
          state: "missing",
          text: context.t(text.write),
          fill: context.language === "en" ? item.fill : text.fill,
        });
    }
  },
};

/** The matrix of data streams over networks, and the rest. */
export const streams: Deliverable = {
  kind: "streams",
  title: { en: "Network data streams", de: "Netzwerk-Datenströme" },
  purpose: {
    en: "The exhaustive matrix of network data streams, with ends, protocol, port, data and protection.",
    de: "Die vollständige Matrix der Netzwerk-Datenströme mit Enden, Protokoll, Port, Daten und Schutz.",
  },
  write: (document, context) => {
    const flows = context.model.of("flow").filter(({ file }) => file.origin === "user");
    const network = networkFlows(context.derived);
    streamTable(document.section(context.t(captions.streams)).paragraph(context.t(phrases.streamsIntro)), context, network);
    const others = flows.filter((flow) => !network.includes(flow));
    streamTable(document.section(context.t(captions.localStreams)), context, others, captions.localStreams);
  },
};
