import { useMemo, useRef, type KeyboardEvent, type ReactElement } from "react";
import { arcHeight, embedForm, NARROW_MAX } from "../../layout/arcFrame.js";
import { roleLanes } from "../../layout/roleBars.js";
import type { Career } from "../../model/career.js";
import type { TimelineStore } from "../../state/store.js";
import { LiveArc, StillArc, type ArcDrawingProps } from "../../views/ArcDrawing.js";
import { TimelineContext } from "../../views/hooks/useTimeline.js";
import { useWidth } from "../../views/hooks/useWidth.js";
import { GAUGE, useWidthFactor } from "../../views/hooks/useWidthFactor.js";
import { Problem } from "./Problem.js";
import type { CareerProps, LookProps, StateProps } from "./props.js";
import { Root } from "./Root.js";
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
  const { pageHref = null, width, height } = shown;
  const store = useHostedStore(career, shown);
  const context = useMemo(() => ({ store: pressTwice(store), idPrefix, pageHref }), [store, idPrefix, pageHref]);
  const deselect = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) store.actions.select(null);
  };
  return (
    <TimelineContext.Provider value={context}>
      <div className="timeline embed" role="presentation" onKeyDown={deselect}>
        <Drawings career={career} width={width} height={height} />
      </div>
    </TimelineContext.Provider>
  );
}

/** Without details there is no other way to let go of a mark. */
function pressTwice(store: TimelineStore): TimelineStore {
  const { actions } = store;
  return { ...store, actions: { ...actions, select: (id) => actions.select(id === store.getState().at ? null : id) } };
}

/** Widths that a page without a script is drawn for, one per form. */
const STILLS: readonly number[] = [326, 608];

type Size = Pick<CareerArcProps, "width" | "height">;

function Drawings({ career, width, height }: { readonly career: Career } & Size): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const measured = useWidth(box);
  const lanes = useMemo(() => 1 + Math.max(0, ...roleLanes(career)), [career]);
  const room = width ?? measured;
  const drawnFor = (given: number): ArcDrawingProps => {
    const form = embedForm(given);
    const drawn = form === "narrow" && width === undefined ? Math.min(given, NARROW_MAX) : given;
    return { title: "", subtitle: "", width: drawn, height: height ?? arcHeight(drawn, lanes, career.achievements.length, form), form, printing: false };
  };
  return (
    <div ref={box} className="arcbox">
      {room === null ? STILLS.map((each) => <StillArc key={each} {...drawnFor(each)} />) : <Live {...drawnFor(room)} />}
    </div>
  );
}

/** For the font that the host gives. The gauge is measured, never seen. */
function Live(props: ArcDrawingProps): ReactElement {
  const gauge = useRef<HTMLSpanElement>(null);
  const widthFactor = useWidthFactor(gauge);
  return (
    <>
      <span ref={gauge} className="gauge sr" aria-hidden="true">{GAUGE.weights.map((weight) => <span key={weight}>{GAUGE.text}</span>)}</span>
      <LiveArc {...props} widthFactor={widthFactor} />
    </>
  );
}
