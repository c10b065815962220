import { Suspense, type ReactNode } from "react";
import { useTimeline, useTimelineContext } from "../views/hooks/useTimeline.js";

/** Round what has been sent and is taken over later. Of another career nothing has been sent, so what stands there goes. */
export function Late({ children, fallback }: { readonly children: ReactNode; readonly fallback?: ReactNode }): ReactNode {
  const { store } = useTimelineContext();
  const sent = useTimeline(({ career }) => career === store.getInitialState().career);
  return <Suspense key={String(sent)} fallback={fallback}>{children}</Suspense>;
}
