import { groundOf, themeOn } from "./groundOf.js";
import { parentOf } from "./ownProperty.js";
import { themeAmong } from "./themeSigns.js";

/** What a host can be seen to want; "system" where it says nothing, or leaves it to the visitor. */
export type HostTheme = "light" | "dark" | "system";

/** Attributes in which an element says it, or has its styles. */
const SIGNS: readonly string[] = ["data-theme", "data-bs-theme", "data-color-mode", "class", "style"];

/** The element, what it is shown in, and so on up to `html`: through slots and out of shadow roots. */
function shownIn(element: Element): HTMLElement[] {
  const around: HTMLElement[] = [];
  let node: Node | null = element;
  while (node) {
    if (node instanceof HTMLElement) around.push(node);
    node = node instanceof ShadowRoot ? node.host : node instanceof Element && node.assignedSlot ? node.assignedSlot : parentOf(node);
  }
  return around;
}

export interface HostPlace {
  readonly theme: HostTheme;
  /** Relative luminance; null where it is not known. */
  readonly ground: number | null;
}

/**
 * What the place that an element stands in wants: its own word before the host's sign, before the host's scheme, before the
 * ground that the host has painted there.
 *
 * @param element of HTML
 * @param own the embed's own parameter; "auto", "system" and null leave it to the host
 */
export function readHostPlace(element: Element, own: string | null): HostPlace {
  const around = shownIn(element);
  const ground = groundOf(around);
  const said = themeAmong(own, around);
  return { theme: said === "system" && ground !== null ? themeOn(ground) : said, ground };
}

/**
 * Tells when the place wants something else than before, or has another ground. A host that swaps a style sheet without touching an attribute is
 * seen at the next change. To be started again where the element is moved.
 * @returns stops it
 */
export function watchHostPlace(element: Element, onChange: () => void): () => void {
  let last = readHostPlace(element, null);
  const check = (): void => {
    const next = readHostPlace(element, null);
    if (next.theme === last.theme && next.ground === last.ground) return;
    last = next;
    onChange();
  };
  const observer = new MutationObserver(check);
  const around = shownIn(element);
  // A ground that fades is what it will be at the end. Each tells of itself; what bubbles up is of others.
  const faded = (event: Event): void => {
    if (event.target === event.currentTarget) check();
  };
  for (const each of around) {
    // On the page's own two elements any attribute may be the one that its styles hang on.
    observer.observe(each, each.localName === "html" || each.localName === "body" ? { attributes: true } : { attributeFilter: [...SIGNS] });
    each.addEventListener("transitionend", faded);
  }
  // A host's scheme and ground may stand in a media query, and in a style sheet that comes late.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", check);
  addEventListener("load", check);
  return () => {
    observer.disconnect();
    for (const each of around) each.removeEventListener("transitionend", faded);
    dark.removeEventListener("change", check);
    removeEventListener("load", check);
  };
}
