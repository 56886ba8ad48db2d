// A scene as a Mermaid flowchart: containers become subgraphs, protection the kind of line. For wikis and README files.
import { drawable, shorten } from "./text.ts";
import type { Scene, SceneEdge, SceneNode } from "./types.ts";

/** The Mermaid text of a scene. */
export function mermaid(scene: Scene): string {
  const names = new Map<string, string>();
  for (const node of scene.nodes) {
    names.set(node.id, `n${names.size}`);
    // Mermaid has no ports; an arrow that ends at one ends at its device.
    for (const port of node.ports) names.set(port.id, names.get(node.id) as string);
  }
  const children = new Map<string | undefined, SceneNode[]>();
  for (const node of scene.nodes) {
    const list = children.get(node.parent);
    if (list) list.push(node);
    else children.set(node.parent, [node]);
  }
  const lines = ["flowchart LR"];
  const write = (node: SceneNode, indent: string): void => {
    const name = names.get(node.id);
    const inside = children.get(node.id) ?? [];
    if (inside.length === 0) {
      lines.push(`${indent}${name}${shapeOf(node)}`, `${indent}class ${name} ${node.kind}`);
      return;
    }
    lines.push(`${indent}subgraph ${name}["${wordsOf(titleOf(node))}"]`);
    for (const child of inside) write(child, `${indent}  `);
    lines.push(`${indent}end`, `${indent}class ${name} ${node.kind}`);
  };
  for (const node of children.get(undefined) ?? []) write(node, "  ");
  for (const edge of scene.edges) lines.push(`  ${names.get(edge.source)} ${arrowOf(edge)} ${names.get(edge.target)}`);
  lines.push(
    "  classDef process fill:#eef4fb,stroke:#4a525b,color:#1b1f24",
    "  classDef store fill:#fdf6e3,stroke:#4a525b,color:#1b1f24",
    "  classDef external fill:#f1f1f1,stroke:#4a525b,color:#1b1f24",
    "  classDef actor fill:#f1f1f1,stroke:#4a525b,color:#1b1f24",
    "  classDef device fill:#ffffff,stroke:#4a525b,stroke-width:2px,color:#1b1f24",
    "  classDef boundary fill:#fafbfc,stroke:#2c7a2c,stroke-width:2px,stroke-dasharray:6 4,color:#1b1f24",
  );
  return `${lines.join("\n")}\n`;
}

function titleOf(node: SceneNode): string {
  const managed = node.kind === "boundary" && node.managedBy ? ` (managed by ${node.managedBy.replaceAll("-", " ")})` : "";
  return `${node.title}${managed}`;
}

function shapeOf(node: SceneNode): string {
  const words = `"${wordsOf(titleOf(node))}"`;
  switch (node.kind) {
    case "process":
      return `([${words}])`;
    case "store":
      return `[(${words})]`;
    case "actor":
      return `[/${words}/]`;
    default:
      return `[${words}]`;
  }
}

function arrowOf(edge: SceneEdge): string {
  const line = edge.protection === "protected" ? "==>" : edge.protection === "local" ? "-->" : "-.->";
  const steps = edge.steps.length > 0 ? `${edge.steps.join(", ")}. ` : "";
  const over = edge.protocols.length > 0 ? `<br/>${wordsOf(edge.protocols.join(", "))}` : "";
  const carries = edge.carries.length > 0 ? `<br/>${wordsOf(edge.carries.join(", "))}` : "";
  return `${line}|"${steps}${wordsOf(edge.title)}${over}${carries}"|`;
}

/** Words as Mermaid takes them in quotes: whatever could be markup becomes an entity of its kind. */
function wordsOf(text: string): string {
  return [...shorten(drawable(text), 900, 12, "regular")]
    .map((letter) => (/[\p{L}\p{N}\p{M} .,:()…–-]/u.test(letter) ? letter : `#${letter.codePointAt(0)};`))
    .join("");
}
