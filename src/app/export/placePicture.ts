import { arcHeight } from "../../layout/arcFrame.js";
import { placeCareerArc, type ArcRequest, type CareerArcPlacement } from "../../layout/careerArc.js";
import { createArcPlacer } from "../../layout/placeArcPart.js";
import { roleLanes } from "../../layout/roleBars.js";
import { titleBlock } from "../../layout/titleBlock.js";
import { formatNumber } from "../../lib/format.js";
import type { Interval, Px } from "../../lib/units.js";
import type { Career } from "../../model/career.js";
import { isCrowded } from "../../views/ArcDrawing.js";

/** The form of the arc is the widest one, for everybody. */
const FORM = "wide";

export interface PictureRequest extends Pick<ArcRequest, "emphasis"> {
  readonly width: Px;
  /** From the career's first moment to its last; null where nothing is dated. */
  readonly whole: Interval | null;
  readonly title: string;
  readonly subtitle: string;
}

/** The whole career as the page draws it: marks that would hide each other and the line as one, where the page does so. */
export function placePicture(career: Career, { width, whole, title, subtitle, emphasis }: PictureRequest): CareerArcPlacement | null {
  const request: ArcRequest = { width, form: FORM, height: arcHeight(width, 1 + Math.max(0, ...roleLanes(career)), career.achievements.length, FORM), emphasis, title: titleBlock(title, subtitle, FORM) };
  return whole && isCrowded(career) ? createArcPlacer(career, emphasis.matches)({ ...request, viewport: whole }) : placeCareerArc(career, request);
}

/** What nobody can point at is said: how many marks have no words, and what the numbers on the arc are. */
export function wordsUnder({ labels, nodes, clusters }: Pick<CareerArcPlacement, "labels" | "nodes" | "clusters">): readonly string[] {
  const shown = nodes.filter(({ emphasis }) => emphasis !== "dimmed").length;
  const marks = clusters.length === 0 ? "" : shown < nodes.length ? " single marks that match" : " single marks";
  return [
    ...(labels.length < shown ? [`${formatNumber(labels.length)} of ${marks && "the "}${formatNumber(shown)}${marks} are labelled here.`] : []),
    ...(clusters.length === 0 ? [] : ["A number: so many achievements close together."]),
  ];
}
