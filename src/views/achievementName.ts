import { roleName } from "../layout/roleBars.js";
import type { Achievement, Career } from "../model/career.js";
import { leadMetric } from "../model/featured.js";
import { metricText } from "../model/metricText.js";
import { windowWords } from "../model/timeWords.js";

/** What a node says to those who do not see it: figure, title, place and time. */
export function achievementName(career: Career, achievement: Achievement): string {
  const role = career.roles.find(({ id }) => id === achievement.roleId);
  const metric = leadMetric(achievement);
  const text = metric ? metricText(metric) : null;
  const figure = text ? [text.figure, text.words].filter(Boolean).join(" ") : "";
  const place = role ? `${roleName(role)}. ${windowWords(achievement, role)}` : "";
  return [achievement.title, figure, place].filter(Boolean).join(". ");
}
