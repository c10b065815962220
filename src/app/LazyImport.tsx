import { useEffect, useState, type ReactNode } from "react";
import { bringUp } from "./bringUp.js";
import { CloseButton } from "./CloseButton.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import type { ImportFlowProps } from "./ImportFlow.js";

type Flow = (props: ImportFlowProps) => ReactNode;

/** The checker and its messages are only needed by those who bring a file, so they come with the first one. */
export function LazyImport(props: ImportFlowProps): ReactNode {
  const { file, onClose } = props;
  const [flow, setFlow] = useState<{ readonly Flow: Flow } | "failed" | null>(null);
  useEffect(() => {
    let current = true;
    import("./ImportFlow.js").then(
      ({ ImportFlow }) => current && setFlow({ Flow: ImportFlow }),
      () => current && setFlow("failed"),
    );
    return () => {
      current = false;
    };
  }, []);
  if (flow === null) return <p className="notice" role="status">Reading {file.name} …</p>;
  if (flow === "failed") {
    return (
      <p ref={bringUp} tabIndex={-1} className="notice" role="alert">
        {file.name} was not opened: the page’s own code did not load. Reload the page and choose it again.{" "}
        <CloseButton onClose={onClose} />
      </p>
    );
  }
  return <ErrorBoundary><flow.Flow {...props} /></ErrorBoundary>;
}
