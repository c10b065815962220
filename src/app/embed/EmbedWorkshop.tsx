import { useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Px } from "../../lib/units.js";
import { formatPartialDate, parsePartialDate } from "../../model/dates.js";
import type { DateText } from "../../model/document.js";
import { NO_FILTERS } from "../../model/select.js";
import type { TimelineStore } from "../../state/store.js";
import { formatQuery } from "../../state/urlCodec.js";
import { DEFAULT_VIEW_STATE } from "../../state/viewState.js";
import { ChoiceGroup } from "./ChoiceGroup.js";
import { BACKGROUNDS, CHROMES, firstChoices, FRESHNESS, THEMES, WIDTHS, type Choices } from "./choices.js";
import { frameAddress } from "./frameSnippets.js";
import { embedTitle, nowShown } from "./nowShown.js";
import { settleKind, type OpenKind } from "./openKind.js";
import { PreviewFrame } from "./PreviewFrame.js";
import { isOfThisMachine, parseSiteAddress, type PublishedSite } from "./publishedSite.js";
import { SiteField } from "./SiteField.js";
import { SnippetBox } from "./SnippetBox.js";
import { makeSnippets, sizeOf } from "./snippets.js";
import { usePublishedDocument } from "./usePublishedDocument.js";

export interface EmbedWorkshopProps {
  readonly store: TimelineStore;
  /** Of the site that the page belongs to. */
  readonly site: PublishedSite;
  /** The day that a frozen embed is of. */
  readonly today: DateText;
}

/** What was decided the last time, for as long as the page is open. */
interface Kept extends OpenKind {
  readonly choices: Choices;
  readonly typed: string;
}

const kept = new WeakMap<TimelineStore, Kept>();

/** Where a frame has not said how tall it is. */
const USUAL_HEIGHT: Px = 420;

/** Snippets, choices and preview; each choice shows at once. */
export function EmbedWorkshop({ store, site, today }: EmbedWorkshopProps): ReactNode {
  const { career, filters, at, theme, selectors } = useStore(store);
  const published = career === store.getInitialState().career;
  const [now, setNow] = useState<Kept>(() => {
    const last: Kept = kept.get(store) ?? { choices: firstChoices(innerWidth), kind: "auto", before: null, typed: "" };
    return { ...last, ...settleKind(last, last.choices.frozen || !published) };
  });
  const [height, setHeight] = useState(USUAL_HEIGHT);

  const keep = (next: Partial<Kept>): void => {
    const after = { ...now, ...next };
    kept.set(store, after);
    setNow(after);
  };

  const document = usePublishedDocument(career.document, published);
  const { typed, kind, before } = now;
  // What is on no site can only be carried along.
  const choices = published ? now.choices : { ...now.choices, frozen: true };
  const choose = (next: Partial<Choices>): void => keep({ choices: { ...now.choices, ...next } });

  const shown = nowShown(career, filters, selectors.matches(filters), at);
  const view = choices.taken ? { filters, at } : { filters: NO_FILTERS, at: null };
  const query = formatQuery({ ...DEFAULT_VIEW_STATE, ...view }, { career });
  const local = isOfThisMachine(site.url);
  const read = local && typed.trim() !== "" ? parseSiteAddress(typed) : null;
  const found = read?.ok ? { url: read.url, index: "" } : site;
  const snippets = makeSnippets({
    ...choices, ...view, query, published, height,
    site: found,
    title: embedTitle(career),
    data: choices.frozen ? document : null,
    asOf: today,
  });
  const snippet = snippets.find((each) => each.kind === kind);
  const replaced = snippets.find((each) => each.kind === before);
  // A component that carries facts of no site names no address at all.
  const stuck = isOfThisMachine(found.url) && (published || kind !== "react");
  const day = parsePartialDate(today);

  return (
    <div className="workshop">
      <section aria-label="Snippet" className="take">
        <ChoiceGroup
          legend="Snippet for"
          hint={choices.frozen ? "Not sure? Take the element." : "Not sure? Take the frame with auto height."}
          options={snippets.map(({ kind: value, label, code }) => ({ value, label, faint: code === null }))}
          value={kind}
          onChoose={(next) => keep({ kind: next, before: null })}
        />
        {snippet ? (
          <SnippetBox
            snippet={snippet}
            size={choices.frozen && snippet.code !== null ? kilobytes(sizeOf(snippet.code)) : null}
            caution={stuck ? "Works on this machine only, until you type your public address." : null}
          />
        ) : null}
      </section>

      <section aria-label="What it shows" className="shows">
        {local ? <SiteField text={typed} read={read} onType={(text) => keep({ typed: text })} /> : null}
        <ChoiceGroup legend="How much" options={CHROMES} value={choices.chrome} onChoose={(chrome) => choose({ chrome })} />
        <ChoiceGroup legend="Colours" options={THEMES} value={choices.theme} onChoose={(next) => choose({ theme: next })} />
        <ChoiceGroup legend="Background" options={BACKGROUNDS} value={choices.background} onChoose={(background) => choose({ background })} />
        <label className="tick">
          <input type="checkbox" checked={choices.taken} onChange={(event) => choose({ taken: event.target.checked })} />
          <span>With the filters and the selection of this page<i dir="auto">{shown === null ? "Now: nothing filtered, nothing selected" : `Now: ${shown}`}</i></span>
        </label>
        <div>
          <ChoiceGroup legend="When the site changes" options={FRESHNESS} value={choices.frozen} onChoose={(frozen) => keep({ choices: { ...now.choices, frozen }, ...settleKind(now, frozen) })} {...(published ? {} : { refused: false })} />
          <p className="aside said" role="status">{replaced ? `“${replaced.label}” cannot be frozen: the snippet is the element instead.` : ""}</p>
          <p className="aside">
            {!published ? "You have opened a file that is on no site. It can be carried along, frozen; to have it followed, publish it first."
              : choices.frozen ? `Carries the facts along; ongoing roles reach to ${day ? formatPartialDate(day) : today}. What draws them still comes from your site, or from the package.`
              : "When you change the site, the embed changes with it."}
          </p>
        </div>
      </section>

      <section aria-label="Preview" className="preview">
        {published ? (
          <>
            <ChoiceGroup legend="Preview" options={WIDTHS.map(({ value, label }) => ({ value, label: `${label} ${value}` }))} value={choices.width} onChoose={(width) => choose({ width })} />
            <PreviewFrame
              address={frameAddress({ ...choices, query, site: { url: site.url, index: "index.html" } })}
              width={choices.width}
              theme={theme}
              scheme={choices.theme}
              onHeight={setHeight}
            />
          </>
        ) : <p className="aside">There is no preview of a file that is on no site. Publish it first: <code>career-timeline build FILE -o site</code></p>}
      </section>
    </div>
  );
}

/** "12.4 kB" of 1,000 bytes. */
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB with the facts in it`;
