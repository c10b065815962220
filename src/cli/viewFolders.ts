import type { Issue } from "../lib/result.js";
import { showText } from "../lib/show.js";
import type { ViewDocument } from "../model/document.js";

/** Bytes of UTF-8 that every file system takes as a name, with some to spare for tools that add an ending. */
const LONGEST_NAME = 200;
/** Windows keeps these for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * Slugs that make no folder of their own. The schema lets no dot, slash or blank into a slug, so none leads out of its
 * folder; but two that differ in case or in how an accent is written are one folder on many machines.
 */
export function checkViewFolders(views: readonly ViewDocument[]): Issue[] {
  const first = new Map<string, string>();
  const issues: Issue[] = [];
  const error = (index: number, code: string, message: string, hint: string): void => void issues.push({ severity: "error", code, path: `views[${index}].slug`, message, hint });
  views.forEach(({ slug }, index) => {
    const folded = slug.normalize("NFKC").toLowerCase().normalize("NFC");
    const other = first.get(folded);
    if (other !== undefined) error(index, "same-folder", `the slugs ${showText(other)} and ${showText(slug)} are one folder on many machines`, "give one of the views another slug");
    else first.set(folded, slug);
    if (DEVICE.test(folded)) error(index, "reserved-folder", `${showText(slug)} is no folder on Windows`, "give the view another slug");
    if (Buffer.byteLength(slug) > LONGEST_NAME) error(index, "long-folder", `the slug ${showText(slug)} is too long for the name of a folder`, `use at most ${LONGEST_NAME} bytes of UTF-8`);
  });
  return issues;
}
