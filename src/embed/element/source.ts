import { ownProperty } from "../ownProperty.js";
import { fetchCareer, readCareerText, type Loaded } from "../loadCareer.js";

/**
 * The element's career: the one given to its property, else the one at `src`, else the one that stands inside of it as
 * `<script type="application/json">`. Never throws.
 */
export async function findCareer(element: HTMLElement, given: string | object | null, stop: AbortSignal): Promise<Loaded> {
  if (given !== null) return readCareerText(typeof given === "string" ? given : toText(given));
  const src = element.getAttribute("src");
  if (src) return fetchCareer(src, element.baseURI, stop);
  await parsed(element.ownerDocument, stop);
  const inside = [...element.children].find((child) => child.localName === "script" && child.getAttribute("type") === "application/json");
  return inside ? readCareerText(inside.textContent ?? "") : { ok: false, fault: "no-source", issues: [] };
}

/** A copy of its own, which the host cannot change meanwhile. What is no JSON (circles, functions) is no career. */
function toText(value: object): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** The element may be there before what stands in it. */
function parsed(page: Document, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (ownProperty(page, "readyState") !== "loading") return done();
    EventTarget.prototype.addEventListener.call(page, "DOMContentLoaded", () => done(), { once: true, signal: stop });
  });
}
