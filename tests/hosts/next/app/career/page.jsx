import { CareerTimeline } from "career-timeline/react";
import "career-timeline/style.css";
import career from "../../career.json";

// Drawn anew at each request.
export const dynamic = "force-dynamic";

export default function Career() {
  return <CareerTimeline career={career} asOf="2026-11-22" pageHref="/cv" />;
}
