import { NO_FILTERS } from "../model/select.js";
import type { TimelineStore } from "../state/store.js";
import { viewOf } from "../state/viewState.js";
import type { Commands } from "./options.js";
import { withSome } from "./withSome.js";

export function createCommands({ actions, getState }: TimelineStore): Commands {
  return {
    select: actions.select,
    filter: (some) => actions.setFilters(withSome(getState().filters, some)),
    fit: () => actions.replaceView({ ...viewOf(getState()), filters: NO_FILTERS, at: null, viewport: null }),
  };
}
