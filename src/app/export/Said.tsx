import { useEffect, useState, type ReactNode } from "react";

const SHOWN_MS = 4_000;

/** A sentence over the foot of the page, gone again by itself. What stands in a live region when that comes is not read out, so it follows. */
export function Said({ words }: { readonly words: string }): ReactNode {
  const [now, setNow] = useState("");
  useEffect(() => {
    const begin = setTimeout(() => setNow(words), 20);
    const end = setTimeout(() => setNow(""), SHOWN_MS);
    return () => {
      clearTimeout(begin);
      clearTimeout(end);
    };
  }, [words]);
  return <p className="passing" role="status">{now}</p>;
}
