import { options } from "preact";

/**
 * Preact draws a change before its event is over; React in a task of its own. Where the event is a change of size, the first
 * has the browser tell the page of a loop, as an error. To be called before anything is drawn.
 */
export function drawInTasks(): void {
  options.debounceRendering = (draw) => void setTimeout(draw);
}
