import type { Career } from "../../src/model/career.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { AchievementDocument, CareerDocument } from "../../src/model/document.js";

/** The instant that ongoing roles reach to in these tests. */
export const AS_OF = Date.UTC(2026, 10, 15);

const work = (id: string, title: string, rest: Partial<AchievementDocument> = {}): AchievementDocument => ({ id, title, text: `${title}.`, ...rest });

/** Two roles, nine achievements, made up after the shape of the first career: three fields, ties and gaps included. */
export const EXAMPLE: CareerDocument = {
  version: 1,
  person: { headline: "Backend engineer", claims: [{ id: "experience", text: "9 years with payments.", domains: ["payments"] }] },
  domains: [{ id: "payments", label: "Payments" }, { id: "scaling", label: "Scaling" }, { id: "apis", label: "APIs" }],
  skills: [{ id: "go", label: "Go", aliases: ["Golang"] }, { id: "temporal", label: "Temporal" }, { id: "redis", label: "Redis" }],
  roles: [
    {
      id: "live-engineer", title: "Senior Engineer", organization: "17Live", start: "2018-03", end: "2022-03",
      achievements: [
        work("live-event", "Live event on own cache", {
          domains: ["scaling"], skills: ["redis"], when: { from: "2020-06", to: "2020-06" },
          metrics: [{ kind: "count", n: 3_000_000, of: "users", quote: "3M users", featured: true }], text: "Served 3M users in one event.",
        }),
        work("template", "Microservices template", { domains: ["apis"], skills: ["go"] }),
        work("user-cache", "User data in a cache", { domains: ["scaling"], skills: ["redis", "go"] }),
        work("billing", "Billing system", { domains: ["payments"], evidence: [{ url: "https://example.org/billing" }] }),
      ],
    },
    {
      id: "carousell-lead", title: "Lead Engineer", organization: "Carousell", start: "2022-03", end: "2025-10",
      achievements: [
        work("order-flow", "Order flow rebuilt", { when: { from: "2022-03", to: "2022-06", of: "start" } }),
        work("invoices", "E-invoices on time", {
          domains: ["payments"], skills: ["temporal"],
          metrics: [{ kind: "level", value: 100, unit: "%", quote: "100%" }], text: "Automated 100% of invoices.",
        }),
        work("workflows", "First workflows", { domains: ["scaling", "payments"], skills: ["temporal", "go"] }),
        work("payment-interface", "One interface for payments", {
          domains: ["payments"], when: { from: "2024-01", to: "2024-03" },
          metrics: [{ kind: "percent_change", percent: 75, direction: "down", of: "integration time", quote: "75%" }],
          text: "Integration takes 75% less time.", evidence: [{ url: "https://example.org/interface" }],
        }),
        work("guidelines", "Guidelines for packages", { domains: ["apis"], skills: ["go"] }),
      ],
    },
  ],
};

export const exampleCareer: Career = createCareer(EXAMPLE, AS_OF);
