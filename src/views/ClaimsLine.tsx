import { Fragment, type ReactNode } from "react";
import type { Career, Claim } from "../model/career.js";
import { markQuotes } from "../model/quotes.js";

/** Claims of the person that no achievement already states. */
export function ownClaims(career: Career): readonly Claim[] {
  return career.claims.filter((claim) => claim.sameAs === null);
}

/** A claim's own words, its figures in bold. */
export function ClaimText({ claim, ended = true }: { readonly claim: Claim; readonly ended?: boolean }): ReactNode {
  const text = ended ? claim.text : claim.text.replace(/\.\s*$/, "");
  return markQuotes(text, claim.metrics.map((metric) => metric.quote)).map((part, i) => (part.quoted ? <b key={i}>{part.text}</b> : part.text));
}

/** What is stated for no role in particular. It has no place in time, so it is said here and not drawn. */
export function ClaimsLine({ career }: { readonly career: Career }): ReactNode {
  const claims = ownClaims(career);
  if (claims.length === 0) return null;
  return (
    <p className="claims">
      Also stated, for no role in particular:{" "}
      {claims.map((claim, i) => (
        <Fragment key={claim.id}>
          {i === 0 ? "" : "; "}
          <span dir="auto"><ClaimText claim={claim} ended={false} /></span>
        </Fragment>
      ))}
      .
    </p>
  );
}
