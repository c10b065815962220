/* Words and data as HTML. Nothing that an owner writes goes into a file but through these. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };

/** For text and for attributes in double quotes; the same signs are enough for XML. */
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** JSON inside a script element: no "<" can end it, and U+2028/2029 end no line. */
export function escapeScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export const metaName = (name: string, content: string): string => `<meta name="${name}" content="${escapeText(content)}">`;

/** As Open Graph asks for it. */
export const metaProperty = (property: string, content: string): string => `<meta property="${property}" content="${escapeText(content)}">`;

/** A policy that holds on hosts that send no headers, too. */
export const metaPolicy = (policy: string): string => `<meta http-equiv="Content-Security-Policy" content="${escapeText(policy)}">`;
