import { useEffect, useState, type ReactNode } from "react";
import type { DetailsPanel, DetailsPanelProps } from "./DetailsPanel.js";

type Panel = typeof DetailsPanel;

let loaded: Panel | null = null;

/** Fetches the details' own code; again where it did not come. */
export async function loadDetails(): Promise<void> {
  loaded ??= (await import("./DetailsPanel.js")).DetailsPanel;
}

/**
 * Details are no part of the first picture: their code follows it, before anybody can have asked for them. Once it is
 * there they are drawn with the press that asks.
 */
export function LateDetails({ open }: { readonly open: DetailsPanelProps | null }): ReactNode {
  const [state, setState] = useState<"waiting" | "here" | "failed">(loaded ? "here" : "waiting");
  const wanted = open !== null;
  useEffect(() => {
    if (loaded) return;
    let current = true;
    loadDetails().then(
      () => current && setState("here"),
      () => current && setState("failed"),
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  if (!open) return null;
  if (loaded) return <LoadedDetails Panel={loaded} {...open} />;
  if (state !== "failed") return null;
  return (
    <aside className="details">
      <p role="alert">The details did not load; the list below has the words. <button type="button" className="text" onClick={open.onClose}>Close</button></p>
    </aside>
  );
}

function LoadedDetails({ Panel, ...props }: DetailsPanelProps & { readonly Panel: Panel }): ReactNode {
  return <Panel {...props} />;
}
