import type { ReactElement, ReactNode } from "react";
import { Boundary } from "../Boundary.js";
import type { CareerProps } from "./props.js";
import { tellHost } from "./tellHost.js";

/** Round each component that a host can put into its tree: a fault of ours is one sentence there, and a word to the host. */
export function Guarded({ career, onError, children }: Pick<CareerProps, "career" | "onError"> & { readonly children: ReactNode }): ReactElement {
  const tell = (error: Error): void => tellHost(onError, [{ severity: "error", code: "drawing", path: "", message: `the timeline could not be drawn: ${error.message}` }]);
  return <Boundary of={career} onError={tell}>{children}</Boundary>;
}
