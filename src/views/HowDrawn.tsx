import type { ReactNode } from "react";

/** The arc's definition, one tap away and there without a script. */
export function HowDrawn({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <details className="how">
      <summary>How this is drawn</summary>
      <div>
        {children}
        <p>The height is the number of achievements done so far. One with a date of its own counts then; one dated only to its role is spread evenly over the role, and such marks stand at even distances in résumé order, as do several with the very same dates.</p>
        <p>Colour, shape and band are those of an achievement’s first-named field; one in several fields is found under each, and counted once: what a band says after its plus is drawn in another’s. A steeper line may only mean that more was written down.</p>
        <p>Where one role ends in the month in which the next begins, both meet in its middle. A flag is a dated deadline. What is worked out from two stated figures says “computed”.</p>
      </div>
    </details>
  );
}
