/*
 * Values as strangers' files hold them. Each form also keeps apart what stands around HTML in such files: `{{` and `{%` of
 * templates, `[` of WordPress's shortcodes, the blank line and the backtick of Markdown.
 */

/** Signs that end an attribute or begin something else, in HTML or in what is made into HTML. */
const HTML_SIGNS = /[&<>"'`{}[\]\r\n\t]/g;
const NAMED: ReadonlyMap<string, string> = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ["\"", "&quot;"]]);

/** Text in HTML, between tags or in double quotes. Half characters and NUL, which HTML cannot hold, become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, "\ufffd").replace(HTML_SIGNS, (sign) => NAMED.get(sign) ?? `&#${sign.charCodeAt(0)};`);
}

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
/** What no string may show: the end of a script or a comment in it, and how templates begin their own words. */
const IN_STRINGS = /[<{}`\u2028\u2029]/g;

/**
 * JSON that is the same in a script of HTML, in JavaScript, and in a template's file. On one line, since a blank one ends
 * HTML in Markdown.
 */
export function toInlineJson(value: unknown): string {
  return JSON.stringify(value).replace(STRING, (string) => string.replace(IN_STRINGS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`));
}

/** A JSX attribute. Quotes where the value has nothing that could be read as more than itself. */
export function jsxAttribute(name: string, value: string): string {
  return /^[\w\-./:,?=+%# ]*$/.test(value) ? `${name}="${value}"` : `${name}={${toInlineJson(value)}}`;
}

/** Text in Markdown's brackets, on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim().replace(/[\\`*_[\]<>&~!|{}]/g, "\\$&");
}

/** An address in Markdown's round brackets, where nothing in it ends them or is read as an entity. */
export function markdownAddress(url: string): string {
  return url.replace(/[\s\p{Cc}()<>\\{}]/gu, (sign) => [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")).replace(/&(?=#?\w+;)/g, "&amp;");
}
