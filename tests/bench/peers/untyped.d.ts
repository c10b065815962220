/* Libraries without types: only what the pages use of them. */

declare module "@knight-lab/timelinejs" {
  export class Timeline {
    constructor(host: HTMLElement, data: { readonly events: readonly object[] }, options: object);
    on(name: string, listener: () => void): void;
    setZoom(level: number): void;
    goToId(id: string): void;
  }
}

declare module "event-drops" {
  import type { ScaleTime, Selection } from "d3";
  interface Chart {
    (selection: Selection<HTMLElement, object[], null, undefined>): void;
    scale(): ScaleTime<number, number>;
    draw(configuration: object, scale: ScaleTime<number, number>): (selection: Selection<SVGSVGElement, object[], null, undefined>) => void;
    destroy(): void;
  }
  export default function eventDrops(configuration: object): Chart;
}

declare module "d3" {
  export interface ScaleTime<Range, Output> {
    (time: Date): Range | Output;
    copy(): ScaleTime<Range, Output>;
    domain(domain: [Date, Date]): ScaleTime<Range, Output>;
  }
  export interface Selection<Element, Datum, _Parent, _ParentDatum> {
    data<Next>(data: Next[]): Selection<Element, Next, null, undefined>;
    select(selector: "svg"): Selection<SVGSVGElement, Datum, null, undefined>;
    call(action: (selection: Selection<Element, Datum, null, undefined>) => void): void;
  }
  export function select(element: HTMLElement): Selection<HTMLElement, object[], null, undefined>;
  export function timeFormat(specifier: string): (date: Date) => string;
}

declare module "d3-scale" {
  export function scaleOrdinal(domain: readonly string[], range: readonly string[]): (value: string | number) => string;
}

declare module "d3-time-format/locale/en-US" {
  const locale: object;
  export default locale;
}
