// Models of shapes that are hard to draw.
import { modelText } from "./pictures.ts";

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Models by what is hard about them. */
export const shapes: Readonly<Record<string, string>> = {
  wide: modelText(
    `boundary Net "Network" { managed-by: operator\n device Hub : Server { process P "Hub" }\n${range(24)
      .map((n) => `external E${n} "Neighbour ${n}"`)
      .join("\n")}\n}\n${range(24)
      .map((n) => `flow F${n} "Flow ${n}" Net.E${n} -> Net.Hub.P { carries: Order }`)
      .join("\n")}`,
  ),
  deep: modelText(
    `${range(9)
      .map((n) => `boundary B${n} "Level ${n}" { managed-by: operator external X${n} "Beside level ${n}"`)
      .join("\n")}\ndevice Core : Server { interface Lan : Ethernet { port: 443/tcp } process P "Innermost" }\n${"}".repeat(9)}\n${range(9)
      .map((n) => `flow F${n} "From level ${n}" X${n} -> Core.P { via: Core.Lan  carries: Order }`)
      .join("\n")}`,
  ),
  dense: modelText(
    `${range(6)
      .map(
        (b) =>
          `boundary B${b} "Zone ${b}" { managed-by: ${b % 2 ? "operator" : "manufacturer"}\n${range(10)
            .map((n) => `external N${b}x${n} "Node ${b}.${n}"`)
            .join("\n")}\n}`,
      )
      .join("\n")}\n${range(150)
      .map((n) => {
        const [from, to] = [n % 60, (n * 7 + 1 + Math.floor(n / 60)) % 60];
        return `flow F${n} "Flow ${n}" N${Math.floor(from / 10)}x${from % 10} -> N${Math.floor(to / 10)}x${to % 10} { carries: Order }`;
      })
      .join("\n")}`,
  ),
  disconnected: modelText(
    range(7)
      .map(
        (n) =>
          `boundary B${n} "Island ${n}" { managed-by: public\n external A "One"\n external B "Other"\n device D "Box ${n}" : Server { process P  store K { holds: Order } }\n}\nflow F${n} "Flow ${n}" B${n}.A -> B${n}.B { carries: Order }`,
      )
      .join("\n"),
  ),
  loop: modelText(
    `boundary N "Net" { managed-by: operator device D : Server { interface Lan : Ethernet { port: 80/tcp } process P "Calls itself" } device E "Closed" : Server { interface Wifi : Ethernet } external X }
flow A "Again" D.P -> D.P { carries: Order }
flow B "To the box" X -> D { carries: Order }
flow C "From inside to its box" D.P -> D { carries: Order }
flow G "To a port" X -> D.Lan { carries: Order }
flow H "From the port in" D.Lan -> D.P { carries: Order }
flow I "Box to itself" E -> E { carries: Order }
flow J "Port to its box" E.Wifi -> E { carries: Order }
flow K "From outside itself" X -> X { carries: Order }
flow L "To and fro" X -> D.P { via: D.Lan  carries: Order }
flow M "And back" D.P -> X { via: D.Lan  carries: Order }`,
  ),
  single: modelText(`external Only "Only one"`),
  unconnected: modelText(
    range(11)
      .map((n) => `external E${n} "Alone ${n}"`)
      .join("\n"),
  ),
};
