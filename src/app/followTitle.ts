import { findView } from "../model/select.js";
import type { TimelineStore } from "../state/store.js";

/**
 * The tab says what is shown: a named view by its title, all else by the whole page's, which a view's page brings along
 * (`data-title`); another career than the page's own by whose it is.
 *
 * @param page as it was sent
 * @returns stops it
 */
export function followTitle({ getState, subscribe }: TimelineStore, page: Document): () => void {
  const whole = page.getElementById("root")?.dataset["title"] ?? page.title;
  const first = getState().career.document;
  return subscribe(({ career, filters }) => {
    const { name, headline } = career.person;
    page.title = findView(career, filters)?.title ?? (career.document === first ? whole : (name ?? headline));
  });
}
