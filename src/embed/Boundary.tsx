import { Component, type ReactNode } from "react";

export interface BoundaryProps {
  readonly children: ReactNode;
  /** Told once, so that the host can be told. */
  readonly onError?: ((error: Error) => void) | undefined;
  /** What is drawn: when it is another, drawing is tried again. */
  readonly of?: unknown;
}

interface State {
  readonly failed: boolean;
  readonly of: unknown;
}

/** A fault of ours stays in the widget: the host's page goes on, and where the picture was stands one sentence. */
export class Boundary extends Component<BoundaryProps, State> {
  override state: State = { failed: false, of: this.props.of };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ of }: BoundaryProps, before: State): State | null {
    return of === before.of ? null : { failed: false, of };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    return this.state.failed ? <p className="timeline" role="alert">The timeline could not be drawn.</p> : this.props.children;
  }
}
