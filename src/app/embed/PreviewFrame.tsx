import { useEffect, useRef, useState, type ReactNode } from "react";
import { readGuestEvent, toMessage } from "../../embed/frame/protocol.js";
import { formatNumber } from "../../lib/format.js";
import type { Px } from "../../lib/units.js";
import type { Theme } from "../../state/viewState.js";
import { useWidth } from "../../views/hooks/useWidth.js";
import type { EmbedTheme } from "./choices.js";

export interface PreviewFrameProps {
  /** The site's own embed page, with what was chosen in its address. */
  readonly address: string;
  readonly width: Px;
  /** Of the page around, which the frame follows unless its address says otherwise. */
  readonly theme: Theme;
  /** Of the host that is pictured around it. */
  readonly scheme: EmbedTheme;
  /** As the frame says it. */
  readonly onHeight: (height: Px) => void;
}

/** Before the frame has said how tall it is. */
const FIRST_HEIGHT: Px = 420;
/** Of a taller one so much is shown. */
const MOST_SHOWN: Px = 1_200;
/** A page of ours speaks as soon as it has come; what says nothing for that long is another, or none. */
const PATIENCE_MS = 8_000;

/**
 * The embed as a host's page shows it, at one of its widths. Where there is less room it is drawn smaller, not narrower: it
 * is still laid out for its width.
 */
export function PreviewFrame({ address, width, theme, scheme, onHeight }: PreviewFrameProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const room = useWidth(stage);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const [silent, setSilent] = useState("");
  const name = `${theme} ${width} ${address}`;
  const scale = Math.min(1, (room ?? width) / width);
  const seen = Math.min(height, MOST_SHOWN);

  useEffect(() => {
    const wait = setTimeout(() => setSilent(name), PATIENCE_MS);
    const listen = ({ source, data }: MessageEvent<unknown>): void => {
      const said = source === null || source !== frame.current?.contentWindow ? null : readGuestEvent(data);
      if (!said) return;
      clearTimeout(wait);
      setSilent("");
      // In a sandbox it has no origin that could be named.
      if (said.event === "ready") frame.current?.contentWindow?.postMessage(toMessage({ event: "theme", theme }), "*");
      if (said.event !== "height") return;
      setHeight(said.height);
      onHeight(said.height);
    };
    addEventListener("message", listen);
    return () => {
      clearTimeout(wait);
      removeEventListener("message", listen);
    };
  }, [name, theme, onHeight]);

  return (
    <>
      <div className={`stage ${scheme}`}>
        <div ref={stage}>
          <div className="fitted" style={{ width: width * scale, height: seen * scale }}>
            {/* A new frame for each address: one that goes from address to address adds to what Back leads through.
                It is looked at: with the focus in it, Escape and Tab would be the frame's and no longer the dialog's. */}
            <iframe
              key={name}
              inert
              ref={frame}
              src={address}
              title="The embed as it will be"
              sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
              style={{ width, height: seen, transform: `scale(${scale})` }}
            />
          </div>
        </div>
      </div>
      <div className="aside under">
        <p role="status">{silent === name ? "The preview does not answer: this site has no embed page. Build it anew with career-timeline build." : sizeWords(width, scale, height)}</p>
        <a href={address} target="_blank" rel="noopener noreferrer">Try it in a tab of its own ↗</a>
      </div>
    </>
  );
}

function sizeWords(width: Px, scale: number, height: Px): string {
  const size = `${formatNumber(width)} × ${formatNumber(height)} px`;
  const shown = scale < 1 ? `${size}, shown at ${Math.round(scale * 100)}%` : size;
  return height > MOST_SHOWN ? `${shown}; the upper ${formatNumber(MOST_SHOWN)} px of it.` : `${shown}.`;
}
