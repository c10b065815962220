import { Suspense, useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { formatCount, formatNumber } from "../../lib/format.js";
import { exportRows } from "../../model/exportRows.js";
import { matchingDocument } from "../../model/matchingDocument.js";
import { isFiltered } from "../../model/select.js";
import { toCsv } from "../../model/toCsv.js";
import type { TimelineStore } from "../../state/store.js";
import { ownClaims } from "../../views/ClaimsLine.js";
import { ChoiceGroup } from "../embed/ChoiceGroup.js";
import type { Option } from "../embed/choices.js";
import { nowShown } from "../embed/nowShown.js";
import { ExportRow } from "./ExportRow.js";
import type { Picture } from "./picture.js";
import { PicturePreview } from "./PicturePreview.js";
import { PictureStage } from "./PictureStage.js";
import { renderPng } from "./renderPng.js";
import { fileName, saveFile } from "./saveFile.js";
import type { ShownLink } from "./shownLink.js";
import { useCopy } from "./useCopy.js";
import { writeSvg } from "./writeSvg.js";

export interface ExportDialogProps {
  readonly store: TimelineStore;
  readonly link: ShownLink;
  /** A text that the browser did not let the page copy: it is shown selected. */
  readonly uncopied?: string | null;
  readonly onClose: () => void;
}

const SCALES: readonly Option<number>[] = [1, 2, 3].map((value) => ({ value, label: `${value}×` }));

/** What is shown now, to be taken along: as a link, a picture, a table, a document. Over the page, which stays as it is. */
export function ExportDialog({ store, link, uncopied = null, onClose }: ExportDialogProps): ReactNode {
  const { career, filters, at, sort, selectors, viewport } = useStore(store);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const title = useId();
  const [picture, setPicture] = useState<Picture | null>(null);
  const [transparent, setTransparent] = useState(false);
  const [scale, setScale] = useState(2);
  const { said, left, copy, say } = useCopy(field, uncopied);

  useEffect(() => {
    // An effect may run twice; a dialog that is open cannot be opened.
    if (dialog.current?.open === false) dialog.current.showModal();
    field.current?.focus();
    field.current?.select();
  }, []);

  const matches = selectors.matches(filters);
  const shown = nowShown(career, filters, matches, at);
  const ground = transparent ? null : (picture?.ground ?? null);
  const rows = (): ReturnType<typeof exportRows> => exportRows(career, selectors.sorted(filters, sort), isFiltered(filters) ? [] : ownClaims(career));
  const csv = (): string => toCsv(rows());
  const save = (ending: string, contents: string | Blob, type: string): void => {
    const name = fileName(career, ending);
    saveFile(name, contents instanceof Blob ? contents : new Blob([contents], { type }));
    say(`Saved as ${name}`);
  };
  const savePng = async (of: Picture): Promise<void> => {
    const png = await renderPng(of, scale, ground);
    if (png) save(scale === 1 ? ".png" : `@${scale}x.png`, png, "image/png");
    else say("Your browser has no room for so large a picture: choose a smaller one, or save it as SVG.");
  };
  const size = (by: number): string => (picture ? `${formatNumber(picture.width * by)} × ${formatNumber(picture.height * by)} px` : "");

  return (
    <>
      <dialog ref={dialog} className="embedding exporting" aria-labelledby={title} onClose={onClose}>
        <div className="heading">
          <h2 id={title}>Save</h2>
          <button type="button" className="close" onClick={() => dialog.current?.close()} aria-label="Close">
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M1 1l10 10M11 1L1 11" /></svg>
          </button>
        </div>
        <p className="intro" dir="auto">{shown === null ? (viewport ? "" : "All of it, as it is shown now.") : `As it is shown now: ${shown.replace(/^open: /, "")}.`}{viewport ? " The whole career, not only the part of it that is in view." : ""} Made here, in your browser; nothing is sent anywhere.</p>
        <div className="ways">
          <div className="taken">
            <ExportRow
              name="Link"
              note={link.ok ? link.caution || "Opens the page as it is now." : link.reason}
              actions={link.ok ? [{ label: "Copy", name: "Copy the link", onPress: () => void copy(link.url, "Link") }] : []}
            >
              {link.ok ? <code dir="ltr">{link.url}</code> : null}
            </ExportRow>
            {left === null ? null : (
              <div className="left">
                <p>Nothing was copied: your browser does not let the page. Here it is, selected: press Ctrl+C or ⌘C, or hold it and choose Copy.</p>
                <textarea ref={field} readOnly value={left} rows={3} dir="ltr" spellCheck={false} aria-label="To be copied" onFocus={({ currentTarget }) => currentTarget.select()} />
              </div>
            )}
            {picture === null ? <p className="none">There is no picture: nothing in this career has a date.</p> : (
              <>
                <ExportRow
                  name="SVG"
                  note="The picture with real text. Sharp at any size, for slides, documents and drawing programs."
                  actions={[
                    { label: "Save", name: "Save as SVG", onPress: () => save(".svg", writeSvg(picture, ground), "image/svg+xml") },
                    { label: "Copy", name: "Copy the SVG", onPress: () => void copy(writeSvg(picture, ground), "SVG") },
                  ]}
                />
                <ExportRow
                  name="PNG"
                  note={`The picture as pixels: ${size(scale)}.`}
                  actions={[{ label: "Save", name: "Save as PNG", onPress: () => void savePng(picture) }]}
                >
                  <ChoiceGroup legend="Size" options={SCALES} value={scale} onChoose={setScale} />
                </ExportRow>
              </>
            )}
            <ExportRow
              name="CSV"
              note={`A table for spreadsheets: ${formatCount(matches.size, "achievement")}, one row for each figure.`}
              actions={[
                { label: "Save", name: "Save as CSV", onPress: () => save(".csv", csv(), "text/csv;charset=utf-8") },
                { label: "Copy", name: "Copy the CSV", onPress: () => void copy(csv().replace("\ufeff", ""), "CSV") },
              ]}
            />
            <ExportRow
              name="JSON"
              note={`${isFiltered(filters) ? "What matches, with its roles," : "All of it"} as a career.json: this page and the command line open it.`}
              actions={[{ label: "Save", name: "Save as JSON", onPress: () => save(".json", `${JSON.stringify(matchingDocument(career.document, isFiltered(filters) ? matches : null), null, 2)}\n`, "application/json") }]}
            />
          </div>
          {picture === null ? null : (
            <section aria-label="Picture" className="pictured">
              <PicturePreview picture={picture} transparent={transparent} />
              <label className="tick">
                <input type="checkbox" checked={transparent} onChange={(event) => setTransparent(event.target.checked)} />
                <span>Transparent background<i>For a page or a slide with a colour of its own</i></span>
              </label>
            </section>
          )}
        </div>
        <p className="said" role="status">{said}</p>
      </dialog>
      {/* Outside, where the page's own styles hold and no dialog's; it waits for activity, which is read little by little. */}
      <Suspense><PictureStage store={store} onPicture={setPicture} /></Suspense>
    </>
  );
}
