import type { ReactNode } from "react";

/** The arc's definition, one tap away and there without a script. */
export function HowDrawn(): ReactNode {
  return (
    <details className="how">
      <summary>How this is drawn</summary>
      <div>
        <p>The height at a moment is the number of achievements expected to be done by then. One that is dated counts within its dates; one that is dated only to its role is spread evenly across the role, and the marks of such a role stand at even distances, in the order of the résumé.</p>
        <p>Colour says in which field. Where an achievement belongs to several, it counts in the first. A steeper line may only mean that more was written down.</p>
        <p>Where one role ends in the month in which the next begins, both bars meet in the middle of that month. Every figure is quoted from the text it stands in; what is worked out from two stated figures says “computed”.</p>
      </div>
    </details>
  );
}
