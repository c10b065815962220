/**
 * Styles of the element itself. In a shadow root, what is `!important` wins over the page's `!important`, so a page that
 * unsets everything neither hides nor restyles it; a page's own `hidden` and what it does to the boxes around do.
 * px only: `rem` is the page's.
 */
export const elementCss = `
:host { display: block !important; }
:host([hidden]) { display: none !important; }
.career-timeline { all: initial; display: block; visibility: inherit; pointer-events: inherit; }
.career-timeline.arriving { height: 0; overflow: hidden; visibility: hidden; }
slot[hidden] { display: none; }
.fault { all: initial; display: block; visibility: inherit; margin: 8px 0 0; font: 14px/1.4 sans-serif; font-family: inherit; color: inherit; overflow-wrap: anywhere; }
`;
