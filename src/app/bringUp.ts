/**
 * For the `ref` of a notice, with a tabIndex of -1. Notices stand at the top, and on a phone what they answer stands at the
 * page's end: one that is out of view is brought into it, with the focus.
 */
export function bringUp(notice: HTMLElement | null): void {
  if (!notice || notice.getBoundingClientRect().top >= 0) return;
  notice.scrollIntoView();
  notice.focus({ preventScroll: true });
}
