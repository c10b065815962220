/*
 * How much of a career is drawn in somebody else's page. Everything is laid out and drawn on the page's own thread, so a
 * career of any size would stop the page for as long as it takes. The site itself has no such limits.
 */

/** Two thousand marks are drawn in well under a second on a slow laptop; no reader tells them apart. */
export const MOST_EMBEDDED_ACHIEVEMENTS = 2_000;
export const MOST_EMBEDDED_ROLES = 500;
/** UTF-16 code units of a headline, a title, a label or an id: far above what the checker lets pass, and still measured at once. */
export const LONGEST_EMBEDDED_LINE = 2_000;
/** The same of texts, quotes and addresses; the checker's own limit. */
export const LONGEST_EMBEDDED_TEXT = 20_000;
