import "./charts/theme.css";
import "./views/timeline.css";
import "./views/exploring.css";
import "./app/page.css";
import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/App.js";
import { LateActivity } from "./app/LateActivity.js";
import { hurry, LateBelow, LateLegend } from "./app/LateBelow.js";
import { readPageData } from "./app/pageData.js";
import { createCareer } from "./model/createCareer.js";
import { filtersOfSlug } from "./model/select.js";
import { createTimelineStore } from "./state/store.js";
import { isCrowded } from "./views/ArcDrawing.js";
import { exploring } from "./views/explore/exploring.js";
import { untilHere } from "./views/hooks/untilHere.js";

const place = document.getElementById("root");
if (!place) throw new Error("no element #root");

/** A function, since files that this one waits for wait for it in their turn: an await of its own would never end. */
async function start(root: HTMLElement): Promise<void> {
  // A page without it is better than one that waits for it.
  const dressed = new Promise<unknown>((go) => void untilHere(() => import("./views/live.css"), go).then(go));
  const [data] = await Promise.all([readPageData(root), dressed]);
  const career = createCareer(data.document, data.asOf);
  // As it was sent, so that it can be taken over: crowded in clusters, and on the page of a named view with that view.
  if (isCrowded(career)) await exploring.instrument.load();
  const filters = filtersOfSlug(career, data.page.view);
  const store = createTimelineStore(career, filters ? { filters } : {});
  store.subscribe(hurry);
  const app = <App store={store} page={data.page} below={<LateBelow page={data.page} path={location.pathname} />} legend={<LateLegend />} activity={<LateActivity />} />;
  // As a transition: taken over in short steps, so that the page answers to a touch in between.
  if (root.firstElementChild) startTransition(() => void hydrateRoot(root, app, { onRecoverableError: (error) => console.error(error) }));
  else createRoot(root).render(app);
  document.documentElement.dataset["live"] = "";
}

start(place).catch((error: unknown) => {
  // The page stays as it was sent: everything can be read, and what cannot be pressed goes.
  console.error(error);
  document.documentElement.dataset["failed"] = "";
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.textContent = "The page could not start, so nothing can be filtered or opened. Everything is here to read.";
  place.prepend(notice);
});
