import { useEffect, useId, useRef, type ReactNode } from "react";
import { EmbedWorkshop, type EmbedWorkshopProps } from "./EmbedWorkshop.js";

export interface EmbedDialogProps extends EmbedWorkshopProps {
  readonly onClose: () => void;
}

/** How to put the career into another page: what to write there, what that shows, and how it looks. Over the page, which stays as it is. */
export function EmbedDialog({ onClose, ...props }: EmbedDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    // An effect may run twice; a dialog that is open cannot be opened.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="embedding" aria-labelledby={title} onClose={onClose}>
      <div className="heading">
        <h2 id={title}>Embed</h2>
        <button type="button" className="close" onClick={() => dialog.current?.close()} aria-label="Close">
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M1 1l10 10M11 1L1 11" /></svg>
        </button>
      </div>
      <p className="intro">Put this career into a page of your own. Nothing is sent anywhere.</p>
      <EmbedWorkshop {...props} />
    </dialog>
  );
}
