/** Where a page draws: as wide as the window, 720 px high. */
export function chartHost(): HTMLElement {
  const host = document.querySelector<HTMLElement>("#chart");
  if (!host) throw new Error("no #chart in the page");
  return host;
}
