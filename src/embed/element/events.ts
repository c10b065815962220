import type { TimelineStore } from "../../state/store.js";
import type { CareerTimelineEventMap } from "./publicTypes.js";

export type Emit = <Type extends keyof CareerTimelineEventMap>(type: Type, detail: CareerTimelineEventMap[Type]["detail"]) => void;

/** Events of the element's own: they bubble and leave shadow roots. */
export const createEmit = (element: HTMLElement): Emit => (type, detail) =>
  void element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));

/** Tells of what is selected and filtered, whoever did it. The store goes with the drawing, and nobody else has it: this ends with it. */
export function tellChanges(store: TimelineStore, emit: Emit): void {
  store.subscribe((state, before) => {
    if (state.at !== before.at) emit("career-select", { id: state.at, title: state.career.achievements.find(({ id }) => id === state.at)?.title ?? null });
    if (state.filters !== before.filters) emit("career-filter", { filters: state.filters, matches: state.selectors.matches(state.filters).size });
  });
}
