import { forwardRef, useImperativeHandle, useMemo, type ForwardedRef, type ReactElement } from "react";
import type { Career } from "../../model/career.js";
import { createCommands } from "../commands.js";
import type { Commands } from "../options.js";
import { parseChrome, type Chrome } from "../options.js";
import { Widget } from "../Widget.js";
import { Guarded } from "./Guarded.js";
import { Problem } from "./Problem.js";
import type { CareerProps, LookProps, StateProps } from "./props.js";
import { Root } from "./Root.js";
import { safePageHref } from "./safePageHref.js";
import { useCareer, wholeCareer } from "./useCareer.js";
import { useHostedStore } from "./useHostedStore.js";
import { useRootId } from "./useRootId.js";

export interface CareerTimelineProps extends CareerProps, StateProps, LookProps {
  /** How much is shown round the picture: "none", "filters" (the default), or "full", the whole page. */
  readonly chrome?: Chrome | undefined;
  /** Address of the whole page, which "Open" and the marks lead to. Without it there is no such link. */
  readonly pageHref?: string | undefined;
}

/**
 * What a ref of the component can do, the same as the element. What comes of it is told to `onStateChange`, as a visitor's
 * own doing would be; what `state` controls changes only if the host follows.
 */
export type CareerTimelineHandle = Commands;

/**
 * A career as an interactive picture, in the page's own document: load `career-timeline/style.css` once. Complete from a
 * server, too. Several on one page know nothing of each other.
 */
export const CareerTimeline = forwardRef<CareerTimelineHandle, CareerTimelineProps>(function CareerTimeline(props, ref): ReactElement {
  return <Guarded career={props.career} onError={props.onError}><Shown props={props} handle={ref} /></Guarded>;
});

function Shown({ props, handle }: { readonly props: CareerTimelineProps; readonly handle: ForwardedRef<CareerTimelineHandle> }): ReactElement {
  const id = useRootId();
  const { asOf, result } = useCareer(props, id, wholeCareer);
  return (
    <Root {...props} id={id} asOf={asOf}>
      {result.ok ? <HostedWidget career={result.value} idPrefix={`${id}-`} shown={props} handle={handle} /> : <Problem issues={result.issues} />}
    </Root>
  );
}

interface HostedWidgetProps {
  readonly career: Career;
  readonly idPrefix: string;
  readonly shown: StateProps & Pick<CareerTimelineProps, "chrome" | "pageHref">;
  readonly handle: ForwardedRef<CareerTimelineHandle>;
}

function HostedWidget({ career, idPrefix, shown, handle }: HostedWidgetProps): ReactElement {
  const chrome = parseChrome(shown.chrome);
  const pageHref = safePageHref(shown.pageHref);
  const store = useHostedStore(career, shown);
  useImperativeHandle(handle, () => createCommands(store), [store]);
  // The same element as before where only the host has drawn again.
  return useMemo(() => <Widget store={store} idPrefix={idPrefix} chrome={chrome} pageHref={pageHref} />, [store, idPrefix, chrome, pageHref]);
}
