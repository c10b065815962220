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
import { BACKGROUNDS, CHROMES, FIRST_CHOICES, FRESHNESS, THEMES, WIDTHS, type Choices } from "./choices.js";
import { frameAddress } from "./frameSnippets.js";
import { embedTitle, nowShown } from "./nowShown.js";
import { PreviewFrame } from "./PreviewFrame.js";
import { isOfThisMachine, parseSiteAddress, type SiteAddress } from "./siteAddress.js";
import { SiteField } from "./SiteField.js";
import { SnippetBox } from "./SnippetBox.js";
import { makeSnippets, sizeOf, type Kind } from "./snippets.js";
import { usePublishedDocument } from "./usePublishedDocument.js";

export interface EmbedWorkshopProps {
  readonly store: TimelineStore;
  /** Of the site that the page belongs to. */
  readonly site: SiteAddress;
  /** The day that a frozen embed is of. */
  readonly today: DateText;
}

/** What was decided the last time, for as long as the page is open. */
interface Kept {
  readonly choices: Choices;
  readonly kind: Kind;
  readonly typed: string;
}

const kept = new WeakMap<TimelineStore, Kept>();

/** Where a frame has not said how tall it is. */
const USUAL_HEIGHT: Px = 420;

/** Choices, preview and snippets; each choice shows at once. */
export function EmbedWorkshop({ store, site, today }: EmbedWorkshopProps): ReactNode {
  const { career, filters, at, theme, selectors } = useStore(store);
  const [now, setNow] = useState<Kept>(() => kept.get(store) ?? { choices: FIRST_CHOICES, kind: "auto", typed: "" });
  const [height, setHeight] = useState(USUAL_HEIGHT);

  const keep = (next: Partial<Kept>): void => {
    const after = { ...now, ...next };
    kept.set(store, after);
    setNow(after);
  };

  const published = career === store.getInitialState().career;
  const document = usePublishedDocument(career.document, published);
  const { typed, kind } = now;
  // What is on no site can only be carried along.
  const choices = published ? now.choices : { ...now.choices, frozen: true };
  const choose = (next: Partial<Choices>): void => keep({ choices: { ...now.choices, ...next } });

  const shown = nowShown(career, filters, selectors.matches(filters), at);
  const view = choices.taken ? { filters, at } : { filters: NO_FILTERS, at: null };
  const query = formatQuery({ ...DEFAULT_VIEW_STATE, ...view }, { career });
  const local = isOfThisMachine(site.url);
  const read = local && typed.trim() !== "" ? parseSiteAddress(typed) : null;
  const snippets = makeSnippets({
    ...choices, ...view, query, published, height,
    site: read?.ok ? { url: read.url, index: "" } : site,
    title: embedTitle(career),
    data: choices.frozen ? document : null,
    asOf: today,
  });
  const snippet = snippets.find((each) => each.kind === kind);
  const day = parsePartialDate(today);

  return (
    <div className="workshop">
      <section aria-label="What it shows">
        <ChoiceGroup legend="Around the picture" options={CHROMES} value={choices.chrome} onChoose={(chrome) => choose({ chrome })} />
        <ChoiceGroup legend="Colours" options={THEMES} value={choices.theme} onChoose={(next) => choose({ theme: next })} />
        <ChoiceGroup legend="Background" options={BACKGROUNDS} value={choices.background} onChoose={(background) => choose({ background })} />
        <label className="tick">
          <input type="checkbox" checked={choices.taken} onChange={(event) => choose({ taken: event.target.checked })} />
          <span>With the filters and the selection of this page<i dir="auto">{shown === null ? "Now: nothing filtered, nothing selected" : `Now: ${shown}`}</i></span>
        </label>
        <div>
          <ChoiceGroup legend="Later changes" options={FRESHNESS} value={choices.frozen} onChoose={(frozen) => choose({ frozen })} {...(published ? {} : { refused: false })} />
          <p className="aside">
            {!published ? "You have opened a file that is on no site. It can be carried along, frozen; to have it followed, publish it first."
              : choices.frozen ? `Carries the facts along; ongoing roles reach to ${day ? formatPartialDate(day) : today}. What draws them still comes from your site, or from the package.`
              : "When you change the site, the embed changes with it."}
          </p>
        </div>
        {local ? <SiteField text={typed} read={read} onType={(text) => keep({ typed: text })} /> : null}
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

      <section aria-label="Snippet" className="take">
        <ChoiceGroup legend="Snippet for" options={snippets.map(({ kind: value, label, code }) => ({ value, label, faint: code === null }))} value={kind} onChoose={(next) => keep({ kind: next })} />
        {snippet ? <SnippetBox snippet={snippet} size={choices.frozen && snippet.code !== null ? kilobytes(sizeOf(snippet.code)) : null} /> : null}
      </section>
    </div>
  );
}

/** "12.4 kB" of 1,000 bytes. */
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB with the facts in it`;
