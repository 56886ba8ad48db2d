// What runs inside the browser of the tests: looks at opened exports and tells what it sees.
globalThis.inspect = {
  /** What an SVG holds that it must not, and words that are not as wide as was measured. */
  svg() {
    const root = document.documentElement;
    const out = [];
    const isForbidden = ({ name, value }) => name.startsWith("on") || name === "style" || /javascript:/i.test(value);
    for (const element of root.querySelectorAll("*")) {
      if (["script", "style", "image", "foreignObject", "iframe"].includes(element.localName)) out.push(`holds ${element.localName}`);
      for (const attribute of element.attributes) if (isForbidden(attribute)) out.push(`has ${attribute.name}=${attribute.value}`);
    }
    for (const label of root.querySelectorAll("text[textLength]")) {
      const wanted = Number(label.getAttribute("textLength"));
      const { width } = label.getBBox();
      if (Math.abs(width - wanted) > 2.5) out.push(`‘${label.textContent}’ is ${width} wide instead of ${wanted}`);
    }
    return {
      out,
      ran: "ran" in window,
      root: root.localName,
      title: root.querySelector("title").textContent,
      width: root.viewBox.baseVal.width,
    };
  },

  /** Names and links of the elements of an SVG. */
  elements() {
    return [...document.querySelectorAll("[data-id]")].map((one) => ({
      label: one.getAttribute("aria-label") ?? "",
      href: one.closest("a")?.getAttribute("href") ?? "",
    }));
  },

  /** Size of an opened picture and how many colours it has. */
  image() {
    const shown = document.querySelector("img");
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [shown.naturalWidth, shown.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(shown, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return { width: canvas.width, height: canvas.height, colours: new Set(pixels).size };
  },

  /** What Mermaid makes of a text. */
  async mermaid(text) {
    const { mermaid } = window;
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6, maxEdges: 2000 });
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    await mermaid.render("d", text);
    return { ran: "ran" in window, subgraphs: db.getSubGraphs().length, arrows: db.getEdges().length };
  },

  /** The cells of a draw.io file. */
  cells(text) {
    const read = new DOMParser().parseFromString(text, "text/xml");
    return [...read.querySelectorAll("object")].map((one) => {
      const cell = one.querySelector("mxCell");
      const geometry = cell.querySelector("mxGeometry");
      const of = (element, name) => element?.getAttribute(name) ?? "";
      return {
        id: of(one, "id"),
        ward: of(one, "ward"),
        label: of(one, "label"),
        style: of(cell, "style"),
        parent: of(cell, "parent"),
        source: of(cell, "source"),
        target: of(cell, "target"),
        edge: of(cell, "edge") === "1",
        x: Number(of(geometry, "x")),
        y: Number(of(geometry, "y")),
      };
    });
  },
};
