import { useEffect, useState, type ReactNode } from "react";
import { importCareer, type Format } from "../import/importCareer.js";
import { decodeText } from "../lib/decodeText.js";
import type { Issue } from "../lib/result.js";
import { createCareer } from "../model/createCareer.js";
import { MAX_TEXT_BYTES, notUtf8, tooLarge } from "../model/parseCareer.js";
import type { TimelineStore } from "../state/store.js";
import { bringUp } from "./bringUp.js";
import { CloseButton } from "./CloseButton.js";

export interface ImportFlowProps {
  readonly file: File;
  readonly store: TimelineStore;
  readonly onClose: () => void;
}

interface Outcome {
  /** The file it is about: another one may be in hand meanwhile. */
  readonly file: File;
  /** What it was read as; null where it was not opened. */
  readonly format: Format | null;
  readonly issues: readonly Issue[];
}

/** How a file that is no career.json was taken. */
const FORMATS: Readonly<Record<Format, string>> = { career: "", "json-resume": ", a JSON Resume" };

/** Issues shown at once; the rest are counted. */
const SHOWN = 20;

/**
 * Reads a file that the visitor chose, of any format that `import/` knows. A good one replaces the career on the page; a
 * bad one changes nothing and says why, in the words of `cli check`. Nothing is sent anywhere.
 */
export function ImportFlow({ file, store, onClose }: ImportFlowProps): ReactNode {
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    let current = true;
    void openFile(file, store, () => current).then((result) => {
      if (current) setOutcome({ ...result, file });
    });
    return () => {
      current = false;
    };
  }, [file, store]);

  if (outcome?.file !== file) return <p className="notice" role="status">Reading {file.name} …</p>;
  const { format, issues } = outcome;
  const opened = format !== null;
  return (
    <section ref={bringUp} tabIndex={-1} className="notice" role={opened ? "status" : "alert"} aria-label="Opening a file">
      <p>
        <b>{opened ? `Opened ${file.name}${FORMATS[format]}.` : `${file.name} was not opened; the page is as it was.`}</b>
        {" "}{issues.length === 0 ? "" : opened ? "It can be used, but look at this:" : "What has to be mended:"}
      </p>
      {issues.length === 0 ? null : (
        <ul>
          {issues.slice(0, SHOWN).map((issue, i) => (
            <li key={i}>
              <b>{issue.severity}</b> {issue.path === "" ? "" : <code>{issue.path}</code>} {issue.message}
              {issue.hint === undefined ? null : <i> {issue.hint}</i>}
            </li>
          ))}
          {issues.length > SHOWN ? <li>and {issues.length - SHOWN} more</li> : null}
        </ul>
      )}
      <CloseButton onClose={onClose} />
    </section>
  );
}

async function openFile(file: File, store: TimelineStore, isCurrent: () => boolean): Promise<Omit<Outcome, "file">> {
  // UTF-16 takes up to twice the bytes of the text that the checker measures.
  if (file.size > 2 * MAX_TEXT_BYTES) return { format: null, issues: [tooLarge(file.size)] };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { format: null, issues: [{ severity: "error", code: "unreadable", path: "", message: "the browser could not read the file", hint: "choose it again" }] };
  }
  const decoded = decodeText(new Uint8Array(bytes));
  if (!decoded.ok) return { format: null, issues: [notUtf8()] };
  const { asOf } = store.getState().career;
  const result = importCareer(decoded.text, { asOf });
  if (!result.ok) return { format: null, issues: result.issues };
  if (isCurrent()) {
    store.actions.replaceCareer(createCareer(result.value.document, asOf));
    // Another career is shown whole: what was asked of the one before is no question about this one.
    store.actions.clear();
    store.actions.select(null);
    store.actions.setViewport(null);
  }
  return { format: result.value.format, issues: result.issues };
}
