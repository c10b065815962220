import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectHost, type Connection } from "../../../src/embed/frame/connectHost.js";
import { toMessage, type HostEvent } from "../../../src/embed/frame/protocol.js";
import { createTimelineStore, type TimelineStore } from "../../../src/state/store.js";
import { parseQuery } from "../../../src/state/urlCodec.js";
import type { Theme } from "../../../src/state/viewState.js";
import { firstCareer } from "../../support/careers.js";
import { HOSTILE } from "../../support/hostile.js";

interface Setup extends Connection {
  readonly store: TimelineStore;
  /** What the page was told. */
  readonly posted: unknown[];
  readonly themes: Theme[];
  readonly say: (data: unknown) => void;
  readonly listeners: Set<(data: unknown) => void>;
}

function connect(query = "", { secret = null, amp = false }: { secret?: string | null; amp?: boolean } = {}): Setup {
  const store = createTimelineStore(firstCareer, parseQuery(query, firstCareer).view);
  const posted: unknown[] = [];
  const themes: Theme[] = [];
  const listeners = new Set<(data: unknown) => void>();
  const host = {
    post: (message: unknown) => void posted.push(structuredClone(message)),
    listen: (receive: (data: unknown) => void) => {
      listeners.add(receive);
      return () => void listeners.delete(receive);
    },
  };
  const connection = connectHost(store, host, { secret, amp, onHosted: () => undefined, onTheme: (theme) => void themes.push(theme) });
  return { store, posted, themes, listeners, say: (data) => listeners.forEach((receive) => receive(data)), ...connection };
}

const ask = ({ say }: Setup, event: HostEvent): void => say(toMessage(event));
const ready = toMessage({ event: "ready" });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a frame", () => {
  it("says that it is ready, and then nothing by itself", () => {
    const { posted } = connect("?domain=payments");
    vi.runAllTimers();
    expect(posted).toEqual([ready]);
  });

  it("tells its height in the words of those who asked for it", () => {
    const plain = connect();
    plain.tellHeight(600);
    expect(plain.posted.slice(1)).toEqual([toMessage({ event: "height", height: 600 })]);

    const wordPress = connect("", { secret: "abc" });
    wordPress.tellHeight(600);
    expect(wordPress.posted.slice(1)).toEqual([toMessage({ event: "height", height: 600 }), { message: "height", value: 600, secret: "abc" }]);

    const amp = connect("", { amp: true });
    amp.tellHeight(600);
    expect(amp.posted.slice(1)).toEqual([toMessage({ event: "height", height: 600 }), { sentinel: "amp", type: "embed-size", height: 600 }]);
  });

  it("says it again to a page that comes late, and to WordPress's script", () => {
    const late = connect("", { secret: "abc" });
    late.tellHeight(600);
    const before = late.posted.length;
    ask(late, { event: "hello" });
    expect(late.posted.slice(before)[0]).toEqual(ready);
    expect(late.posted.slice(before)).toContainEqual(toMessage({ event: "height", height: 600 }));
    const asked = late.posted.length;
    late.say({ message: "ready", secret: "other" });
    expect(late.posted).toHaveLength(asked);
    late.say({ message: "ready", secret: "abc" });
    expect(late.posted.slice(asked)).toContainEqual({ message: "height", value: 600, secret: "abc" });
  });

  it("does not tell a height that it does not have yet", () => {
    const early = connect();
    ask(early, { event: "hello" });
    expect(early.posted).toEqual([ready, ready]);
  });

  it("tells what is selected at once, and what is filtered when it rests", () => {
    const { store, posted } = connect();
    store.actions.select("live-event");
    expect(posted.slice(1)).toEqual([toMessage({ event: "select", id: "live-event", query: "?at=live-event" })]);
    for (const text of ["g", "go", "go "]) store.actions.setText(text);
    store.actions.toggle("domains", "payments");
    expect(posted).toHaveLength(2);
    vi.runAllTimers();
    expect(posted.slice(2)).toEqual([toMessage({ event: "filter", query: "?domain=payments&q=go+&at=live-event" })]);
  });

  it("says nothing of its state while that is what its address says, and says so when it is the default again", () => {
    const { store, posted } = connect("?domain=payments");
    store.actions.select("live-event");
    store.actions.select(null);
    store.actions.clear();
    vi.runAllTimers();
    expect(posted.slice(1)).toEqual([
      toMessage({ event: "select", id: "live-event", query: "?domain=payments&at=live-event" }),
      toMessage({ event: "select", id: null, query: "" }),
      toMessage({ event: "filter", query: "?v=1" }),
    ]);
  });

  it("is silent once it has stopped", () => {
    const { store, posted, listeners, stop } = connect();
    store.actions.toggle("domains", "payments");
    stop();
    store.actions.select("live-event");
    vi.runAllTimers();
    expect([posted, listeners.size]).toEqual([[ready], 0]);
  });
});

describe("the page around it", () => {
  it("can ask for a view, and for the frame's own", () => {
    const frame = connect("?domain=payments");
    ask(frame, { event: "view", query: "?skill=go&at=live-event&theme=dark" });
    expect(frame.store.getState()).toMatchObject({ at: "live-event", filters: { domains: [] }, theme: "system" });
    ask(frame, { event: "view", query: "?v=1" });
    expect(frame.store.getState()).toMatchObject({ at: null, filters: { domains: [] } });
    ask(frame, { event: "view", query: "" });
    expect(frame.store.getState()).toMatchObject({ at: null, filters: { domains: ["payments"] } });
  });

  it("can ask for a theme, which changes nothing else", () => {
    const frame = connect("?domain=payments");
    const before = frame.store.getState();
    ask(frame, { event: "theme", theme: "dark" });
    ask(frame, { event: "theme", theme: "system" });
    expect(frame.themes).toEqual(["dark", "system"]);
    expect(frame.store.getState()).toBe(before);
  });

  it("is not heard with anything else", () => {
    const frame = connect("?domain=payments", { secret: "abc" });
    const before = frame.store.getState();
    const head = { type: "career-timeline", version: 1 };
    for (const text of HOSTILE) {
      for (const data of [text, { ...head, event: text }, { ...head, event: "theme", theme: text }, { message: text, secret: text }, { message: "ready", secret: text }]) frame.say(data);
    }
    for (const data of [null, undefined, 7, [], { ...head, event: "view" }, { ...head, event: "view", query: 7 }, { ...head, version: "1", event: "hello" }]) frame.say(data);
    vi.runAllTimers();
    expect(frame.store.getState()).toBe(before);
    expect([frame.posted, frame.themes]).toEqual([[ready], []]);
  });

  it("can ask for a view that is none without harm", () => {
    const frame = connect();
    for (const text of HOSTILE) ask(frame, { event: "view", query: `?domain=${text}&at=${text}` });
    expect(frame.store.getState()).toMatchObject({ at: null, filters: { domains: [] } });
  });
});
