import { Component, type ErrorInfo, type ReactNode } from "react";

/** Keeps the rest of the page when a part of it fails: a sentence stands where the part was, the reason goes to the console. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  #tried = false;

  /** What fails again is not mended by drawing it once more; the whole page, fetched anew, may be. */
  readonly #again = (): void => {
    if (this.#tried) location.reload();
    this.#tried = true;
    this.setState({ failed: false });
  };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="notice" role="alert">
        This part of the page could not be drawn. <button type="button" className="text" onClick={this.#again}>Try again</button>
      </p>
    );
  }
}
