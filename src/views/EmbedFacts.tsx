import { useState, type ReactNode } from "react";
import { AchievementList } from "./AchievementList.js";
import { useHeavy } from "./hooks/useHeavy.js";

/** All facts in words, one press away. Those of a large career are put into the page by that press. */
export function EmbedFacts(): ReactNode {
  const heavy = useHeavy();
  const [asked, setAsked] = useState(false);
  return (
    <details className="how facts" onToggle={({ currentTarget }) => setAsked(asked || currentTarget.open)}>
      <summary>As a list</summary>
      {heavy && !asked ? null : <AchievementList />}
    </details>
  );
}
