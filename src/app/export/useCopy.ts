import { useState, type RefObject } from "react";

export interface Copying {
  /** Last said, for a live region. */
  readonly said: string;
  /** What could not be copied and is selected instead; null for nothing. */
  readonly left: string | null;
  readonly copy: (text: string, what: string) => Promise<void>;
  readonly say: (words: string) => void;
}

/** @param field where a text stands that the browser does not let us copy */
export function useCopy(field: RefObject<HTMLTextAreaElement | null>, unable: string | null = null): Copying {
  const [said, say] = useState("");
  const [left, setLeft] = useState(unable);
  return {
    said,
    left,
    say,
    copy: async (text, what) => {
      // Said anew each time, which is only heard where it was gone in between.
      say("");
      try {
        await navigator.clipboard.writeText(text);
        setLeft(null);
        say(`${what} copied`);
      } catch {
        // Not allowed, or no clipboard without https: then it is selected, and a key away.
        setLeft(text);
        say("Your browser does not let the page copy. It is selected: copy it with Ctrl+C or ⌘C.");
        requestAnimationFrame(() => {
          field.current?.focus();
          field.current?.select();
        });
      }
    },
  };
}
