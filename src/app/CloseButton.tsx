import type { ReactNode } from "react";

/** Of a notice. Escape, too, closes it from here; anywhere else that is the timeline's. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): ReactNode {
  return <button type="button" className="text" onClick={onClose} onKeyDown={(event) => event.key === "Escape" && onClose()}>Close</button>;
}
