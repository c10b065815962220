import { useRef, useState, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { classNames } from "../../charts/classNames.js";
import type { EpochMs } from "../../lib/units.js";
import { useBeforePaint } from "../../views/hooks/useBeforePaint.js";
import { isClearOn } from "../groundOf.js";
import { readHostPlace, watchHostPlace, type HostPlace } from "../hostTheme.js";
import type { LookProps } from "./props.js";

const never = (): (() => void) => () => undefined;

interface RootProps extends LookProps {
  readonly id: string;
  readonly asOf: EpochMs | null;
  readonly children: ReactNode;
}

/** The element that all styles hang under. */
export function Root({ id, asOf, theme, background, className, children }: RootProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const own = theme === "light" || theme === "dark" ? theme : null;
  const transparent = background === "transparent";
  const place = useHostPlace(root, own === null || transparent);
  // What only a script can do is hidden until one runs; the first drawing in a browser is still the server's.
  const live = useSyncExternalStore(never, () => true, () => false);
  return (
    <div
      ref={root}
      id={id}
      className={classNames("career-timeline", typeof className === "string" && className)}
      data-theme={own ?? place.theme}
      // On a ground that its words cannot be read on it has its own.
      data-background={transparent && isClearOn(place.ground, own ?? place.theme) ? background : undefined}
      data-as-of={asOf === null ? undefined : new Date(asOf).toISOString().slice(0, 10)}
      data-live={live ? "" : undefined}
    >
      {children}
    </div>
  );
}

const NOWHERE: HostPlace = { theme: "system", ground: null };

/** What the page wants; nothing until it can be asked, so also on the server. */
function useHostPlace(root: { readonly current: HTMLElement | null }, follow: boolean): HostPlace {
  const [place, setPlace] = useState(NOWHERE);
  useBeforePaint(() => {
    // What stands on the root itself is ours.
    const around = root.current?.parentElement;
    if (!follow || !around) return;
    const read = (): void => setPlace(readHostPlace(around, null));
    read();
    return watchHostPlace(around, read);
  }, [root, follow]);
  return place;
}
