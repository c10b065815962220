import { Component, type ReactNode } from "react";

export interface BoundaryProps {
  readonly children: ReactNode;
  /** Told once, so that the host can be told. */
  readonly onError?: ((error: Error) => void) | undefined;
}

/** A fault of ours stays in the widget: the host's page goes on, and where the picture was stands one sentence. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    return this.state.failed ? <p className="timeline" role="alert">The timeline could not be drawn.</p> : this.props.children;
  }
}
