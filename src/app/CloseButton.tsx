import type { KeyboardEvent, ReactNode } from "react";

/** Of a notice. Escape, too, closes it from here; anywhere else that is the timeline's. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  return <button type="button" className="text" onClick={onClose} onKeyDown={onKeyDown}>Close</button>;
}
