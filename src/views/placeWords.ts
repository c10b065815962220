import type { Career } from "../model/career.js";

/** Where somebody is, and that there is nobody: said wherever the figures are. */
export const FICTIONAL = "Fictional person";

/** "Taipei, Taiwan", "Port Alder. Fictional person"; "" where neither is to be said. */
export const placeWords = ({ person, document }: Career): string => [person.location, document.fictional ? FICTIONAL : undefined].filter(Boolean).join(". ");
