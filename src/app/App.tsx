import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Issue } from "../lib/result.js";
import type { TimelineStore } from "../state/store.js";
import { exploring } from "../views/explore/exploring.js";
import { placeWords } from "../views/placeWords.js";
import { Timeline } from "../views/Timeline.js";
import { CloseButton } from "./CloseButton.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { followTitle } from "./followTitle.js";
import { LazyImport } from "./LazyImport.js";
import { loadCopyLink, loadEmbed, loadExport, openLate } from "./openLate.js";
import { ROOT_PAGE, type SitePage } from "./sitePaths.js";
import { ThemeSwitch } from "./ThemeSwitch.js";
import { syncUrl } from "./urlSync.js";

export interface AppProps {
  readonly store: TimelineStore;
  /** Where the page stands in its site. */
  readonly page?: SitePage;
  /** See `TimelineProps`. */
  readonly below: ReactNode;
  /** See `TimelineProps`. */
  readonly legend: ReactNode;
  /** See `TimelineProps`. */
  readonly activity?: ReactNode;
}

/** The page: a bar over the timeline and a line under it. */
export function App({ store, below, legend, activity, page = ROOT_PAGE }: AppProps): ReactNode {
  const career = useStore(store, (state) => state.career);
  const theme = useStore(store, (state) => state.theme);
  const [file, setFile] = useState<File | null>(null);
  const [unknown, setUnknown] = useState<readonly Issue[]>([]);
  const [dialog, setDialog] = useState<ReactNode>(null);
  const chooser = useRef<HTMLInputElement>(null);

  // The page is the same for everybody; what the link asks for comes after it has been taken over.
  useEffect(() => {
    const stopTitle = followTitle(store, document);
    const stop = syncUrl(store, window, setUnknown, page);
    // A mark opened in a window of its own comes as the anchor that it has without a script.
    const { at, career: first } = store.getState();
    const named = first.achievements.find(({ id }) => [`#a-${id}`, `#a-${encodeURIComponent(id)}`].includes(location.hash));
    if (at === null && named) store.actions.select(named.id);
    return () => {
      stop();
      stopTitle();
    };
  }, [store, page]);

  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);

  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      const dropped = event.dataTransfer?.files[0];
      if (dropped) setFile(dropped);
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, []);

  const late = (load: Parameters<typeof openLate>[2]): ReturnType<typeof openLate> => openLate(store, setDialog, load);

  const closeFile = useCallback(() => {
    setFile(null);
    chooser.current?.focus();
  }, []);

  const main = useRef<HTMLElement>(null);
  const closeUnknown = (): void => {
    setUnknown([]);
    // Read on from where the notice was.
    const { current } = main;
    current?.setAttribute("tabindex", "-1");
    current?.focus({ preventScroll: true });
    current?.addEventListener("blur", () => current.removeAttribute("tabindex"), { once: true });
  };

  return (
    <>
      <header className="top">
        <p dir="auto">{placeWords(career)}</p>
        <nav aria-label="Page">
          <button type="button" className="text" onClick={() => print()}>Print</button>
          <button type="button" className="text" onClick={late(loadCopyLink)}>Copy link</button>
          <button type="button" className="text" onClick={late(loadExport)}>Save</button>
          <button type="button" className="text" onClick={late(loadEmbed)}>Embed</button>
          <label className="text file">
            Show another career file
            <input
              ref={chooser}
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                // The same file again, mended, is a new choice.
                event.target.value = "";
              }}
            />
          </label>
          <ThemeSwitch store={store} />
        </nav>
      </header>
      {dialog}
      {file ? <LazyImport file={file} store={store} onClose={closeFile} /> : null}
      {unknown.length > 0 ? (
        <p className="notice" role="status">
          This link asks for something that is not here: {unknown.map(({ message }) => message).join("; ")}.{" "}
          <CloseButton onClose={closeUnknown} />
        </p>
      ) : null}
      {/* With a script the filter can be cleared; without one there has to be a link to the rest. */}
      {page.view === null ? null : <noscript><p className="notice">This is a part of the career. <a href={page.root}>See all of it</a></p></noscript>}
      <main ref={main}>
        <ErrorBoundary>
          <Timeline store={store} idPrefix="" below={below} legend={legend} activity={activity} exploring={exploring} />
        </ErrorBoundary>
      </main>
      <footer>
        <p>All figures are the person’s own statements; open an achievement to see the words each was read from. A file that you show here stays in your browser.</p>
      </footer>
    </>
  );
}
