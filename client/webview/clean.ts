// Turns the text of a picture into nodes of the page, leaving out everything that could act. The server escapes what a model says
// and the page's policy runs nothing that is not its own; this is the third fence.

const allowed: ReadonlySet<string> = new Set(
  (
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker pattern clipPath mask symbol use " +
    "linearGradient radialGradient stop style"
  ).split(" "),
);

/** A picture, and the style sheet that it came with. */
export interface Cleaned {
  readonly svg: SVGSVGElement;
  readonly style: string;
}

/** Reads a picture; undefined when the text is none. */
export function readPicture(text: string): Cleaned | undefined {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (parsed.localName !== "svg" || parsed.querySelector("parsererror")) return undefined;
  const svg = document.importNode(parsed, true) as unknown as SVGSVGElement;
  const styles: string[] = [];
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    if (!allowed.has(element.localName)) element.remove();
    else if (element.localName === "style") {
      styles.push(element.textContent ?? "");
      element.remove();
    } else clean(element);
  }
  return { svg, style: styles.join("\n") };
}

function clean(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const local = name.replace(/^.*:/, "");
    if (/^on/i.test(local) || local === "style" || (local === "href" && !value.startsWith("#"))) element.removeAttribute(name);
  }
}
