import { useEffect, useMemo, useRef } from "react";
import { err, ok, type Issue, type Result } from "../../lib/result.js";
import { showValue } from "../../lib/show.js";
import type { EpochMs } from "../../lib/units.js";
import type { Career } from "../../model/career.js";
import { createCareer } from "../../model/createCareer.js";
import type { CareerProps } from "./props.js";
import { readSource } from "./readSource.js";
import { tellHost } from "./tellHost.js";
import { useAsOf } from "./useAsOf.js";

interface ReadCareer<T> {
  readonly asOf: EpochMs | null;
  readonly result: Result<T>;
}

/**
 * Reads and checks what the host gives: whatever passes can be drawn.
 * @param pick takes out of the career what is to be drawn, or says what it does not have; remembered by its caller
 */
export function useCareer<T>({ career: source, asOf: stated, onError }: CareerProps, rootId: string, pick: (career: Career) => Result<T>): ReadCareer<T> {
  const asOf = useAsOf(stated, rootId);
  const document = useMemo(() => readSource(source), [source]);
  const result = useMemo((): Result<T> => {
    if (asOf === null) return err([{ severity: "error", code: "date", path: "asOf", message: `cannot read ${showValue(stated)} as a date; use YYYY-MM-DD` }]);
    return document.ok ? pick(createCareer(document.value, asOf)) : document;
  }, [document, asOf, stated, pick]);
  useReport(result.ok ? null : result.issues, onError);
  return { asOf, result };
}

/** The whole career, for `useCareer`. */
export const wholeCareer = (career: Career): Result<Career> => ok(career);

/** Tells the host once for each new set of issues. */
function useReport(issues: readonly Issue[] | null, onError: CareerProps["onError"]): void {
  const tell = useRef(onError);
  useEffect(() => {
    tell.current = onError;
  });
  useEffect(() => {
    if (issues !== null) tellHost(tell.current, issues);
  }, [issues]);
}
