import { decodeText } from "../../lib/decodeText.js";

const ESCAPES: ReadonlyMap<string, number> = new Map([["a", 7], ["b", 8], ["t", 9], ["n", 10], ["v", 11], ["f", 12], ["r", 13], ['"', 34], ["\\", 92]]);

/**
 * The name that a file has after the commit, from the last column of `git log --numstat`: "old => new" and "a/{b => c}/d"
 * are renames, and names with unusual characters stand in quotes, their bytes as \303\251.
 */
export function readGitPath(written: string): string {
  if (written.startsWith('"') && written.endsWith('"') && written.length > 1) return unquote(written.slice(1, -1));
  const arrow = written.indexOf(" => ");
  if (arrow < 0) return written;
  const [open, close] = [written.lastIndexOf("{", arrow), written.indexOf("}", arrow)];
  if (open < 0 || close < 0) return newName(written.slice(arrow + 4));
  // "a/{b => }/c" leaves two slashes.
  return (written.slice(0, open) + written.slice(arrow + 4, close) + written.slice(close + 1)).replace("//", "/");
}

/** In "old" => "new" each has quotes of its own. */
const newName = (name: string): string => (name.startsWith('"') && name.endsWith('"') && name.length > 1 ? unquote(name.slice(1, -1)) : name);

function unquote(quoted: string): string {
  // "old" => "new" begins and ends with a quote as a whole, too.
  const renamed = quoted.indexOf('" => "');
  const text = renamed < 0 ? quoted : quoted.slice(renamed + 6);
  if (!text.includes("\\")) return text;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? "";
    if (c !== "\\") {
      // Git leaves only ASCII as it is; what else stands here was typed, and is kept for its place.
      bytes.push(c.charCodeAt(0) < 0x80 ? c.charCodeAt(0) : 63);
      continue;
    }
    const octal = /^[0-7]{3}/.exec(text.slice(i + 1, i + 4))?.[0];
    bytes.push(octal === undefined ? (ESCAPES.get(text[i + 1] ?? "") ?? 63) : Number.parseInt(octal, 8) & 0xff);
    i += octal === undefined ? 1 : 3;
  }
  const decoded = decodeText(Uint8Array.from(bytes));
  return decoded.ok ? decoded.text : text;
}
