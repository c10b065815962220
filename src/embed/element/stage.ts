import { ownProperty } from "../ownProperty.js";
import { widgetCss } from "../styles.js";
import { elementCss } from "./elementCss.js";

/** The parts inside the shadow root that are not the timeline itself. */
export interface Stage {
  /** Where the timeline is drawn, unseen until `reveal`. */
  readonly root: HTMLElement;
  /** Whether the styles are there: without them what is drawn would be a heap of words. */
  readonly styled: boolean;
  /** Shows the timeline, and neither what stood in the element nor the still picture that came with it. */
  readonly reveal: () => void;
  /** Undoes that, but for a still picture. */
  readonly conceal: () => void;
  /** One sentence below what is shown; null takes it away. */
  readonly say: (sentence: string | null) => void;
  /** What stands in the element shows again; nothing else is left. */
  readonly clear: () => void;
}

/** A style sheet belongs to one document; all elements in it share it. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

function sheetOf(page: Document): CSSStyleSheet | null {
  let sheet = sheets.get(page);
  const view = ownProperty(page, "defaultView");
  if (!sheet && view) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(elementCss + widgetCss);
    sheets.set(page, sheet);
  }
  return sheet ?? null;
}

/** @returns false in browsers that make no style sheets, and in pages that have changed what makes them */
function dress(shadow: ShadowRoot, page: Document): boolean {
  try {
    const sheet = sheetOf(page);
    if (!sheet) return false;
    if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/**
 *   shadow root ─┬─ still picture      only where the page brought one (declarative shadow DOM), until the first drawing
 *                ├─ root               the timeline
 *                ├─ slot               the author's own words or picture, until the first drawing
 *                └─ notice             why there is nothing better
 */
export function createStage(host: HTMLElement): Stage {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const page = host.ownerDocument;
  const make = (name: string): HTMLElement => Document.prototype.createElement.call(page, name);

  const still = [...shadow.children].filter((each) => each.localName !== "slot");
  const slot = shadow.querySelector("slot") ?? (make("slot") as HTMLSlotElement);
  // Whatever fails from here on, what the author wrote is to be seen.
  shadow.append(slot);
  const styled = dress(shadow, page);
  const root = make("div");
  const conceal = (): void => {
    root.className = "career-timeline arriving";
    slot.hidden = false;
  };
  conceal();
  root.setAttribute("part", "root");
  const notice = make("p");
  notice.className = "fault";
  notice.setAttribute("part", "notice");
  slot.hidden = styled && still.length > 0;
  slot.before(root);

  return {
    root,
    styled,
    reveal: () => {
      root.className = "career-timeline";
      slot.hidden = true;
      for (const each of still) each.remove();
    },
    conceal,
    say: (sentence) => {
      notice.remove();
      if (sentence === null) return;
      // With something else to look at it can wait its turn; alone it is the news.
      const alone = root.className !== "career-timeline" && still.length === 0 && host.childElementCount === 0 && !host.textContent.trim();
      notice.setAttribute("role", alone ? "alert" : "status");
      // A live region tells of what comes into it, so it is there before its words.
      notice.textContent = "";
      shadow.append(notice);
      notice.textContent = sentence;
    },
    clear: () => {
      slot.hidden = false;
      shadow.replaceChildren(slot);
    },
  };
}
