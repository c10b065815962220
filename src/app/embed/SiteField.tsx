import { useId, type ReactNode } from "react";
import type { TypedAddress } from "./publishedSite.js";

export interface SiteFieldProps {
  readonly text: string;
  /** What it was read as; null while nothing is typed. */
  readonly read: TypedAddress | null;
  readonly onType: (text: string) => void;
}

/** Where the site will be found, when the page that is open is only found here. */
export function SiteField({ text, read, onType }: SiteFieldProps): ReactNode {
  const id = useId();
  const wrong = read !== null && !read.ok;
  return (
    <div className="site">
      <p id={`${id}why`}>You are viewing this on your own machine. Type your public address and the snippets use it.</p>
      <label htmlFor={id}>Address of your site</label>
      <input id={id} type="url" inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://example.org/career/" value={text} aria-invalid={wrong} aria-describedby={wrong ? `${id}wrong` : `${id}why`} onChange={(event) => onType(event.target.value)} />
      <p id={`${id}wrong`} className="wrong" role="status">{wrong ? read.message : ""}</p>
    </div>
  );
}
