import { parseChrome, type Chrome } from "../options.js";

/** What a frame's address says beside the view, which is the codec's. */
export interface FrameAddress {
  readonly chrome: Chrome;
  /** Null where the address leaves it to the page around the frame, as "auto" and "system" do. */
  readonly theme: "light" | "dark" | null;
  readonly transparent: boolean;
  /** The word by which WordPress knows its frames; null where it is not WordPress that asks. */
  readonly secret: string | null;
  /** True in an `amp-iframe`, which says so in the fragment. */
  readonly amp: boolean;
}

/**
 * Never fails: what cannot be read is left out. Where a parameter is repeated the last one counts, as in the codec.
 *
 * @param search "?domain=payments&theme=dark"
 * @param hash "#?secret=abc" from WordPress, "#amp=1" from AMP
 */
export function readFrameAddress(search: string, hash: string): FrameAddress {
  const params = new URLSearchParams(search);
  const last = (name: string): string | undefined => params.getAll(name).at(-1);
  const theme = last("theme");
  return {
    chrome: parseChrome(last("chrome")),
    theme: theme === "light" || theme === "dark" ? theme : null,
    transparent: last("background") === "transparent",
    // WordPress takes no other signs back.
    secret: /[#?&]secret=([a-z0-9]{1,64})(?![^&])/i.exec(hash)?.[1] ?? null,
    amp: /[#?&]amp=1(?![^&])/.test(hash),
  };
}
