import { useRef, useState, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { classNames } from "../../charts/classNames.js";
import type { EpochMs } from "../../lib/units.js";
import { readHostTheme, watchHostTheme, type HostTheme } from "../hostTheme.js";
import type { LookProps } from "./props.js";
import { useBeforePaint } from "./useBeforePaint.js";

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
  const host = useHostTheme(root, own === null);
  // What only a script can do is hidden until one runs; the first drawing in a browser is still the server's.
  const live = useSyncExternalStore(never, () => true, () => false);
  return (
    <div
      ref={root}
      id={id}
      className={classNames("career-timeline", typeof className === "string" && className)}
      data-theme={own ?? host}
      data-background={background === "transparent" ? background : undefined}
      data-as-of={asOf === null ? undefined : new Date(asOf).toISOString().slice(0, 10)}
      data-live={live ? "" : undefined}
    >
      {children}
    </div>
  );
}

/** What the page wants; "system" until it can be asked, so also on the server. */
function useHostTheme(root: { readonly current: HTMLElement | null }, follow: boolean): HostTheme {
  const [theme, setTheme] = useState<HostTheme>("system");
  useBeforePaint(() => {
    // What stands on the root itself is ours.
    const place = root.current?.parentElement;
    if (!follow || !place) return;
    const read = (): void => setTheme(readHostTheme(place, null));
    read();
    return watchHostTheme(place, read);
  }, [root, follow]);
  return theme;
}
