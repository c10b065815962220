import { useMemo } from "react";
import type { Career } from "../../model/career.js";
import { isFiltered, NO_FILTERS, normalizeFilters, selectMatches, type Filters } from "../../model/select.js";
import { withSome } from "../withSome.js";

/** Ids that match, or null where no filter is on. */
export function useFilterMatches(career: Career, filters: Partial<Filters> | undefined): ReadonlySet<string> | null {
  return useMemo(() => {
    const asked = normalizeFilters(withSome(NO_FILTERS, filters), career);
    return isFiltered(asked) ? selectMatches(career, asked) : null;
  }, [career, filters]);
}
