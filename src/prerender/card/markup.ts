/** Attributes by name; what is null or undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" };

/** For text and attributes alike. The text holds no character that XML forbids: `toLine` has taken those out. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Undoes `escapeXml`. */
export const unescapeXml = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => Object.entries(ENTITIES).find(([, written]) => written === entity)?.[0] ?? entity);

/** A tenth of a pixel is finer than any screen. */
const number = (value: number): string => String(Math.round(value * 10) / 10);

/** @param content markup, escaped already; "" makes an empty element */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === null || value === undefined ? [] : [` ${key}="${typeof value === "number" ? number(value) : escapeXml(value)}"`]))
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
