import { useEffect, useState } from "react";
import type { CareerDocument } from "../../model/document.js";
import { untilHere } from "../../views/hooks/untilHere.js";

/**
 * A document as strangers may see it. The site's own has come that way; one that the visitor has opened still has its
 * private parts, and what takes them out is only fetched then.
 *
 * @param own it is the site's
 * @returns null until it is ready
 */
export function usePublishedDocument(document: CareerDocument, own: boolean): CareerDocument | null {
  const [published, setPublished] = useState<{ readonly of: CareerDocument; readonly document: CareerDocument } | null>(null);
  useEffect(() => {
    if (own) return;
    let current = true;
    void untilHere(() => import("../../model/publish.js")).then(({ publishedDocument }) => current && setPublished({ of: document, document: publishedDocument(document) }));
    return () => {
      current = false;
    };
  }, [document, own]);
  if (own) return document;
  return published?.of === document ? published.document : null;
}
