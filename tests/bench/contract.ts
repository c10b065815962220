/** What every page of the benchmark is given and must offer. Times are epoch milliseconds, UTC. */

export interface BenchGroup {
  readonly id: string;
  readonly label: string;
  /** As CSS writes it: "#c93200". */
  readonly color: string;
}

export interface BenchEvent {
  readonly id: string;
  readonly title: string;
  readonly date: number;
  readonly group: string;
}

export interface BenchRole {
  readonly id: string;
  readonly title: string;
  readonly start: number;
  /** After `start`. */
  readonly end: number;
  readonly group: string;
}

/** Events are sorted by date, roles by start; all of them lie in [t0, t1]. */
export interface BenchData {
  readonly t0: number;
  readonly t1: number;
  readonly groups: readonly BenchGroup[];
  readonly events: readonly BenchEvent[];
  readonly roles: readonly BenchRole[];
}

/** `window.__bench`. A promise means that the picture is complete only when it resolves. */
export interface BenchPage {
  readonly ready?: Promise<unknown>;
  /** What a reader of the results must know: what stands in for what the library cannot do. */
  readonly notes?: string;
  /** Draws everything, over [t0, t1]. */
  render(data: BenchData): unknown;
  /** Shows [t0, t1] and nothing else; no tween, where the library lets one choose. */
  zoomTo(t0: number, t1: number): unknown;
  /** Keeps the events and roles of these groups; all ids bring back everything. */
  setFilter(groupIds: readonly string[]): unknown;
}

declare global {
  interface Window {
    __bench?: BenchPage;
  }
}
