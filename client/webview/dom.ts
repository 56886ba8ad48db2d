// Making elements of the page. Texts become text nodes, never markup: what a model says is not to be trusted.

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const svgNamespace = "http://www.w3.org/2000/svg";

/** An element with attributes and content; `true` gives an empty attribute, `false` and `undefined` none. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  give(element, attributes);
  element.append(...content);
  return element;
}

/** An element of a picture. */
export function makeSvg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: Node[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(svgNamespace, tag) as SVGElementTagNameMap[Tag];
  give(element, attributes);
  element.append(...content);
  return element;
}

/** A button with a sign on it and a name for those who do not see it. */
export function button(sign: Node | string, name: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = make("button", { type: "button", title: name, "aria-label": name, ...attributes }, sign);
  element.addEventListener("click", act);
  return element;
}

/** A list to choose from; the first entry stands for no choice where `none` says what that means. */
export function fill(
  select: HTMLSelectElement,
  choices: readonly { readonly id: string; readonly title: string; readonly group?: string }[],
  chosen: string,
  none?: string,
): void {
  const options: Node[] = none === undefined ? [] : [make("option", { value: "" }, none)];
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const { id, title, group } of choices) {
    const option = make("option", { value: id }, title);
    if (group === undefined) options.push(option);
    else {
      const known = groups.get(group);
      const element = known ?? make("optgroup", { label: group });
      if (!known) {
        groups.set(group, element);
        options.push(element);
      }
      element.append(option);
    }
  }
  select.replaceChildren(...options);
  select.value = chosen;
}

function give(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
}
