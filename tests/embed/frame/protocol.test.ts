import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGuestEvent, readHostEvent, toMessage, type GuestEvent, type HostEvent } from "../../../src/embed/frame/protocol.js";
import { RUNS } from "../../support/careers.js";
import { HOSTILE } from "../../support/hostile.js";

const GUEST: readonly GuestEvent[] = [
  { event: "ready" }, { event: "height", height: 1 }, { event: "height", height: 20_000 }, { event: "height", height: 412.5 },
  { event: "select", id: null, query: "" }, { event: "select", id: "live-event", query: "?at=live-event" }, { event: "filter", query: "?domain=a,b" },
];
const HOST: readonly HostEvent[] = [{ event: "hello" }, { event: "theme", theme: "dark" }, { event: "theme", theme: "system" }, { event: "view", query: "" }];

describe("what is written", () => {
  it.each(GUEST)("by a frame is read by its page, and by no frame: %o", (event) => {
    expect(readGuestEvent(structuredClone(toMessage(event)))).toEqual({ type: "career-timeline", version: 1, ...event });
    expect(readHostEvent(toMessage(event))).toBeNull();
  });

  it.each(HOST)("by a page is read by its frames, and by no page: %o", (event) => {
    expect(readHostEvent(structuredClone(toMessage(event)))).toEqual({ type: "career-timeline", version: 1, ...event });
    expect(readGuestEvent(toMessage(event))).toBeNull();
  });
});

const head = { type: "career-timeline", version: 1 };

describe("what is no message of ours", () => {
  it.each([
    ["a height that is no number", { ...head, event: "height", height: "600" }],
    ["a height that is an object", { ...head, event: "height", height: { valueOf: 600 } }],
    ["no height", { ...head, event: "height" }],
    ["NaN", { ...head, event: "height", height: NaN }],
    ["Infinity", { ...head, event: "height", height: Infinity }],
    ["a height below zero", { ...head, event: "height", height: -600 }],
    ["zero", { ...head, event: "height", height: 0 }],
    ["a huge height", { ...head, event: "height", height: 20_001 }],
    ["a height as bigint", { ...head, event: "height", height: 600n }],
    ["another version", { ...head, version: 2, event: "height", height: 600 }],
    ["another's type", { ...head, type: "career", event: "height", height: 600 }],
    ["no type", { event: "height", height: 600 }],
    ["WordPress's own", { message: "height", value: 600, secret: "abc" }],
    ["AMP's own", { sentinel: "amp", type: "embed-size", height: 600 }],
    ["an unknown event", { ...head, event: "open", query: "" }],
    ["an event of a prototype", { ...head, event: "constructor", query: "" }],
    ["a query that is none", { ...head, event: "filter", query: ["?at=a"] }],
    ["a query longer than an address can be", { ...head, event: "filter", query: "?".repeat(8_001) }],
    ["a selection without a query", { ...head, event: "select", id: "a" }],
    ["an unknown theme", { ...head, event: "theme", theme: "cupcake" }],
    ["text", JSON.stringify({ ...head, event: "height", height: 600 })],
  ])("%s", (_, data) => {
    expect([readGuestEvent(data), readHostEvent(data)]).toEqual([null, null]);
  });

  it.each(["filter", "select"])("a query that would fill a host's address: %s", (event) => {
    const of = (length: number): unknown => ({ ...head, event, id: null, query: "?".padEnd(length, "a") });
    expect(readGuestEvent(of(2_000))).not.toBeNull();
    expect(readGuestEvent(of(2_001))).toBeNull();
    expect(readHostEvent({ ...head, event: "view", query: "?".padEnd(8_000, "a") })).not.toBeNull();
  });

  const word = fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom("ready", "height", "select", "filter", "hello", "theme", "view", "career-timeline", "light"));
  const value: fc.Arbitrary<unknown> = fc.oneof(word, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.bigInt(), fc.anything({ withMap: true, withSet: true, withDate: true, withTypedArray: true, withBigInt: true }));
  const arbData = fc.oneof(
    value,
    fc.record({ type: fc.oneof(fc.constant("career-timeline"), value), version: fc.oneof(fc.constant(1), value), event: value, height: value, query: value, id: value, theme: value }, { requiredKeys: [] }),
    fc.record({ event: value, height: value, query: value, id: value, theme: value }, { requiredKeys: ["event"] }).map((parts) => ({ ...head, ...parts })),
  );

  it("never throws, and lets through only what is named", () => {
    fc.assert(fc.property(arbData, (data) => {
      const guest = readGuestEvent(data);
      const host = readHostEvent(data);
      if (guest?.event === "height") expect(Number.isFinite(guest.height) && guest.height >= 1 && guest.height <= 20_000).toBe(true);
      if (guest?.event === "select" || guest?.event === "filter") expect(typeof guest.query === "string" && guest.query.length <= 2_000).toBe(true);
      if (guest) expect(["ready", "height", "select", "filter"]).toContain(guest.event);
      if (host?.event === "theme") expect(["light", "dark", "system"]).toContain(host.theme);
      if (host?.event === "view") expect(typeof host.query).toBe("string");
      if (host) expect(["hello", "theme", "view"]).toContain(host.event);
    }), { numRuns: Math.max(5000, RUNS) });
    // Some of what is made up is readable, or the check above would say nothing.
    const made = fc.sample(arbData, { numRuns: 5000, seed: 1 });
    expect(made.filter((data) => readGuestEvent(data) ?? readHostEvent(data)).length).toBeGreaterThan(10);
  });
});
