import { useEffect, useState, type ReactNode } from "react";
import { bringUp } from "./bringUp.js";
import { CloseButton } from "./CloseButton.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import type { ImportFlowProps } from "./ImportFlow.js";
import { askingAgain } from "../views/hooks/untilHere.js";

const loadFlow = askingAgain(() => import("./ImportFlow.js"));

type Flow = (props: ImportFlowProps) => ReactNode;

/** The checker and its messages are only needed by those who bring a file, so they come with the first one. */
export function LazyImport(props: ImportFlowProps): ReactNode {
  const { file, onClose } = props;
  const [flow, setFlow] = useState<{ readonly Flow: Flow } | null>(null);
  const [lost, setLost] = useState<File | null>(null);
  useEffect(() => {
    let current = true;
    loadFlow().then(
      ({ ImportFlow }) => current && setFlow({ Flow: ImportFlow }),
      () => current && setLost(file),
    );
    return () => {
      current = false;
    };
  }, [file]);
  if (flow) return <ErrorBoundary><flow.Flow {...props} /></ErrorBoundary>;
  if (lost === file) {
    return (
      <p ref={bringUp} tabIndex={-1} className="notice" role="alert">
        {file.name} was not opened: the page’s own code did not load. Choose it again.{" "}
        <CloseButton onClose={onClose} />
      </p>
    );
  }
  return <p className="notice" role="status">Reading {file.name} …</p>;
}
