import "./charts/theme.css";
import "./views/timeline.css";
import "./app/page.css";
import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/App.js";
import { readPageData } from "./app/pageData.js";
import { createCareer } from "./model/createCareer.js";
import { createTimelineStore } from "./state/store.js";

const root = document.getElementById("root");
if (!root) throw new Error("no element #root");

try {
  const [data] = await Promise.all([readPageData(root), import("./views/live.css")]);
  const store = createTimelineStore(createCareer(data.document, data.asOf));
  // As a transition: taken over in short steps, so that the page answers to a touch in between.
  if (root.firstElementChild) startTransition(() => void hydrateRoot(root, <App store={store} />, { onRecoverableError: (error) => console.error(error) }));
  else createRoot(root).render(<App store={store} />);
  document.documentElement.dataset["live"] = "";
} catch (error) {
  // The page stays as it was sent: everything can be read, and what cannot be pressed goes.
  console.error(error);
  document.documentElement.dataset["failed"] = "";
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.textContent = "The page could not start, so nothing can be filtered or opened. Everything is here to read.";
  root.prepend(notice);
}
