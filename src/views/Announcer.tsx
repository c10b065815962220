import { useEffect, useRef, useState, type ReactNode } from "react";
import { announce } from "../model/phrase.js";
import { useTimeline } from "./hooks/useTimeline.js";

/** Says politely what a filter has done, once it is done. */
export function Announcer(): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const matches = useTimeline((state) => state.selectors.matches(state.filters));
  const [said, setSaid] = useState("");
  const first = useRef(true);
  useEffect(() => {
    // The page itself is news enough when it opens.
    if (first.current) {
      first.current = false;
      return;
    }
    // While somebody types, only where it came to is worth hearing.
    const wait = setTimeout(() => setSaid(announce(career, filters, matches)), 400);
    return () => clearTimeout(wait);
  }, [career, filters, matches]);
  return <p className="sr" role="status">{said}</p>;
}
