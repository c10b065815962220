import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Where the built app lies: beside the built CLI, or under the project when the CLI runs from source. */
const PLACES = [join(here, "../template"), join(here, "../../dist/template")];

/** @returns the folder of the built app, or null where it has not been built */
export async function findTemplate(): Promise<string | null> {
  for (const place of PLACES) {
    try {
      await access(join(place, "index.html"));
      return place;
    } catch {
      // The next place may have it.
    }
  }
  return null;
}
