import type { ReactNode } from "react";
import type { DetailsPanelProps } from "./DetailsPanel.js";
import { createLate, useLate } from "./hooks/late.js";

const details = createLate(() => import("./DetailsPanel.js"), ({ DetailsPanel }) => DetailsPanel);
export const loadDetails = details.load;

/** Details are no part of the first picture: their code follows it. */
export function LateDetails({ open }: { readonly open: DetailsPanelProps | null }): ReactNode {
  const [Panel, failed] = useLate(details, open !== null);
  if (!open) return null;
  if (Panel) return <Panel {...open} />;
  if (!failed) return null;
  return (
    <aside className="details">
      <p role="alert">The details did not load; the list below has the words. <button type="button" className="text" onClick={open.onClose}>Close</button></p>
    </aside>
  );
}
