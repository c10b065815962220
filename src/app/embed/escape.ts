/*
 * Values as strangers' files hold them. Each form also keeps apart what stands around HTML in such files: `{{` and `{%` of
 * templates, `[` of WordPress's shortcodes, the blank line and the backtick of Markdown. What leaves no mark, or turns the
 * words beside it around, is spelt out: nobody can copy what they cannot see.
 */

/** Controls, marks of direction, joiners, fillers, blanks other than the plain one, halves of characters, what is not assigned or private. */
const UNSEEN_CLASS = "\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000";

/** What HTML has no word for: halves of characters and controls, but for the blanks among them. A reference to one of 80–9F would be read as another sign. */
const NOT_IN_HTML = /[\p{Surrogate}\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/gu;
/** Signs that end an attribute or begin something else, in HTML or in what is made into HTML. */
const HTML_SIGNS = new RegExp(`[&<>"'\`{}[\\]|${UNSEEN_CLASS}]`, "gu");
const NAMED: ReadonlyMap<string, string> = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ["\"", "&quot;"]]);

const entity = (sign: string): string => NAMED.get(sign) ?? `&#${sign.codePointAt(0)};`;

/** Text in HTML, between tags or in double quotes. What HTML cannot hold becomes U+FFFD. */
export const escapeHtml = (text: string): string => text.replace(NOT_IN_HTML, "\ufffd").replace(HTML_SIGNS, entity);

/** An element's attribute; null leaves it out, "" is its name alone. */
export type Attribute = readonly [name: string, value: string | null];

const htmlAttribute = (name: string, value: string): string => `${name}="${escapeHtml(value)}"`;

/**
 * `<iframe src="…" title="…">`
 * @param write one attribute that has a value
 */
export function openTag(name: string, attributes: readonly Attribute[], write = htmlAttribute): string {
  const written = attributes.flatMap(([key, value]) => (value === null ? [] : value === "" ? [` ${key}`] : [` ${write(key, value)}`]));
  return `<${name}${written.join("")}>`;
}

/** A whole JSON string. Escapes in one stay where they are. */
const STRING = /"(?:[^"\\]|\\.)*"/g;
/** What no string may show: the end of a script or a comment in it, and how templates and shortcodes begin their own words. */
const IN_STRINGS = new RegExp(`[<{}[\\]\`${UNSEEN_CLASS}]`, "gu");

const codeUnits = (sign: string): string => Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");

/**
 * JSON that is the same in a script of HTML, in JavaScript, and in a template's file. On one line, since a blank one ends
 * HTML in Markdown.
 */
export const toInlineJson = (value: unknown): string => JSON.stringify(value).replace(STRING, (string) => string.replace(IN_STRINGS, codeUnits));

/** A JSX attribute. Quotes where the value has nothing that could be read as more than itself. */
export function jsxAttribute(name: string, value: string): string {
  return /^[\w\-./:,?=+%# ]*$/.test(value) ? `${name}="${value}"` : `${name}={${toInlineJson(value)}}`;
}

/** What templates and shortcodes would begin even behind a backslash, and what is not seen. */
const MARKDOWN_ENTITIES = new RegExp(`[&<>\`{}[\\]|${UNSEEN_CLASS}]`, "gu");

/** Text in Markdown's brackets, on one line. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").replace(/\p{Surrogate}/gu, "\ufffd").trim();
  return line.replace(/[\\*_~!]/g, "\\$&").replace(MARKDOWN_ENTITIES, entity);
}

const percent = (sign: string): string => [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

/** What an address may hold and is still read as more than an address by what stands around it. */
const ADDRESS_SIGNS = new RegExp(`[\\s()<>\\\\{}[\\]\`|"${UNSEEN_CLASS}]`, "gu");

/** An address that stands alone in a text. Nothing behind its host is changed but how it is spelt. */
export function plainAddress(url: string): string {
  // A host may have brackets: [::1].
  const [, host = "", rest = url] = /^([a-z]+:\/\/[^/?#]*)(.*)$/su.exec(url) ?? [];
  return host + rest.replace(ADDRESS_SIGNS, percent);
}

/** An address in Markdown's round brackets, where nothing in it ends them or is read as an entity. */
export const markdownAddress = (url: string): string => plainAddress(url).replace(/&(?=#?\w+;)/g, "&amp;");
