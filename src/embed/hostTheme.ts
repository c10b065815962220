/** What a host can be seen to want; "system" where it says nothing, or leaves it to the visitor. */
export type HostTheme = "light" | "dark" | "system";

/** Where hosts say it, the first of them that says "light" or "dark" counts: plain, Bootstrap, GitHub, Tailwind. */
const SIGNS: readonly string[] = ["data-theme", "data-bs-theme", "data-color-mode", "class"];

/** "light" or "dark" where exactly one of them is among the words; "auto", "normal", "light dark" and "cupcake" name none. */
function namedIn(words: string | null): "light" | "dark" | null {
  const all = (words ?? "").toLowerCase().split(/\s+/);
  const dark = all.includes("dark");
  return dark === all.includes("light") ? null : dark ? "dark" : "light";
}

/**
 * Own word before the host's sign, before the host's style, before the visitor's system.
 *
 * @param own the embed's own parameter; "auto", "system" and null leave it to the host
 * @param signs the host's, nearest first: values of SIGNS
 * @param scheme the computed `color-scheme`, which may say "only dark"
 */
export function decideTheme(own: string | null, signs: readonly (string | null)[], scheme: string): HostTheme {
  for (const words of [own, ...signs, scheme]) {
    const theme = namedIn(words);
    if (theme) return theme;
  }
  return "system";
}

/** The element, what it is shown in, and so on up to `html`: through slots and out of shadow roots. */
function* shownIn(element: Element): Generator<Element> {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) yield node;
    node = node instanceof ShadowRoot ? node.host : node instanceof Element && node.assignedSlot ? node.assignedSlot : node.parentNode;
  }
}

/** What the place that an element stands in wants. @param own as for `decideTheme` */
export function readHostTheme(element: Element, own: string | null): HostTheme {
  const signs = [...shownIn(element)].flatMap((each) => SIGNS.map((name) => each.getAttribute(name)));
  return decideTheme(own, signs, getComputedStyle(element).colorScheme);
}

/**
 * Tells of every change of what the host may want; whoever listens reads it anew. A host that swaps a style sheet without
 * touching an attribute is seen at the next change. To be started again where the element is moved.
 * @returns stops it
 */
export function watchHostTheme(element: Element, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  for (const each of shownIn(element)) {
    // On the page's own two elements any attribute may be the one that its styles hang on.
    observer.observe(each, each === document.documentElement || each === document.body ? { attributes: true } : { attributeFilter: [...SIGNS, "style"] });
  }
  // A host's color-scheme may stand in a media query.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", onChange);
  };
}
