import type { Career } from "../model/career.js";

/** A domain's colour and shape slot; −1 where none is named. */
export function slotOf(career: Career, domainId: string): number {
  return career.domains.find((domain) => domain.id === domainId)?.slot ?? -1;
}
