/** A piece of markup: a tag as it stands, or the text between two tags. */
interface Token {
  readonly kind: "open" | "close" | "void" | "text";
  readonly name: string;
  readonly text: string;
}

const VOID = new Set(["br", "hr", "img", "input", "link", "meta"]);

/** Attributes that hold lengths and places; a text that holds a number keeps it as it is. */
const GEOMETRY = /(?<=\s)(d|x|y|x1|x2|y1|y2|cx|cy|r|rx|width|height|dx|dy|transform|viewBox|font-size|stroke-width|offset)="([^"]*)"/g;

/** What React writes, in pieces. It escapes every < and " that is not markup, so tags can be told apart without a parser. */
function tokenize(markup: string): readonly Token[] {
  return [...markup.matchAll(/<(\/?)([a-zA-Z][\w:-]*)[^>]*?(\/?)>|[^<]+/g)].map((match): Token => {
    const [text, slash, name, closed] = match;
    if (name === undefined) return { kind: "text", name: "", text };
    return { kind: slash === "/" ? "close" : closed === "/" || VOID.has(name) ? "void" : "open", name, text };
  });
}

/**
 * One element per line, indented by its depth, so that a difference is a line. An element without child elements is
 * closed on its own line. Lengths are rounded to a tenth.
 */
export function prettyMarkup(markup: string): string {
  const lines: string[] = [];
  let depth = 0;
  // Whether the element that is open has had no child element yet.
  let leaf = false;
  const append = (text: string): void => void (lines[lines.length - 1] = (lines.at(-1) ?? "") + text);
  for (const { kind, text } of tokenize(roundGeometry(markup))) {
    if (kind === "text") append(text);
    else if (kind === "close") {
      depth -= 1;
      if (leaf) append(text);
      else lines.push(" ".repeat(depth) + text);
      leaf = false;
    } else {
      lines.push(" ".repeat(depth) + text);
      leaf = kind === "open";
      if (kind === "open") depth += 1;
    }
  }
  return `${lines.join("\n")}\n`;
}

export function roundGeometry(markup: string): string {
  return markup.replace(GEOMETRY, (_, name: string, value: string) => `${name}="${value.replace(/-?\d+\.\d\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))}"`);
}
