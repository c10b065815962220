import type { ReactElement } from "react";
import type { Issue } from "../../lib/result.js";

/** What keeps a career from being shown, as one sentence; the host gets all of it. */
export function Problem({ issues }: { readonly issues: readonly Issue[] }): ReactElement {
  const [first] = issues;
  const place = first?.path ? ` at ${first.path}` : "";
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return <p className="problem" role="alert">This career cannot be shown: {first?.message ?? "it cannot be read"}{place}{more}.</p>;
}
