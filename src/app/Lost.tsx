import { useEffect, useState, type ReactNode } from "react";
import { useTimeline, useTimelineContext } from "../views/hooks/useTimeline.js";

/** One failure is mended before anybody has read of it. */
const TOLD_FROM = 2;

/** Whether a part of the page is lost so far, for those who show it. */
export interface Watch {
  /** For `untilHere`: how often it has failed; 0 where it has come. */
  readonly failed: (times: number) => void;
  readonly Lost: (props: { readonly waiting?: boolean }) => ReactNode;
}

/** Says in the place of a part of the page that its code does not come. */
export function createWatch(): Watch {
  const listeners = new Set<(lost: boolean) => void>();
  let lost = false;
  return {
    failed: (times) => {
      lost = times >= TOLD_FROM;
      for (const tell of listeners) tell(lost);
    },
    /** Beside what was sent; of another career nothing was, so there it is what waits. */
    Lost: ({ waiting = false }) => {
      const [told, tell] = useState(false);
      const { store } = useTimelineContext();
      const sent = useTimeline(({ career }) => career === store.getInitialState().career);
      useEffect(() => {
        tell(lost);
        listeners.add(tell);
        return () => void listeners.delete(tell);
      }, []);
      if (waiting ? sent : !sent || !told) return null;
      return (
        <p className="notice" role="status">
          {told ? "A part of the page has not arrived, and is asked for again." : "Loading the rest …"}{" "}
          {/* What is asked for is in the address; a file that was opened is not. */}
          {told && sent ? <button type="button" className="text" onClick={() => location.reload()}>Load the page again</button> : null}
        </p>
      );
    },
  };
}
