// The grammar: one shape for every declaration, values by one expression grammar. The rules build the tree as they go.
// Recovery is the grammar's own: an error ends the smallest part it is in (a value, a header, an item), and reading
// goes on at the next place where an item begins.
import type { IToken } from "chevrotain";
import { declarationKeywords } from "../keywords.ts";
import type { Body, Declaration, Expression, Header, Import, Item, Path, Property, StringLiteral, Word } from "../syntax.ts";
import * as t from "../tokens.ts";
import { describe, messageProvider } from "./messages.ts";
import { docBetween, endOf, word } from "./nodes.ts";
import { maximumDepth, modifiers, RecoveringParser } from "./recovery.ts";

const comparisons: Record<string, "=" | "!=" | "<" | "<=" | ">" | ">="> = {
  "=": "=",
  "!=": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

/** The grammar of `.ward` texts. `begin` sets the text, `file` reads it. */
export class WardParser extends RecoveringParser {
  constructor(validate = false) {
    super(t.tokens, { maxLookahead: 2, skipValidations: !validate, errorMessageProvider: messageProvider, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  /** The whole text. */
  readonly file = this.RULE("file", (): Item[] => {
    const items: Item[] = [];
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const brace = this.CONSUME(t.BraceClose);
            this.ACTION(() => {
              this.unbalanced = true;
              this.problem(brace.startOffset, endOf(brace), "this `}` closes nothing", "remove it, or add the `{` that it should close");
            });
          },
        },
        {
          ALT: () =>
            this.addItem(
              items,
              this.guarded(() => this.SUBRULE(this.item)),
            ),
        },
      ]);
    });
    return items;
  });

  private readonly item = this.RULE("item", (): Item | undefined =>
    this.OR({
      // One token: `import` without its text is an import, too.
      MAX_LOOKAHEAD: 1,
      DEF: [
        { GATE: () => this.at(1, "import") && this.LA(2).tokenType !== t.Colon, ALT: () => this.SUBRULE(this.importItem) },
        { GATE: () => this.LA(2).tokenType === t.Colon, ALT: () => this.SUBRULE(this.property) },
        { GATE: () => this.beginsDeclaration(), ALT: () => this.SUBRULE(this.declaration) },
        { ALT: () => this.SUBRULE(this.junk) },
      ],
      ERR_MSG: "a declaration or a property",
    }),
  );

  private readonly importItem = this.RULE("importItem", (): Import => {
    const keyword = this.CONSUME(t.Word);
    const target = this.guarded(() => this.CONSUME(t.Text));
    return this.ACTION(() => ({
      type: "import",
      start: keyword.startOffset,
      end: target ? endOf(target) : endOf(keyword),
      target: target ? this.checkedQuote(target) : undefined,
    }));
  });

  private readonly property = this.RULE("property", (): Property => {
    const name = this.CONSUME(t.Word);
    const colon = this.CONSUME(t.Colon);
    const plain = this.plainValues();
    const values = plain ?? [];
    if (plain === undefined) this.guarded(() => this.SUBRULE(this.values, { ARGS: [values] }));
    return this.ACTION(() => ({
      type: "property",
      start: name.startOffset,
      end: values.at(-1)?.end ?? endOf(colon),
      name: word(name),
      values,
    }));
  });

  private readonly values = this.RULE("values", (values: Expression[]): void => {
    const add = (value: Expression): void => this.ACTION(() => void values.push(value));
    add(this.SUBRULE(this.value));
    this.MANY(() => {
      this.CONSUME(t.Comma);
      this.OPTION({ GATE: () => !this.beginsItem(1), DEF: () => add(this.SUBRULE1(this.value)) });
    });
  });

  private readonly value = this.RULE("value", (): Expression => {
    const value = this.SUBRULE(this.expression);
    return (
      this.OPTION({
        GATE: () => (this.at(1, "when") || this.at(1, "otherwise")) && this.LA(2).tokenType !== t.Colon,
        DEF: (): Expression => {
          const marker = this.CONSUME(t.Word);
          const when = this.OPTION1({ GATE: () => marker.image === "when", DEF: () => this.SUBRULE1(this.expression) });
          return this.ACTION(() => ({ type: "cased", start: value.start, end: when?.end ?? endOf(marker), value, when }));
        },
      }) ?? value
    );
  });

  private readonly expression: (index?: number) => Expression = this.RULE("expression", (): Expression => {
    const first = this.SUBRULE(this.conjunction);
    const operands = [first];
    this.MANY({
      GATE: () => this.operatorWord("or"),
      DEF: () => {
        this.CONSUME(t.Word);
        const next = this.SUBRULE1(this.conjunction);
        this.ACTION(() => operands.push(next));
      },
    });
    return this.ACTION(() =>
      operands.length === 1 ? first : { type: "or", start: first.start, end: (operands.at(-1) as Expression).end, operands },
    );
  });

  private readonly conjunction = this.RULE("conjunction", (): Expression => {
    const first = this.SUBRULE(this.unary);
    const operands = [first];
    this.MANY({
      GATE: () => this.operatorWord("and"),
      DEF: () => {
        this.CONSUME(t.Word);
        const next = this.SUBRULE1(this.unary);
        this.ACTION(() => operands.push(next));
      },
    });
    return this.ACTION(() =>
      operands.length === 1 ? first : { type: "and", start: first.start, end: (operands.at(-1) as Expression).end, operands },
    );
  });

  private readonly unary = this.RULE(
    "unary",
    (): Expression =>
      this.OR({
        DEF: [
          {
            GATE: () => this.operatorWord("not"),
            ALT: (): Expression => {
              const not = this.CONSUME(t.Word);
              const operand = this.nested(not, () => this.SUBRULE(this.unary));
              return this.ACTION(() => ({ type: "not", start: not.startOffset, end: operand.end, operand }));
            },
          },
          { ALT: () => this.SUBRULE(this.comparison) },
        ],
        ERR_MSG: "a value",
      }),
  );

  private readonly comparison = this.RULE(
    "comparison",
    (): Expression =>
      this.OR({
        DEF: [
          {
            GATE: () => this.operatorWord("is") && (this.RECORDING_PHASE || this.LA(2).tokenType === t.Word),
            ALT: (): Expression => {
              const is = this.CONSUME(t.Word);
              const right = this.SUBRULE(this.operand);
              return this.ACTION(() => ({
                type: "comparison",
                start: is.startOffset,
                end: right.end,
                operator: "is",
                left: undefined,
                right,
              }));
            },
          },
          {
            ALT: () => {
              const left = this.SUBRULE1(this.operand);
              const compared = this.OPTION1({
                GATE: () => this.LA(1).tokenType === t.Operator || this.operatorWord("in") || this.operatorWord("is"),
                DEF: (): Expression => {
                  const operator = this.OR1([{ ALT: () => this.CONSUME(t.Operator) }, { ALT: () => this.CONSUME1(t.Word) }]);
                  const right = this.SUBRULE2(this.operand);
                  return this.ACTION(() => ({
                    type: "comparison",
                    start: left.start,
                    end: right.end,
                    operator: comparisons[operator.image] ?? (operator.image === "in" ? "in" : "is"),
                    left,
                    right,
                  }));
                },
              });
              return compared ?? left;
            },
          },
        ],
        ERR_MSG: "a value",
      }),
  );

  private readonly operand = this.RULE(
    "operand",
    (): Expression =>
      this.OR({
        DEF: [
          { GATE: () => this.beginsQuantifier(), ALT: () => this.SUBRULE(this.quantified) },
          { GATE: () => this.RECORDING_PHASE || !this.beginsItem(1), ALT: () => this.SUBRULE(this.path) },
          { ALT: () => this.SUBRULE(this.text_) },
          {
            ALT: () => this.literal(this.CONSUME(t.NumberToken), (token) => ({ type: "number", value: Number(token.image), ...at(token) })),
          },
          { ALT: () => this.literal(this.CONSUME(t.DateToken), (token) => ({ type: "date", value: token.image, ...at(token) })) },
          { ALT: () => this.literal(this.CONSUME(t.Port), (token) => ({ type: "port", value: token.image, ...at(token) })) },
          { ALT: () => this.SUBRULE(this.group) },
        ],
        ERR_MSG: "a value",
      }),
  );

  private readonly text_ = this.RULE("text", (): StringLiteral => {
    const token = this.OR([{ ALT: () => this.CONSUME(t.Text) }, { ALT: () => this.CONSUME(t.Block) }]);
    return this.ACTION(() => this.checkedQuote(token));
  });

  private readonly group = this.RULE("group", (): Expression => {
    const open = this.CONSUME(t.ParenOpen);
    const items: Expression[] = [];
    this.nested(open, () => {
      const add = (value: Expression): void => this.ACTION(() => void items.push(value));
      add(this.SUBRULE(this.expression));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        add(this.SUBRULE1(this.expression));
      });
      return items[0] as Expression;
    });
    const close = this.CONSUME(t.ParenClose);
    return this.ACTION(() => ({ type: "group", start: open.startOffset, end: endOf(close), items }));
  });

  private readonly quantified = this.RULE("quantified", (): Expression => {
    const quantifier = this.CONSUME(t.Word);
    const collection = this.SUBRULE(this.path);
    const where = this.OPTION({
      GATE: () => this.operatorWord("where"),
      DEF: () => {
        const marker = this.CONSUME1(t.Word);
        return this.nested(marker, () => this.SUBRULE(this.expression));
      },
    });
    return this.ACTION(() => ({
      type: "quantified",
      start: quantifier.startOffset,
      end: where?.end ?? collection.end,
      quantifier: quantifier.image as "any",
      collection,
      where,
    }));
  });

  private readonly path = this.RULE("path", (): Path => {
    const segments: Word[] = [];
    let wildcard = false;
    let last: IToken = this.OR({
      DEF: [
        { ALT: () => this.CONSUME(t.Star) },
        {
          ALT: () => {
            const token = this.CONSUME(t.Word);
            this.ACTION(() => segments.push(word(token)));
            return token;
          },
        },
      ],
      ERR_MSG: "a name",
    });
    const start = last.startOffset;
    this.ACTION(() => {
      wildcard = last.tokenType === t.Star;
    });
    this.MANY({
      GATE: () => !wildcard,
      DEF: () => {
        const dot = this.CONSUME(t.Dot);
        const next = this.OPTION({
          // A half-typed path does not take the next line's first word.
          GATE: () => this.RECORDING_PHASE || !this.beginsItem(1),
          DEF: () => this.OR1([{ ALT: () => this.CONSUME1(t.Star) }, { ALT: () => this.CONSUME1(t.Word) }]),
        });
        this.ACTION(() => {
          if (next === undefined) this.problem(dot.startOffset, endOf(dot), "expected a name after `.`");
          else if (next.tokenType === t.Word) segments.push(word(next));
          last = next ?? dot;
          wildcard = next?.tokenType === t.Star;
        });
      },
    });
    return this.ACTION(() => ({ type: "path", start, end: endOf(last), segments, wildcard }));
  });

  private readonly declaration = this.RULE("declaration", (): Declaration => {
    const first = this.LA(1);
    const before = this.LA(0);
    const modifier = this.OPTION({
      GATE: () => modifiers.has(this.LA(1).image) && this.LA(2).tokenType === t.Word && declarationKeywords.has(this.LA(2).image),
      DEF: () => this.CONSUME(t.Word),
    });
    const keyword = this.CONSUME1(t.Word);
    const name = this.OPTION1({ GATE: () => this.nameFollows(), DEF: () => this.CONSUME2(t.Word) });
    let title: StringLiteral | undefined;
    const kinds: Path[] = [];
    const headers: Header[] = [];
    this.guarded(() => {
      this.OPTION2(() => {
        title = this.SUBRULE(this.text_);
      });
      this.MANY({ GATE: () => this.headerFollows(), DEF: () => this.SUBRULE(this.header, { ARGS: [kinds, headers] }) });
    });
    this.ACTION(() => this.passStrays());
    const body = this.OPTION3(() => this.SUBRULE(this.body, { ARGS: [first] }));
    return this.ACTION(() => {
      const end = Math.max(endOf(name ?? keyword), title?.end ?? 0, kinds.at(-1)?.end ?? 0, headers.at(-1)?.end ?? 0, body?.end ?? 0);
      const doc = docBetween(this.comments, before?.image ? endOf(before) : 0, first.startOffset);
      return {
        type: "declaration",
        start: first.startOffset,
        end,
        modifier: modifier ? word(modifier) : undefined,
        keyword: word(keyword),
        name: name ? word(name) : undefined,
        title,
        kinds,
        headers,
        body,
        doc,
      };
    });
  });

  private readonly header = this.RULE("header", (kinds: Path[], headers: Header[]): void => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.Colon);
            this.SUBRULE(this.paths, { ARGS: [kinds] });
          },
        },
        {
          GATE: () => this.at(1, "on") || this.at(1, "of"),
          ALT: () => {
            const marker = this.CONSUME(t.Word);
            const targets: Path[] = [];
            this.SUBRULE1(this.paths, { ARGS: [targets] });
            this.ACTION(() =>
              headers.push({ type: marker.image as "on", start: marker.startOffset, end: targets.at(-1)?.end ?? endOf(marker), targets }),
            );
          },
        },
        {
          ALT: () => {
            const source = this.OPTION({ GATE: () => this.LA(1).tokenType === t.Word, DEF: () => this.SUBRULE2(this.path) });
            const arrow = this.CONSUME(t.Arrow);
            const header = {
              type: "arrow" as const,
              start: source?.start ?? arrow.startOffset,
              end: endOf(arrow),
              source,
              target: undefined as Path | undefined,
            };
            this.ACTION(() => headers.push(header));
            const target = this.SUBRULE(this.namedPath);
            this.ACTION(() => {
              header.target = target;
              header.end = target.end;
            });
          },
        },
      ],
      ERR_MSG: "`{` or a new declaration",
    });
  });

  private readonly paths = this.RULE("paths", (paths: Path[]): void => {
    const add = (path: Path): void => this.ACTION(() => void paths.push(path));
    add(this.SUBRULE(this.namedPath));
    this.MANY(() => {
      this.CONSUME(t.Comma);
      add(this.SUBRULE1(this.namedPath));
    });
  });

  private readonly namedPath = this.RULE(
    "namedPath",
    (): Path =>
      this.OR({
        DEF: [{ GATE: () => this.RECORDING_PHASE || !this.beginsItem(1), ALT: () => this.SUBRULE(this.path) }],
        ERR_MSG: "a name",
      }),
  );

  private readonly body = this.RULE("body", (owner: IToken): Body => {
    const open = this.CONSUME(t.BraceOpen);
    const items: Item[] = [];
    this.ACTION(() => {
      this.depth++;
      this.openColumns.push(this.column(owner));
      if (this.depth > maximumDepth) this.passOver(open);
    });
    this.MANY({
      GATE: () => !this.endsByLayout(),
      DEF: () =>
        this.addItem(
          items,
          this.guarded(() => this.SUBRULE(this.item)),
        ),
    });
    const close = this.OPTION({ GATE: () => !this.endsByLayout(), DEF: () => this.CONSUME(t.BraceClose) });
    return this.ACTION(() => {
      this.depth--;
      this.openColumns.pop();
      if (close === undefined) {
        this.unbalanced = true;
        this.problem(open.startOffset, endOf(open), "this `{` is never closed", "add a `}` where its contents end");
      }
      return {
        start: open.startOffset,
        end: close ? endOf(close) : Math.max(endOf(open), items.at(-1)?.end ?? 0),
        items,
        closed: close !== undefined,
      };
    });
  });

  /** Anything that begins no item; consumed up to the next place where one begins. */
  private readonly junk = this.RULE("junk", (): undefined => {
    const token = this.OR({
      DEF: [
        t.Word,
        t.Text,
        t.Block,
        t.NumberToken,
        t.DateToken,
        t.Port,
        t.Colon,
        t.Comma,
        t.Dot,
        t.Arrow,
        t.ParenOpen,
        t.ParenClose,
        t.Star,
        t.Operator,
        t.BraceOpen,
      ].map((type) => ({ ALT: (): IToken => this.consumeAny(type) })),
      ERR_MSG: "a declaration or a property",
    });
    this.ACTION(() => {
      this.problem(token.startOffset, endOf(token), `did not expect ${describe(token)} here`);
      if (token.tokenType === t.BraceOpen) this.passStrayBody();
      this.synchronise();
    });
    return undefined;
  });
}

const at = (token: IToken): { start: number; end: number } => ({ start: token.startOffset, end: endOf(token) });
