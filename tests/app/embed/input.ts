import fc from "fast-check";
import { parseSync } from "vite";
import type { SnippetInput } from "../../../src/app/embed/snippetInput.js";
import { makeSnippets, type Kind } from "../../../src/app/embed/snippets.js";
import { NO_FILTERS, toIdSet } from "../../../src/model/select.js";
import { formatQuery } from "../../../src/state/urlCodec.js";
import { DEFAULT_VIEW_STATE } from "../../../src/state/viewState.js";
import { makeAchievement, makeDocument, makeRole } from "../../support/document.js";
import { HOSTILE } from "../../support/hostile.js";

/** What is asked for where a test is not about it. */
export function makeInput(some: Partial<SnippetInput> = {}): SnippetInput {
  return {
    site: { url: "https://example.org/cv/", index: "" }, query: "", filters: NO_FILTERS, at: null, title: "Backend engineer: career timeline", width: 640, height: 431,
    chrome: "filters", theme: "host", background: "paper", data: null, asOf: "2026-11-22", published: true, ...some,
  };
}

export function codeOf(kind: Kind, input: SnippetInput): string {
  const code = makeSnippets(input).find((snippet) => snippet.kind === kind)?.code ?? null;
  if (code === null) throw new Error(`no code for ${kind}`);
  return code;
}

/** Ways out of a snippet, one language's or another's. */
const WAYS_OUT: readonly string[] = [
  "a](javascript:x) [b", "]", "\\", "a\\", "![x](y)", "`code` *x* _y_ ~z~ | <b>", "a\n\nb\r\nc\td", "\"/><b>", "' onload=x '", "&copy; &#39; &amp", "</iframe>", "</career-timeline>", "</script>", "<!-- -->",
  "{{< x >}}", "{{ .Site }}", "{% raw %}", "{# x #}", "{x}", "\"} y={1", "${x}", "`${x}`", "*/", "---\na: b\n---", "[gallery ids=1]", "[[gallery]]", "<?php", "\u2028\u2029", "{%- x -%}", "{%", "{#", "\\{% x %}",
  "a\u202eb\u202cc", "\u2066a\u2069", "\u200e\u200f\u061c", "a\u200bb\u2060c\ufeff", "\u00ad", "\u3164\u2800", "\u{e0041}", "\u0085\u009b", "\u00a0\u3000", "\u{10fffe}", "\ue000", "\u0001\f\v",
];
const arbText: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...WAYS_OUT, ...HOSTILE.filter((text) => text.length < 300)), fc.string({ unit: "binary", maxLength: 30 }), fc.array(fc.constantFrom(...WAYS_OUT), { maxLength: 4 }).map((texts) => texts.join("")));

const ADDRESSES = ["https://example.org/", "http://localhost:4173/", "https://example.org/a(b)/c'd/", "https://example.org/%22%3E/&copy;/", "https://example.org/[gallery]/{%25x%25}/", "http://[::1]:4173/", "https://пример.рф/é/"].map((address) => new URL(address).href);

/** Hostile text wherever a career, a link or an address can bring it. */
export const arbInput: fc.Arbitrary<SnippetInput> = fc
  .record({
    url: fc.constantFrom(...ADDRESSES), title: arbText, text: arbText, at: fc.option(arbText.filter((id) => id !== "")), domains: fc.array(arbText.filter((id) => id !== ""), { maxLength: 2 }), hasNumber: fc.boolean(),
    chrome: fc.constantFrom("none", "filters", "full"), theme: fc.constantFrom("host", "light", "dark"), background: fc.constantFrom("paper", "transparent"), frozen: fc.boolean(), fact: arbText,
  })
  .map(({ url, title, text, at, domains, hasNumber, frozen, fact, ...rest }) => {
    const filters = { ...NO_FILTERS, text, domains: toIdSet(domains), hasNumber };
    const data = frozen ? makeDocument({ person: { headline: fact }, roles: [makeRole({ achievements: [makeAchievement({ title: fact, text: fact })] })] }) : null;
    return makeInput({ ...rest, site: { url, index: "" }, query: formatQuery({ ...DEFAULT_VIEW_STATE, filters, at }), filters, at, title, data });
  });

/** What HTML can hold of a text: no half characters, and of the controls only blanks. */
export const held = (text: string): string => text.replace(/\p{Surrogate}|(?![\t\n\f\r])\p{Cc}/gu, "\ufffd");

/** What nobody sees, or what turns the words beside it around. The line break and the plain blank are a snippet's own. */
export const UNSEEN = /(?!\n)[\p{C}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Z}/u;

/** An image that is a link, as CommonMark reads it: what stands in its brackets. @throws where anything in it could be read as more */
export function readLinkedImage(code: string): { readonly alt: string; readonly image: string; readonly link: string } {
  const [, written, image, link] = /^\[!\[(.*)\]\(([^\s()<>\\]+)\)\]\(([^\s()<>\\]+)\)$/u.exec(code) ?? [];
  if (written === undefined || image === undefined || link === undefined) throw new Error(`no linked image: ${code}`);
  const alt: string[] = [];
  for (const [token, escaped, number, name] of written.matchAll(/\\([!-/:-@[-`{-~])|&#(\d{1,7});|&(amp|lt|gt|quot);|./gsu)) {
    if (escaped !== undefined) alt.push(escaped);
    else if (number !== undefined) alt.push(String.fromCodePoint(Number(number)));
    else if (name !== undefined) alt.push({ amp: "&", lt: "<", gt: ">", quot: "\"" }[name] ?? "");
    else if (/[\\`*_[\]<>&~!|{}]/.test(token)) throw new Error(`${token} means something: ${written}`);
    else alt.push(token);
  }
  const read = (address: string): string => {
    if (/&(?!amp;)#?\w+;/.test(address)) throw new Error(`an entity in ${address}`);
    return address.replaceAll("&amp;", "&");
  };
  return { alt: alt.join(""), image: read(image), link: read(link) };
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
const child = (node: Node, key: string): Node => {
  const found = node[key];
  if (!isNode(found)) throw new Error(`${node.type} has no ${key}`);
  return found;
};
const children = (node: Node, key: string): readonly Node[] => {
  const found = node[key];
  return Array.isArray(found) ? found.filter(isNode) : [];
};

/** The value that a literal stands for. @throws for what is computed: text that has become code */
function valueOf(node: Node): unknown {
  if (node.type === "Literal") return node["value"];
  if (node.type === "Identifier") return { variable: node["name"] };
  if (node.type === "ArrayExpression") return children(node, "elements").map(valueOf);
  if (node.type === "JSXExpressionContainer") return valueOf(child(node, "expression"));
  if (node.type === "ObjectExpression") return Object.fromEntries(children(node, "properties").map((property) => [valueOf(child(property, "key")), valueOf(child(property, "value"))]));
  throw new Error(`${node.type} is no value`);
}

export interface ReadElement {
  readonly name: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Expressions inside, read. */
  readonly holds: readonly unknown[];
}

export interface ReadCode {
  /** Kinds of statements, in order: text that has become code would add one. */
  readonly statements: readonly string[];
  readonly elements: readonly ReadElement[];
  /** What `const career` is. */
  readonly career: unknown;
  /** What is given to fetch. */
  readonly fetched: readonly unknown[];
}

/** Reads a file of JSX with a real parser. @throws where it does not parse */
export function readJsx(code: string): ReadCode {
  const { program, errors } = parseSync("snippet.jsx", code);
  if (errors[0]) throw new Error(`${errors[0].message}: ${code}`);
  const elements: ReadElement[] = [];
  const fetched: unknown[] = [];
  let career: unknown = null;
  const visit = (node: Node): void => {
    if (node.type === "JSXElement") {
      const opening = child(node, "openingElement");
      const attributes = children(opening, "attributes").map((attribute) => [child(attribute, "name")["name"], isNode(attribute["value"]) ? valueOf(attribute["value"]) : true] as const);
      elements.push({ name: child(opening, "name")["name"], attributes: Object.fromEntries(attributes), holds: children(node, "children").filter(({ type }) => type === "JSXExpressionContainer").map(valueOf) });
    }
    if (node.type === "CallExpression" && child(node, "callee")["name"] === "fetch") fetched.push(...children(node, "arguments").map(valueOf));
    if (node.type === "VariableDeclarator" && child(node, "id")["name"] === "career") career = valueOf(child(node, "init"));
    for (const each of Object.values(node)) {
      if (Array.isArray(each)) each.filter(isNode).forEach(visit);
      else if (isNode(each)) visit(each);
    }
  };
  const tree = program as unknown as Node;
  visit(tree);
  return { statements: children(tree, "body").map(({ type }) => type), elements, career, fetched };
}
