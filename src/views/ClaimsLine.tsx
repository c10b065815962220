import { Fragment, type ReactNode } from "react";
import type { Career, Claim } from "../model/career.js";

/** Claims of the person that no achievement already states. */
export function ownClaims(career: Career): readonly Claim[] {
  return career.claims.filter((claim) => claim.sameAs === null);
}

/** A claim in few words: the very words its figure was read from, else its text. */
export function claimWords(claim: Claim): string {
  return claim.metrics[0]?.quote ?? claim.text;
}

/** What is stated but tied to no role. It has no place in time, so it is said here and not drawn. */
export function ClaimsLine({ career }: { readonly career: Career }): ReactNode {
  const claims = ownClaims(career);
  if (claims.length === 0) return null;
  return (
    <p className="claims">
      Stated, but tied to no role, so not on the arc:{" "}
      {claims.map((claim, i) => (
        <Fragment key={claim.id}>
          {i === 0 ? "" : i === claims.length - 1 ? " and " : ", "}
          <b dir="auto">{claimWords(claim)}</b>
        </Fragment>
      ))}
      .
    </p>
  );
}
