import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { TimelineStore } from "../state/store.js";
import { Timeline } from "../views/Timeline.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { ThemeSwitch } from "./ThemeSwitch.js";

/** The checker and its messages are only needed by those who bring a file. */
const ImportFlow = lazy(() => import("./ImportFlow.js"));

/** The page: a bar over the timeline and a line under it. */
export function App({ store }: { readonly store: TimelineStore }): ReactNode {
  const career = useStore(store, (state) => state.career);
  const theme = useStore(store, (state) => state.theme);
  const [file, setFile] = useState<File | null>(null);

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

  return (
    <>
      <div className="top">
        <p dir="auto">{[career.person.location, career.document.fictional ? "Fictional person" : undefined].filter(Boolean).join(". ")}</p>
        <nav aria-label="Page">
          <label className="text file">
            Open a career file
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                // The same file again, mended, is a new choice.
                event.target.value = "";
              }}
            />
          </label>
          <button type="button" className="text" onClick={() => print()}>Print</button>
          <ThemeSwitch store={store} />
        </nav>
      </div>
      {file ? (
        <ErrorBoundary>
          <Suspense fallback={<p className="notice" role="status">Reading {file.name} …</p>}>
            <ImportFlow file={file} store={store} onClose={() => setFile(null)} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
      <main>
        <ErrorBoundary>
          <Timeline store={store} idPrefix="" />
        </ErrorBoundary>
      </main>
      <footer>
        <p>Every figure is quoted from the text it stands in; press a mark to read it. A file that you open stays in your browser.</p>
      </footer>
    </>
  );
}
