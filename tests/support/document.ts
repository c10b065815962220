import type { AchievementDocument, CareerDocument, Metric, RoleDocument } from "../../src/model/document.js";

/** The smallest career that passes every check without a warning: one role, one achievement, no metric. */
export function makeDocument(overrides: Partial<CareerDocument> = {}): CareerDocument {
  return {
    version: 1,
    person: { headline: "Backend engineer" },
    domains: [{ id: "payments", label: "Payments" }],
    skills: [{ id: "go", label: "Go", aliases: ["Golang"] }],
    roles: [makeRole()],
    ...overrides,
  };
}

export function makeRole(overrides: Partial<RoleDocument> = {}): RoleDocument {
  return {
    id: "acme-engineer",
    title: "Engineer",
    organization: "Acme",
    start: "2020-01",
    end: "2021-12",
    achievements: [makeAchievement()],
    ...overrides,
  };
}

export function makeAchievement(overrides: Partial<AchievementDocument> = {}): AchievementDocument {
  return {
    id: "billing-service",
    title: "Billing service",
    text: "Built the billing service in Go.",
    domains: ["payments"],
    skills: ["go"],
    ...overrides,
  };
}

/** A career whose only achievement has these metrics; its text is their quotes. */
export function makeDocumentWithMetrics(metrics: readonly Metric[], overrides: Partial<AchievementDocument> = {}): CareerDocument {
  const text = metrics.map((metric) => metric.quote).join("; ") || "Built the billing service in Go.";
  return makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ text, metrics, ...overrides })] })] });
}
