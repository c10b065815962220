import type { Career } from "../../src/model/career.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { AchievementDocument, CareerDocument, Metric } from "../../src/model/document.js";
import { AS_OF, careerOf, firstCareer, sampleCareer, someAchievements } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

/* The careers of the gallery: each is one thing that a drawing has to cope with, and nothing else. */

const FIELDS = [{ id: "payments", label: "Payments" }, { id: "scaling", label: "Scaling" }, { id: "apis", label: "APIs" }];
const SKILLS = [{ id: "go", label: "Go" }, { id: "redis", label: "Redis" }];
const fields = { domains: FIELDS, skills: SKILLS };

const work = (id: string, title: string, more: Partial<AchievementDocument> = {}): AchievementDocument => makeAchievement({ id, title, text: `${title}.`, ...more });

/** The text is the quote, so that the metric can be read out of it. */
const counted = (id: string, title: string, n: number, of: string, more: Partial<AchievementDocument> = {}): AchievementDocument =>
  work(id, title, { text: `${n} ${of}.`, metrics: [{ kind: "count", n, of, quote: `${n} ${of}` }], ...more });

export const first = firstCareer;
/** Sixty achievements, eight roles, six fields. */
export const many = sampleCareer("dense");
export const thirtyYears = sampleCareer("thirty-years");
export const twoMonths = sampleCareer("two-months");
/** German, Chinese, Arabic, Hebrew, emoji, and words with no place to break. */
export const longNames = sampleCareer("long-names");
/** Roles, one of them ongoing, and nothing done in them yet. */
export const empty = sampleCareer("empty");
export const nobody = createCareer({ version: 1, person: { headline: "A career that begins tomorrow" }, roles: [] }, AS_OF);
export const one = careerOf([makeRole()]);
export const oneFigure = careerOf([makeRole({ achievements: [counted("orders", "Orders moved over", 40, "markets")] })]);

/** Four roles at once, so four lanes. */
export const overlapping = careerOf([
  makeRole({ id: "acme", organization: "Acme", start: "2015-01", end: "2021-06", achievements: [counted("orders", "Orders moved over", 40, "markets"), work("search", "Search that forgives", { domains: ["scaling"] })] }),
  makeRole({ id: "beta", title: "Adviser", organization: "Beta", kind: "freelance", start: "2016-03", end: "2019-02", achievements: [work("audit", "Audit of the ledger", { domains: ["apis"] })] }),
  makeRole({ id: "gamma", title: "Lecturer", organization: "Gamma College", start: "2017-09", end: "2022-06", achievements: [counted("course", "A course on queues", 120, "students", { domains: ["scaling"] })] }),
  makeRole({ id: "delta", title: "Founder", organization: "Delta", kind: "founder", start: "2018-01", end: "2018-12", achievements: [work("launch", "Launched in one country", { domains: ["payments"] })] }),
], fields);

/** Two roles that go on, one of them begun only weeks ago. */
export const ongoing = careerOf([
  makeRole({ id: "now", organization: "Beta", title: "Lead Engineer", start: "2026-10", end: null, achievements: [work("plan", "Plan for the first year", { domains: ["apis"] })] }),
  makeRole({ id: "side", organization: "Own practice", title: "Adviser", kind: "freelance", start: "2022-04", end: null, achievements: [work("advice", "Advice to three shops", { domains: ["scaling"] }), work("report", "Report on refunds")] }),
  makeRole({ id: "then", start: "2018-05", end: "2026-09", achievements: [counted("refunds", "Refunds in a day", 12, "markets"), work("ledger", "One ledger for all")] }),
], fields);

/** Three promotions at one employer, a service before them, a break between, a gap after. */
export const promotions = careerOf([
  makeRole({ id: "head", title: "Head of Engineering", start: "2021-03", end: "2023-08", achievements: [counted("team", "A team of its own", 14, "engineers"), work("hiring", "Hiring in the open", { domains: ["apis"] })] }),
  { id: "leave", title: "Parental leave", kind: "break", start: "2020-04", end: "2021-02" },
  makeRole({ id: "senior", title: "Senior Engineer", start: "2018-02", end: "2020-03", achievements: [work("checkout", "Checkout in one step", { domains: ["scaling"] })] }),
  makeRole({ id: "junior", title: "Engineer", start: "2016-09", end: "2018-02", achievements: [work("tests", "Tests that tell the truth", { domains: ["apis"] })] }),
  makeRole({ id: "service", title: "Civil service", organization: "City ambulance", kind: "service", start: "2015-08", end: "2016-07", achievements: [work("shifts", "Shifts planned by hand", { domains: [] })] }),
  // A year and a half with nothing in it, then this.
  makeRole({ id: "next", title: "Adviser", organization: "Beta", start: "2025-03", end: "2026-06", achievements: [work("review", "Review of a bank’s core", { domains: ["payments"] })] }),
], fields);

/** A known start, a known end, and a deadline whose anchor is dated. */
export const knownSides = careerOf([
  makeRole({
    start: "2019-01", end: "2023-12",
    achievements: [
      work("begun", "Began the rebuild", { domains: ["payments"], when: { from: "2019-03", to: "2019-06", of: "start" } }),
      work("ended", "Ended the old system", { domains: ["scaling"], when: { from: "2022-09", to: "2022-11", of: "end" } }),
      work("dated", "Open for one day", { domains: ["apis"], when: { from: "2021-05-17", to: "2021-05-17" } }),
      work("deadline", "Ahead of the law", {
        domains: ["payments"], text: "Delivered 3 weeks before the law came into force.",
        metrics: [{ kind: "deadline", offset: { amount: 3, unit: "week" }, relation: "ahead_of", anchor: "the law", anchorDate: "2020-07-01", quote: "3 weeks before the law" }],
      }),
      work("undated", "Some time in between", { domains: ["apis"] }),
    ],
  }),
], fields);

/** A dozen on one day, six more in the same month: marks in one place, labels that cannot all stand. */
export const ties = careerOf([
  makeRole({
    start: "2017-01", end: "2022-12",
    achievements: [
      ...someAchievements(12, { when: { from: "2020-02-29", to: "2020-02-29" }, domains: ["payments"], title: "Moved on the leap day", text: "Moved on the leap day." }, "day"),
      ...someAchievements(6, { when: { from: "2020-02", to: "2020-02" }, domains: ["scaling"], title: "Moved in that month", text: "Moved in that month." }, "month"),
      work("before", "Long before", { when: { from: "2017-06", to: "2017-06" }, domains: ["apis"] }),
    ],
  }),
], fields);

/** No fields, no skills: one neutral band. */
export const fieldless = careerOf([
  makeRole({ start: "2014-05", end: "2019-01", achievements: [work("kitchen", "A kitchen for forty", { domains: [], skills: [] }), counted("meals", "Meals for all", 900, "meals", { domains: [], skills: [] })] }),
  makeRole({ id: "farm", title: "Farmer", organization: "Hill farm", start: "2019-03", end: "2024-11", achievements: [work("barn", "A barn from one oak", { domains: [], skills: [] })] }),
], { domains: [], skills: [] });

/** Commits of four years in two fields: to the day, a month and a year among them. */
export const commits = careerOf([
  makeRole({ start: "2018-01", end: "2021-12", achievements: [work("ledger", "One ledger for all", { domains: ["payments"] }), work("cache", "A cache in front", { domains: ["scaling"], skills: ["redis"] })] }),
], {
  ...fields,
  activity: {
    unit: "commits", source: "git log",
    series: [
      { domain: "payments", skill: "go", counts: Object.fromEntries(Array.from({ length: 180 }, (_, i) => [new Date(Date.UTC(2018, 5, 1 + ((i * 37) % 700))).toISOString().slice(0, 10), 1 + ((i * 7) % 5)])) },
      { domain: "scaling", skill: "redis", counts: { "2018": 24, "2020-11": 30, ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [new Date(Date.UTC(2020, 0, 1 + i * 11)).toISOString().slice(0, 10), 1 + (i % 4)])) } },
    ],
  },
});

/** A single commit. */
export const oneCommit = careerOf([makeRole({ achievements: [work("ledger", "One ledger for all")] })], { ...fields, activity: { unit: "commits", series: [{ skill: "go", counts: { "2020-06-17": 1 } }] } });

/** One more field than there are colours. */
export const nineFields = careerOf([
  makeRole({ start: "2012-01", end: "2020-12", achievements: Array.from({ length: 9 }, (_, i) => work(`work-${i}`, `Work in field ${i + 1}`, { domains: [`field-${i}`], when: { from: `${2012 + i}-03`, to: `${2012 + i}-09` } })) }),
], { domains: Array.from({ length: 9 }, (_, i) => ({ id: `field-${i}`, label: `Field ${i + 1}` })), skills: SKILLS });

const HEBREW: CareerDocument = {
  version: 1, lang: "he",
  person: { headline: "מהנדסת תשתיות ראשית", name: "נועה לוי", summary: "מערכות תשלום שעומדות בעומס.", claims: [{ id: "years", text: "12 שנות ניסיון." }] },
  domains: [{ id: "tashlumim", label: "תשלומים" }, { id: "tashtit", label: "תשתית" }],
  skills: [{ id: "go", label: "Go" }, { id: "nituah", label: "ניתוח נתונים" }],
  roles: [
    {
      id: "bank", title: "מהנדסת ראשית", organization: "בנק הצפון", start: "2020-02", end: null,
      achievements: [
        { id: "zikuy", title: "זיכויים ביום אחד", text: "זיכויים ביום אחד עבור 14 מדינות.", domains: ["tashlumim"], skills: ["go"], metrics: [{ kind: "count", n: 14, of: "מדינות", quote: "14 מדינות", featured: true }] },
        { id: "yoman", title: "יומן אחד לכל המערכות (API)", text: "יומן אחד לכל המערכות.", domains: ["tashtit"], skills: ["nituah"] },
      ],
    },
    {
      id: "hevra", title: "مهندسة برمجيات", organization: "شركة المدفوعات", start: "2014-09", end: "2020-01",
      achievements: [
        { id: "talabat", title: "خفض زمن الطلبات", text: "خفض زمن الطلبات بنسبة 60%.", domains: ["tashlumim"], skills: ["go"], metrics: [{ kind: "percent_change", percent: 60, direction: "down", of: "زمن الطلبات", quote: "60%" }] },
        { id: "ikhtibar", title: "اختبارات قبل كل إصدار", text: "اختبارات قبل كل إصدار.", domains: ["tashtit"] },
      ],
    },
  ],
};
/** Hebrew and Arabic throughout, with Latin names and digits inside. */
export const rightToLeft: Career = createCareer(HEBREW, AS_OF);

/** So many that marks hide each other, a month each, thicker towards the end. */
const CROWD = 180;
const crowdOf = (fieldIds: readonly string[], title: (n: number) => string, from: string): AchievementDocument[] =>
  Array.from({ length: CROWD }, (_, i) => {
    const month = new Date(Date.parse(from) + Math.round(Math.sqrt(i / CROWD) * 1800) * 86_400_000).toISOString().slice(0, 7);
    return { id: `n${i}`, title: title(i + 1), text: `${title(i + 1)}.`, domains: [fieldIds[(i + (i >> 2)) % fieldIds.length] ?? ""], skills: i % 4 === 0 ? ["go"] : [], when: { from: month, to: month } };
  });
export const clustered = careerOf([makeRole({ start: "2019", end: "2023", achievements: crowdOf(FIELDS.map(({ id }) => id), (n) => `Release ${n}`, "2019-01-02") })], fields);
export const clusteredRightToLeft: Career = createCareer({
  ...HEBREW,
  roles: [{ id: "bank", title: "מהנדסת ראשית", organization: "בנק הצפון", start: "2019", end: "2023", achievements: crowdOf(["tashlumim", "tashtit"], (n) => `גרסה ${n}`, "2019-01-02") }],
}, AS_OF);

const METRICS: readonly (readonly [name: string, metric: Metric])[] = [
  ["before-after-down", { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review time", better: "down", quote: "from 3 days to half a day" }],
  ["before-after-up", { kind: "before_after", from: 120, to: 4800, unit: "requests", of: "requests per second", quote: "from 120 to 4800 requests" }],
  ["before-after-close", { kind: "before_after", from: 10, to: 9, unit: "minute", of: "time to deploy", quote: "from 10 to 9 minutes" }],
  ["before-after-to-zero", { kind: "before_after", from: 14, to: 0, unit: "incidents", of: "incidents per year", quote: "from 14 to 0 incidents" }],
  ["before-after-from-zero", { kind: "before_after", from: 0, to: 8, unit: "markets", of: "markets served", quote: "from 0 to 8 markets" }],
  ["percent-down", { kind: "percent_change", percent: 75, direction: "down", better: "down", of: "payment integration time", quote: "75%" }],
  ["percent-down-all", { kind: "percent_change", percent: 100, direction: "down", of: "manual checks", quote: "100%" }],
  ["percent-up", { kind: "percent_change", percent: 40, direction: "up", approx: "≥", of: "throughput", quote: "40%" }],
  ["percent-up-far", { kind: "percent_change", percent: 900, direction: "up", of: "orders", quote: "900%" }],
  ["percent-slight", { kind: "percent_change", percent: 1, direction: "down", approx: "~", of: "chargebacks", quote: "1%" }],
  ["factor-up", { kind: "factor_change", factor: 4, direction: "up", of: "capacity", quote: "four times" }],
  ["factor-down", { kind: "factor_change", factor: 10, direction: "down", of: "cost of a query", quote: "a tenth" }],
];

/** Forty of them, each with a figure; the kinds take turns. */
export const clusteredFigures: Career = createCareer({
  ...clustered.document,
  roles: clustered.document.roles.map((role) => ({
    ...role,
    achievements: (role.achievements ?? []).slice(0, 40).map((achievement, i) => {
      const [, metric] = METRICS[i % METRICS.length] ?? ["", null];
      return metric ? { ...achievement, text: `${achievement.text} ${metric.quote}`, metrics: [metric] } : achievement;
    }),
  })),
}, AS_OF);
export const changeMetrics = METRICS;

/** The same career with a count in each month of two of its years, for the first of its fields and of its skills. */
export function withActivity({ document }: Career, year: number): Career {
  const counts = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`${year + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, "0")}`, 1 + ((7 * i) % 11)]));
  const [domain, skill] = [document.domains?.[0]?.id, document.skills?.[0]?.id];
  return createCareer({ ...document, activity: { unit: "commits", series: [...(domain ? [{ domain, counts }] : []), ...(skill ? [{ skill, counts }] : [])] } }, AS_OF);
}
