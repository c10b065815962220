import { useEffect, useState, type ReactNode } from "react";
import type { Issue } from "../lib/result.js";
import { createCareer } from "../model/createCareer.js";
import { MAX_TEXT_BYTES, parseDocument } from "../model/parseCareer.js";
import type { TimelineStore } from "../state/store.js";

export interface ImportFlowProps {
  readonly file: File;
  readonly store: TimelineStore;
  readonly onClose: () => void;
}

interface Outcome {
  readonly opened: boolean;
  readonly issues: readonly Issue[];
}

/** Issues shown at once; the rest are counted. */
const SHOWN = 20;

/**
 * Reads a file that the visitor chose. A good one replaces the career on the page; a bad one changes nothing and says
 * why, in the words of `cli check`. Nothing is sent anywhere.
 */
export default function ImportFlow({ file, store, onClose }: ImportFlowProps): ReactNode {
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    let current = true;
    void openFile(file, store, () => current).then((result) => {
      if (current) setOutcome(result);
    });
    return () => {
      current = false;
    };
  }, [file, store]);

  if (!outcome) return <p className="notice" role="status">Reading {file.name} …</p>;
  const { opened, issues } = outcome;
  return (
    <section className="notice" role={opened ? "status" : "alert"} aria-label="Opening a file">
      <p>
        <b>{opened ? `Opened ${file.name}.` : `${file.name} was not opened; the page is as it was.`}</b>
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
      <button type="button" className="text" onClick={onClose}>Close</button>
    </section>
  );
}

async function openFile(file: File, store: TimelineStore, isCurrent: () => boolean): Promise<Outcome> {
  const fail = (code: string, message: string, hint: string): Outcome => ({ opened: false, issues: [{ severity: "error", code, path: "", message, hint }] });
  if (file.size > MAX_TEXT_BYTES) return fail("too-large", `the file has ${Math.ceil(file.size / 1e6)} MB`, "a career is at most 5 MB");
  let text: string;
  try {
    text = await file.text();
  } catch {
    return fail("unreadable", "the browser could not read the file", "choose it again");
  }
  const result = parseDocument(text);
  if (!result.ok) return { opened: false, issues: result.issues };
  if (isCurrent()) store.actions.replaceCareer(createCareer(result.value, store.getState().career.asOf));
  return { opened: true, issues: result.issues };
}
