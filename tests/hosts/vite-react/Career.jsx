import { CareerTimeline } from "career-timeline/react";
import "career-timeline/style.css";
import career from "./career.json";

export default function Career() {
  return <CareerTimeline career={career} asOf="2026-11-22" pageHref="/cv" />;
}
