import type { ReactNode } from "react";
import { AchievementSection } from "./AchievementSection.js";
import { MetricsSections } from "./MetricsSections.js";
import { SkillSection } from "./SkillSection.js";

/** All that follows the arc: the words, the skills, the figures. */
export function Below(): ReactNode {
  return (
    <>
      <AchievementSection />
      <SkillSection />
      <MetricsSections />
    </>
  );
}
