import { useMemo, useRef, type KeyboardEvent, type ReactElement } from "react";
import type { Career } from "../../model/career.js";
import type { TimelineStore } from "../../state/store.js";
import { EmbedArc } from "../../views/EmbedArc.js";
import { TimelineContext } from "../../views/hooks/useTimeline.js";
import { useWidth } from "../../views/hooks/useWidth.js";
import { Guarded } from "./Guarded.js";
import { Problem } from "./Problem.js";
import type { CareerProps, LookProps, StateProps } from "./props.js";
import { Root } from "./Root.js";
import { safePageHref } from "./safePageHref.js";
import { useCareer, wholeCareer } from "./useCareer.js";
import { useHostedStore } from "./useHostedStore.js";
import { useRootId } from "./useRootId.js";

export interface CareerArcProps extends CareerProps, StateProps, LookProps {
  /** Address of the whole page: where a mark leads without a script, and in a new tab. */
  readonly pageHref?: string | undefined;
  /** In px. Without it the arc is drawn for the room it has; from a server, for two rooms, of which the style sheet shows one. */
  readonly width?: number | undefined;
  /** In px; without it, as its width asks for. */
  readonly height?: number | undefined;
}

/**
 * The career arc alone: what had been done by any time, in the colours of its fields, over the roles it was done in.
 * Pressing a mark selects it, pressing it again or Escape does not any more.
 */
export function CareerArc(props: CareerArcProps): ReactElement {
  return <Guarded career={props.career} onError={props.onError}><Shown {...props} /></Guarded>;
}

function Shown(props: CareerArcProps): ReactElement {
  const id = useRootId();
  const { asOf, result } = useCareer(props, id, wholeCareer);
  return (
    <Root {...props} id={id} asOf={asOf}>
      {result.ok ? <HostedArc career={result.value} idPrefix={`${id}-`} shown={props} /> : <Problem issues={result.issues} />}
    </Root>
  );
}

interface HostedArcProps {
  readonly career: Career;
  readonly idPrefix: string;
  readonly shown: CareerArcProps;
}

function HostedArc({ career, idPrefix, shown }: HostedArcProps): ReactElement {
  const [width, height] = [sizeOf(shown.width), sizeOf(shown.height)];
  const pageHref = safePageHref(shown.pageHref);
  const store = useHostedStore(career, shown);
  const context = useMemo(() => ({ store: pressTwice(store), idPrefix, pageHref }), [store, idPrefix, pageHref]);
  const deselect = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) store.actions.select(null);
  };
  return (
    <TimelineContext.Provider value={context}>
      <div className="timeline embed" role="presentation" onKeyDown={deselect}>
        <Drawings width={width} height={height} />
      </div>
    </TimelineContext.Provider>
  );
}

/** No drawing is larger: px. */
const MOST_PX = 20_000;

/** A size that can be drawn; undefined where the host says none, or what is none. */
const sizeOf = (px: unknown): number | undefined => (typeof px === "number" && px >= 1 && px <= MOST_PX ? px : undefined);

/** Without details there is no other way to let go of a mark. */
function pressTwice(store: TimelineStore): TimelineStore {
  const { actions } = store;
  return { ...store, actions: { ...actions, select: (id) => actions.select(id === store.getState().at ? null : id) } };
}

type Size = Pick<CareerArcProps, "width" | "height">;

function Drawings({ width, height }: Size): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const measured = useWidth(box);
  return (
    <div ref={box} className="arcbox">
      <EmbedArc room={width ?? measured} set={{ width, height }} />
    </div>
  );
}
