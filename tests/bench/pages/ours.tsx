import "../../../src/charts/theme.css";
import "../../../src/views/timeline.css";
import "../../../src/views/exploring.css";
import "../../../src/views/live.css";
import { createRoot } from "react-dom/client";
import { createCareer } from "../../../src/model/createCareer.js";
import type { AchievementDocument, CareerDocument } from "../../../src/model/document.js";
import { NO_FILTERS } from "../../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../../src/state/store.js";
import { ArcLegend } from "../../../src/views/ArcLegend.js";
import { Below } from "../../../src/views/Below.js";
import { exploring } from "../../../src/views/explore/exploring.js";
import { Timeline } from "../../../src/views/Timeline.js";
import type { BenchData } from "../contract.js";
import { chartHost } from "./host.js";

/** The page's own timeline with all that it shows: header, filters, arc, tools, list, skills, figures. */
const root = createRoot(chartHost());
chartHost().classList.add("career-timeline");
let store: TimelineStore | null = null;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function toDocument({ groups, events, roles }: BenchData): CareerDocument {
  const inRole = new Map(roles.map(({ id }) => [id, [] as AchievementDocument[]]));
  const last = roles[roles.length - 1];
  for (const { id, title, date, group } of events) {
    const role = roles.find(({ start, end }) => start <= date && date < end) ?? last;
    const day = dayOf(date);
    inRole.get(role?.id ?? "")?.push({ id, title, text: title, when: { from: day, to: day }, domains: [group] });
  }
  return {
    version: 1,
    person: { headline: "A generated career" },
    domains: groups.map(({ id, label }) => ({ id, label })),
    roles: roles.map(({ id, title, start, end }) => ({ id, title, organization: title, start: dayOf(start), end: dayOf(end), achievements: inRole.get(id) ?? [] })),
  };
}

/** Drawn, laid out and painted. */
const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

window.__bench = {
  notes: "the whole page of it: header, filters, arc with its tools, list, figures",
  render: async (data) => {
    const career = createCareer(toDocument(data), data.t1);
    if (store) store.actions.replaceCareer(career);
    else {
      store = createTimelineStore(career);
      root.render(<Timeline store={store} idPrefix="" below={<Below />} legend={<ArcLegend />} exploring={exploring} />);
    }
    while (!document.querySelector(".live svg.arc")) await painted();
    await painted();
  },
  zoomTo: (t0, t1) => {
    store?.actions.setViewport({ from: t0, to: t1 });
  },
  setFilter: (groupIds) => {
    const all = store?.getState().career.domains.length ?? 0;
    store?.actions.setFilters({ ...NO_FILTERS, domains: groupIds.length >= all ? [] : [...groupIds].sort() });
  },
};
