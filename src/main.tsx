import "./charts/theme.css";
import "./views/timeline.css";
import "./app/page.css";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/App.js";
import { readPageData } from "./app/pageData.js";
import { syncUrl } from "./app/urlSync.js";
import { createCareer } from "./model/createCareer.js";
import { createTimelineStore } from "./state/store.js";

const root = document.getElementById("root");
if (!root) throw new Error("no element #root");

const data = await readPageData(root);
const store = createTimelineStore(createCareer(data.document, data.asOf));
if (root.firstElementChild) hydrateRoot(root, <App store={store} />, { onRecoverableError: (error) => console.error(error) });
else createRoot(root).render(<App store={store} />);

// The page is the same for everybody; what the link asks for comes after it has been taken over.
requestAnimationFrame(() => syncUrl(store, window));
