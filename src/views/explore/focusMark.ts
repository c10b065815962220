import { indexOf } from "../../layout/arcIndex.js";
import type { Career } from "../../model/career.js";

/** Gives the focus to an achievement's mark, or to the cluster that holds it. @returns whether either is drawn */
export function focusMark(box: Element, career: Career, id: string): boolean {
  const mark = box.querySelector<SVGElement>(`.live [data-item="${CSS.escape(id)}"]`) ?? clusterOf(box, career, id);
  mark?.focus({ preventScroll: true });
  return mark !== undefined;
}

function clusterOf(box: Element, career: Career, id: string): SVGElement | undefined {
  const centre = indexOf(career).inTime.find((each) => each.id === id)?.centre ?? NaN;
  return [...box.querySelectorAll<SVGElement>(".live [data-cluster]")].find((cluster) => {
    const [from = 0, to = 0] = (cluster.getAttribute("data-extent") ?? "").split(" ").map(Number);
    return centre >= from && centre <= to;
  });
}
