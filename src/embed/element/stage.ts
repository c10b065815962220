import { widgetCss } from "../styles.js";
import { elementCss } from "./elementCss.js";

/** The parts inside the shadow root that are not the timeline itself. */
export interface Stage {
  /** Where the timeline is drawn, unseen until `reveal`. */
  readonly root: HTMLElement;
  /** Shows the timeline, and neither what stood in the element nor the still picture that came with it. */
  readonly reveal: () => void;
  /** One sentence below what is shown; null takes it away. */
  readonly say: (sentence: string | null) => void;
  /** What stands in the element shows again; nothing else is left. */
  readonly clear: () => void;
}

/** A style sheet belongs to one document; all elements in it share it. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

function sheetOf(page: Document): CSSStyleSheet | null {
  let sheet = sheets.get(page);
  if (!sheet && page.defaultView) {
    sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(elementCss + widgetCss);
    sheets.set(page, sheet);
  }
  return sheet ?? null;
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
  const sheet = sheetOf(page);
  if (sheet && !shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];

  const still = [...shadow.children].filter((each) => each.localName !== "slot");
  const slot = shadow.querySelector("slot") ?? page.createElement("slot");
  const root = page.createElement("div");
  root.className = "career-timeline arriving";
  root.setAttribute("part", "root");
  const notice = page.createElement("p");
  notice.className = "fault";
  notice.setAttribute("part", "notice");
  slot.hidden = still.length > 0;
  shadow.append(root, slot);

  return {
    root,
    reveal: () => {
      root.className = "career-timeline";
      slot.hidden = true;
      for (const each of still) each.remove();
    },
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
