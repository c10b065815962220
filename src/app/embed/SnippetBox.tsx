import { useRef, useState, type ReactNode } from "react";
import type { Snippet } from "./snippets.js";

export interface SnippetBoxProps {
  readonly snippet: Snippet;
  readonly size: string | null;
  /** What to know before it is copied. */
  readonly caution: string | null;
}

/** What can be read and taken, or why there is nothing. */
export function SnippetBox({ snippet, size, caution }: SnippetBoxProps): ReactNode {
  const { label, language, code, note } = snippet;
  const box = useRef<HTMLTextAreaElement>(null);
  // Said of this code only: of another, nothing has been copied yet.
  const [said, setSaid] = useState({ of: "", words: "" });

  const copy = async (text: string): Promise<void> => {
    // Said anew each time, which is only heard where it was gone in between.
    setSaid({ of: text, words: "" });
    try {
      await navigator.clipboard.writeText(text);
      setSaid({ of: text, words: "Copied" });
    } catch {
      // Not allowed, or no clipboard without https: then it is selected, and a key away.
      box.current?.focus();
      box.current?.select();
      setSaid({ of: text, words: "Selected: copy it with Ctrl+C or ⌘C" });
    }
  };

  return (
    <div className="snippet">
      {code === null ? null : (
        <>
          <textarea ref={box} aria-label={`${label}, ${language}`} readOnly value={code} rows={rowsOf(code)} spellCheck={false} wrap="soft" dir="ltr" onFocus={({ currentTarget }) => currentTarget.select()} />
          <div className="act">
            <button type="button" onClick={() => void copy(code)}>Copy</button>
            <p role="status">{said.of === code ? said.words : ""}</p>
            {caution === null ? null : <p className="caution">{caution}</p>}
            {size === null ? null : <p className="size">{size}</p>}
          </div>
        </>
      )}
      <p className="note">{note}</p>
    </div>
  );
}

/** Enough for most of them, where the browser does not fit the box to its text itself. */
const rowsOf = (code: string): number => Math.min(12, code.split("\n").reduce((rows, line) => rows + Math.ceil((line.length + 1) / 70), 0));
