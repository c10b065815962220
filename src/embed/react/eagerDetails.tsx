import type { ReactNode } from "react";
import { DetailsPanel, type DetailsPanelProps } from "../../views/DetailsPanel.js";

/*
 * In the place of `views/LateDetails` in the package: the host's bundler decides what is fetched when, and a server
 * draws what is selected, too.
 */

export const loadDetails = (): Promise<void> => Promise.resolve();

export function LateDetails({ open }: { readonly open: DetailsPanelProps | null }): ReactNode {
  return open ? <DetailsPanel {...open} /> : null;
}
