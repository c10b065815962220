import { useId, type ReactNode } from "react";
import type { TypedAddress } from "./siteAddress.js";

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
      <p id={`${id}why`}>This page’s address is of this machine: nobody else can open it. Say where the site will be, and the snippets lead there.</p>
      <label htmlFor={id}>Address of your site</label>
      <input id={id} type="url" inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://example.org/career/" value={text} aria-invalid={wrong} aria-describedby={wrong ? `${id}wrong` : `${id}why`} onChange={(event) => onType(event.target.value)} />
      <p id={`${id}wrong`} className="wrong" role="status">{wrong ? read.message : ""}</p>
    </div>
  );
}
