import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Career } from "../../model/career.js";
import { NO_FILTERS } from "../../model/select.js";
import { createTimelineStore, type TimelineStore } from "../../state/store.js";
import { DEFAULT_VIEW_STATE, viewOf, type ViewState } from "../../state/viewState.js";
import { useBeforePaint } from "../../views/hooks/useBeforePaint.js";
import { withSome } from "../withSome.js";
import type { StateProps } from "./props.js";
import { tellHost } from "./tellHost.js";

/** What a host says of the view, as far as it can be read: what is not of its type is not said. */
function patchOf(said: unknown): Partial<ViewState> {
  try {
    const { filters, at } = Object(said) as Readonly<Record<string, unknown>>;
    return {
      ...(typeof filters === "object" && filters !== null ? { filters: withSome(NO_FILTERS, filters) } : {}),
      ...(typeof at === "string" || at === null ? { at } : {}),
    };
  } catch {
    // A getter of theirs.
    return {};
  }
}

/**
 * A store for one component. What the host controls is put back before anybody sees it changed, unless the host follows.
 */
export function useHostedStore(career: Career, { state, defaultState, onStateChange, onSelect }: StateProps): TimelineStore {
  const [store] = useState(() => createTimelineStore(career, { ...DEFAULT_VIEW_STATE, ...patchOf(defaultState), ...patchOf(state) }));
  // Read so that a change of either is looked at again, in the very rendering that shows it.
  const filters = useStore(store, (current) => current.filters);
  const at = useStore(store, (current) => current.at);
  const host = useRef({ onStateChange, onSelect });
  const silent = useRef(false);

  useBeforePaint(() => {
    host.current = { onStateChange, onSelect };
  });
  useBeforePaint(() => store.actions.replaceCareer(career), [store, career]);
  useBeforePaint(() => {
    silent.current = true;
    store.actions.replaceView({ ...viewOf(store.getState()), ...patchOf(state) });
    silent.current = false;
  }, [store, career, state, filters, at]);
  useEffect(() => store.subscribe((now, before) => {
    if (silent.current || (now.filters === before.filters && now.at === before.at)) return;
    tellHost(host.current.onStateChange, { filters: now.filters, at: now.at });
    if (now.at !== before.at) tellHost(host.current.onSelect, now.at);
  }), [store]);
  return store;
}
