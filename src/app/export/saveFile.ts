import { slugOf } from "../../lib/slug.js";
import type { Career } from "../../model/career.js";

/** Long enough for a browser that asks where to put it. */
const KEPT_MS = 60_000;
const LONGEST_NAME = 60;

/** Hands a file to the browser, as a download. */
export function saveFile(name: string, contents: Blob): void {
  const url = URL.createObjectURL(contents);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** "ada-lindqvist-career.svg"; "backend-engineer-career@2x.png" where no name is given. */
export function fileName({ person: { name, headline } }: Career, ending: string): string {
  const whose = slugOf([...(name ?? headline)].slice(0, LONGEST_NAME).join(""));
  return `${whose === "" ? "" : `${whose}-`}career${ending}`;
}
