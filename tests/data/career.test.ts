import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AchievementDocument, CareerDocument, ClaimDocument, Metric } from "../../src/model/document.js";
import { metricText } from "../../src/model/metricText.js";
import { parseDocument } from "../../src/model/parseCareer.js";

const DATA = new URL("../../data/", import.meta.url);
const SAMPLES = new URL("samples/", DATA);

function read(url: URL): CareerDocument {
  const result = parseDocument(readFileSync(url, "utf8"));
  // Nothing that is shipped as an example may carry so much as a warning.
  if (!result.ok || result.issues.length > 0) throw new Error(`${url.pathname}: ${JSON.stringify(result.issues, null, 2)}`);
  return result.value;
}

const achievementsOf = (career: CareerDocument): readonly AchievementDocument[] => career.roles.flatMap((role) => role.achievements ?? []);
const claimsOf = (career: CareerDocument): readonly ClaimDocument[] => career.person.claims ?? [];
const entriesOf = (career: CareerDocument): readonly (AchievementDocument | ClaimDocument)[] => [...claimsOf(career), ...achievementsOf(career)];
const metricsOf = (career: CareerDocument): readonly Metric[] => entriesOf(career).flatMap((entry) => entry.metrics ?? []);

const PAYMENTS_75 = { kind: "percent_change", percent: 75, direction: "down", better: "down", of: "payment integration time" };

/**
 * What is known of the first career: 26 figures, in the order in which they stand in the file. Whatever a metric
 * carries beyond its quote, its note and its place in the header stands here, so nothing can be added unseen.
 */
const FACTS: Readonly<Record<string, readonly object[]>> = {
  // The headline's three: tied to no role.
  experience: [{ kind: "duration", amount: 9, unit: "year", of: "experience" }],
  "active-users": [{ kind: "count", n: 3_000_000, approx: "≥", of: "active users" }],
  "integration-time": [PAYMENTS_75],

  "order-flow": [
    { kind: "count", n: 5, of: "engineers led" },
    { kind: "deadline", offset: { amount: 3, unit: "month" }, relation: "within", anchor: "joining", of: "the start of the order-flow rebuild" },
  ],
  "e-invoices": [
    { kind: "level", value: 100, unit: "%", of: "of self-billed e-invoices automated" },
    { kind: "count", n: 6, of: "engineers led" },
    { kind: "deadline", offset: { amount: 3, unit: "week" }, relation: "ahead_of", anchor: "the regulatory deadlines" },
  ],
  "first-temporal": [
    { kind: "level", value: 0, unit: "incidents" },
    { kind: "rank", place: 1, of: "use of Temporal in the company" },
    { kind: "count", n: 2, of: "critical payment flows" },
    { kind: "duration", amount: 6, unit: "week" },
    { kind: "count", n: 10, approx: "≥", of: "workflows" },
  ],
  "payment-interface": [PAYMENTS_75],
  "package-guidelines": [
    { kind: "before_after", from: 3, to: 0.5, unit: "day", better: "down", of: "review time" },
    { kind: "count", n: 20, approx: "≥", of: "Go packages" },
  ],
  "live-event": [
    { kind: "count", n: 3_000_000, of: "users" },
    { kind: "level", value: 1, unit: "second", approx: "<", of: "latency" },
    { kind: "duration", amount: 1, unit: "hour", of: "of peak traffic" },
    { kind: "count", n: 4, of: "instances", spec: "4 vCPU, 2 GB each" },
  ],
  "service-template": [
    { kind: "count", n: 5, of: "projects" },
    { kind: "deadline", offset: { amount: 1, unit: "month" }, relation: "within", anchor: "launch", of: "in use by five projects" },
  ],
  "user-cache": [
    { kind: "percent_change", percent: 90, direction: "down", better: "down", of: "user-cache memory" },
    { kind: "share", part: 100, whole: 100, of: "user traffic" },
  ],
  "billing-system": [
    { kind: "share", part: 65, whole: 100, of: "orders" },
    { kind: "share", part: 85, whole: 100, of: "sales channels" },
  ],
};

function withoutWording({ quote: _quote, note: _note, featured: _featured, ...fact }: Metric): object {
  return fact;
}

/** Every quote must be an exact piece of the text that it stands beside. */
function strayQuotes(career: CareerDocument): readonly string[] {
  return entriesOf(career).flatMap((entry) => {
    const when = "when" in entry ? entry.when?.quote : undefined;
    const quotes = [...(entry.metrics ?? []).map((metric) => metric.quote), ...(when === undefined ? [] : [when])];
    return quotes.filter((quote) => quote === "" || !entry.text.includes(quote)).map((quote) => `${entry.id}: ${quote}`);
  });
}

describe("the first career", () => {
  const career = read(new URL("career.json", DATA));
  const achievements = achievementsOf(career);
  const byId = new Map(achievements.map((achievement) => [achievement.id, achievement]));

  it("holds the 26 facts, and each with its kind and values", () => {
    expect(metricsOf(career)).toHaveLength(26);
    expect(entriesOf(career).map((entry) => entry.id)).toEqual(Object.keys(FACTS));
    for (const entry of entriesOf(career)) {
      expect({ [entry.id]: (entry.metrics ?? []).map(withoutWording) }).toEqual({ [entry.id]: FACTS[entry.id] });
    }
  });

  it("quotes its own texts exactly, each metric another piece", () => {
    expect(strayQuotes(career)).toEqual([]);
    for (const entry of entriesOf(career)) {
      const quotes = (entry.metrics ?? []).map((metric) => metric.quote);
      expect(new Set(quotes).size, entry.id).toBe(quotes.length);
    }
  });

  it("has no figure in a text that no metric accounts for", () => {
    for (const entry of entriesOf(career)) {
      const rest = (entry.metrics ?? []).reduce((text, metric) => text.replace(metric.quote, ""), entry.text);
      expect(rest, entry.id).not.toMatch(/\d/);
    }
  });

  it("has no figure in a title, summary or note that is not a figure of the same entry", () => {
    for (const { id, title, short } of achievements) expect(`${title} ${short ?? ""}`, id).not.toMatch(/\d/);
    expect(career.person.summary).not.toMatch(/\d/);
    for (const metric of metricsOf(career)) expect(metric.note ?? "").not.toMatch(/\d/);
  });

  it("has two dated roles and nothing else that is dated, but for the start of one piece of work", () => {
    expect(career.roles.map(({ organization, title, location, start, end }) => [organization, title, location, start, end])).toEqual([
      ["Carousell", "Lead Software Engineer, Backend", "Taipei, Taiwan", "2022-03", "2025-10"],
      ["17Live", "Senior Software Engineer, Backend", "Taipei, Taiwan", "2018-03", "2022-03"],
    ]);
    expect(achievements.filter((achievement) => achievement.when).map((achievement) => achievement.id)).toEqual(["order-flow"]);
    expect(byId.get("order-flow")?.when).toEqual({ from: "2022-03", to: "2022-06", of: "start", quote: "within three months of joining" });
  });

  it("claims nothing that is not known", () => {
    const metrics = metricsOf(career);
    // The regulatory deadlines, the launches and the joining have no dates.
    expect(metrics.filter((metric) => "anchorDate" in metric)).toEqual([]);
    // No end points are stated for the two percentages, and the change in review time is computed, never written down.
    expect(metrics.filter((metric) => "baseline" in metric || (metric.kind === "before_after" && "percent" in metric))).toEqual([]);
    expect(byId.get("payment-interface")?.text).not.toMatch(/week|day|month/);
    // What went missing in the order flow, and what the cache saved, has no number.
    for (const metric of metrics) expect(`${metric.quote} ${metric.of ?? ""} ${metric.note ?? ""}`).not.toMatch(/transaction|QR|cost/i);
    // The hour was a load test.
    expect(byId.get("live-event")?.metrics?.[2]?.note).toBe("in load tests");
  });

  it("gives no name, no contact and no education", () => {
    expect(Object.keys(career.person).sort()).toEqual(["claims", "headline", "location", "summary"]);
    expect(career.person).toMatchObject({ headline: "Lead Backend Engineer", location: "Taipei, Taiwan" });
    expect((career.person.summary ?? "").split(" ").length).toBeLessThanOrEqual(12);
    expect(career.roles.filter((role) => role.kind === "education")).toEqual([]);
    expect(career.fictional).toBeUndefined();
  });

  it("states the payment integration time once", () => {
    const repeated = entriesOf(career).filter((entry) => entry.sameAs);
    expect(repeated.map(({ id, sameAs }) => [id, sameAs])).toEqual([["integration-time", "payment-interface"]]);
  });

  it("puts four figures in the header", () => {
    const featured = entriesOf(career).flatMap((entry) => (entry.metrics ?? []).filter((metric) => metric.featured).map(() => entry.id));
    expect(featured).toEqual(["e-invoices", "first-temporal", "payment-interface", "live-event"]);
    // The featured figure is also the first, so arc and header agree.
    for (const id of featured) expect(byId.get(id)?.metrics?.[0]?.featured, id).toBe(true);
  });

  it("says each lead figure and its caption in a few words", () => {
    const leads = achievements.map(({ metrics }) => (metrics?.[0] ? metricText(metrics[0]) : null));
    expect(leads.map((lead) => lead?.figure.replaceAll("\u00a0", " "))).toEqual([
      "5 engineers led", "100%", "0 incidents", "−75%", "3 → ½ day", "3M users", "5 projects", "−90%", "65% of orders",
    ]);
    for (const lead of leads) expect(lead?.caption).toMatch(/^\S+( \S+){1,4}$/);
  });

  it("reads each achievement as one field", () => {
    expect(career.domains?.map((domain) => domain.id)).toEqual(["payments", "scaling", "platform", "compliance", "orders"]);
    expect(achievements.map(({ id, domains }) => [id, domains])).toEqual([
      ["order-flow", ["orders"]],
      ["e-invoices", ["compliance"]],
      ["first-temporal", ["payments"]],
      ["payment-interface", ["payments"]],
      ["package-guidelines", ["platform"]],
      ["live-event", ["scaling"]],
      ["service-template", ["platform"]],
      ["user-cache", ["scaling"]],
      ["billing-system", ["payments"]],
    ]);
  });

  it("tags a skill only where the text names it", () => {
    const uses = (career.skills ?? []).map(({ id }) => [id, achievements.filter((achievement) => achievement.skills?.includes(id)).map((achievement) => achievement.id)]);
    expect(uses).toEqual([
      ["temporal", ["e-invoices", "first-temporal"]],
      ["redis", ["live-event", "user-cache"]],
      ["microservices", ["live-event", "service-template"]],
      ["apis", ["e-invoices", "live-event"]],
      ["go", ["package-guidelines"]],
      ["load-testing", ["live-event"]],
    ]);
    for (const { id, label, aliases = [] } of career.skills ?? []) {
      for (const achievement of achievements.filter(({ skills }) => skills?.includes(id))) {
        const words = ` ${achievement.text.toLowerCase().replace(/[^a-z0-9]+/g, " ")} `;
        const named = [label, ...aliases].some((name) => words.includes(` ${name.toLowerCase()} `));
        expect(named, `${achievement.id} names ${label}`).toBe(true);
      }
    }
  });
});

describe("the samples", () => {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith(".json")).sort();
  const samples = new Map(files.map((name) => [name.slice(0, -".json".length), read(new URL(name, SAMPLES))]));
  const sample = (name: string): CareerDocument => samples.get(name) ?? expect.fail(`no sample ${name}`);

  it("are these", () => {
    expect([...samples.keys()]).toEqual(["commits", "dense", "empty", "long-names", "no-metrics", "nurse", "one-achievement", "thirty-years", "two-months"]);
  });

  it.each([...samples])("%s says that it is made up, and quotes exactly", (_name, career) => {
    expect(career.fictional).toBe(true);
    expect("comment" in career ? career.comment : "").toMatch(/^Invented: /);
    expect(`${career.person.headline} ${career.person.summary ?? ""}`).toMatch(/invented|made[ -]up/i);
    expect(strayQuotes(career)).toEqual([]);
    const ids = [...entriesOf(career), ...career.roles].map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are as large and as odd as their names say", () => {
    expect(achievementsOf(sample("dense"))).toHaveLength(60);
    expect(achievementsOf(sample("empty"))).toEqual([]);
    expect(achievementsOf(sample("one-achievement"))).toHaveLength(1);
    expect(metricsOf(sample("no-metrics"))).toEqual([]);
    expect(sample("no-metrics").roles).toHaveLength(4);
    expect(achievementsOf(sample("no-metrics"))).toHaveLength(9);
    expect(achievementsOf(sample("two-months")).map((achievement) => achievement.when?.from)).toEqual(["2024-11-21", "2024-12-16"]);
    expect(new Set(achievementsOf(sample("long-names")).map((achievement) => achievement.domains?.[0])).size).toBe(8);
    const { activity } = sample("commits");
    expect(activity?.series).toHaveLength(7);
    const counts = (activity?.series ?? []).flatMap((series) => Object.entries(series.counts));
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(3190);
    expect(new Set(counts.map(([date]) => date.length))).toEqual(new Set([4, 7, 10]));
    expect(metricsOf(sample("nurse")).some((metric) => "anchorDate" in metric)).toBe(true);
  });

  it("show every metric kind and every oddity of a long life in thirty years", () => {
    const career = sample("thirty-years");
    expect(new Set(metricsOf(career).map((metric) => metric.kind)).size).toBe(12);
    expect(new Set(achievementsOf(career).map((achievement) => achievement.when?.of))).toEqual(new Set([undefined, "start", "end"]));
    expect(new Set(achievementsOf(career).map((achievement) => achievement.when?.from?.length))).toEqual(new Set([undefined, 4, 7, 10]));
    expect(achievementsOf(career).filter((achievement) => achievement.visibility === "private")).toHaveLength(1);
    expect(metricsOf(career).filter((metric) => metric.visibility === "private")).toHaveLength(1);
    expect(achievementsOf(career).filter((achievement) => achievement.sameAs)).toHaveLength(1);
    expect(career.roles.filter((role) => role.end === null)).toHaveLength(2);
    expect(career.roles.filter((role) => typeof role.organization === "object")).toHaveLength(1);
  });
});
