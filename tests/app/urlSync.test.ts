import { describe, expect, it } from "vitest";
import { syncUrl, type UrlHost } from "../../src/app/urlSync.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import { DEFAULT_VIEW_STATE } from "../../src/state/viewState.js";
import { sampleCareer, firstCareer } from "../support/careers.js";

/** A window's history, as far as it matters here. */
class FakeHost implements UrlHost {
  entries: string[];
  at = 0;
  /** What was asked of the history, in order. */
  log: string[] = [];
  listeners = new Set<() => void>();

  constructor(search = "", readonly pathname = "/cv/", readonly hash = "") {
    this.entries = [`${pathname}${search}${hash}`];
  }

  get location(): UrlHost["location"] {
    const url = new URL(this.entries[this.at] ?? "", "https://example.org");
    return { search: url.search, pathname: url.pathname, hash: url.hash };
  }

  history: UrlHost["history"] = {
    pushState: (_state, _title, url) => {
      this.entries = [...this.entries.slice(0, this.at + 1), String(url)];
      this.at += 1;
      this.log.push(`push ${String(url)}`);
    },
    replaceState: (_state, _title, url) => {
      this.entries[this.at] = String(url);
      this.log.push(`replace ${String(url)}`);
    },
  };

  addEventListener(_type: "popstate", listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: "popstate", listener: () => void): void {
    this.listeners.delete(listener);
  }

  go(steps: number): void {
    this.at += steps;
    for (const listener of this.listeners) listener();
  }
}

interface Setup {
  readonly store: TimelineStore;
  readonly host: FakeHost;
  readonly stop: () => void;
}

function start(search = "", host = new FakeHost(search)): Setup {
  const store = createTimelineStore(firstCareer);
  return { store, host, stop: syncUrl(store, host) };
}

describe("the address", () => {
  it("is read at the start, and not written", () => {
    const { store, host } = start("?domain=payments&at=live-event&as=table");
    expect(store.getState()).toMatchObject({ filters: { domains: ["payments"] }, at: "live-event", list: "table" });
    expect(host.log).toEqual([]);
  });

  it("is left alone at the start even where it says what this career does not have", () => {
    const { store, host } = start("?domain=unknown&at=nothing");
    expect(store.getState()).toMatchObject({ filters: { domains: [] }, at: null });
    expect(host.log).toEqual([]);
  });

  it("gets an entry for every change", () => {
    const { store, host } = start();
    store.actions.toggle("domains", "payments");
    store.actions.select("live-event");
    store.actions.select(null);
    store.actions.clear();
    expect(host.log).toEqual(["push /cv/?domain=payments", "push /cv/?domain=payments&at=live-event", "push /cv/?domain=payments", "push /cv/"]);
  });

  it("gets one entry for one search, however many letters", () => {
    const { store, host } = start();
    for (const text of ["g", "go", "go ", "go t"]) store.actions.setText(text);
    expect(host.log).toEqual(["push /cv/?q=g", "replace /cv/?q=go", "replace /cv/?q=go+", "replace /cv/?q=go+t"]);
    host.go(-1);
    expect(store.getState().filters.text).toBe("");
  });

  it("gets a new entry where a search begins again, ends, or something else changes with it", () => {
    const { store, host } = start("?q=go");
    store.actions.setText("");
    store.actions.setText("t");
    store.actions.setFilters({ ...store.getState().filters, text: "te", hasNumber: true });
    expect(host.log.map((entry) => entry.split(" ")[0])).toEqual(["push", "push", "push"]);
  });

  it("is not written where nothing changes", () => {
    const { store, host } = start("?domain=payments");
    store.actions.setFilters({ ...store.getState().filters });
    store.actions.select(null);
    store.actions.setText("");
    expect(host.log).toEqual([]);
  });

  it("keeps path, fragment and the parameters of others, where they stood", () => {
    const { store, host } = start("", new FakeHost("?utm_source=mail&domain=scaling&ref=a%20b", "/people/1/", "#skills"));
    store.actions.toggle("domains", "payments");
    expect(host.log).toEqual(["push /people/1/?utm_source=mail&domain=payments,scaling&ref=a%20b#skills"]);
    store.actions.clear();
    expect(host.log[1]).toBe("push /people/1/?utm_source=mail&ref=a%20b#skills");
  });
});

describe("Back and Forward", () => {
  it("bring the view back, and write nothing", () => {
    const { store, host } = start();
    store.actions.toggle("domains", "payments");
    store.actions.select("live-event");
    const written = host.log.length;
    host.go(-1);
    expect(store.getState()).toMatchObject({ filters: { domains: ["payments"] }, at: null });
    host.go(-1);
    expect(store.getState()).toMatchObject({ filters: DEFAULT_VIEW_STATE.filters, at: null });
    host.go(2);
    expect(store.getState()).toMatchObject({ filters: { domains: ["payments"] }, at: "live-event" });
    expect(host.log).toHaveLength(written);
  });

  it("leave an address as it was written, if not as it would be written here", () => {
    const { store, host } = start("?theme=dark&domain=unknown&q=a%20b");
    store.actions.clear();
    host.go(-1);
    expect(store.getState()).toMatchObject({ theme: "dark", filters: { text: "a b" } });
    expect(host.log).toHaveLength(1);
    expect(host.entries[0]).toBe("/cv/?theme=dark&domain=unknown&q=a%20b");
  });

  it("tell typing from what it was before they were used", () => {
    const { store, host } = start();
    store.actions.setText("go");
    store.actions.toggle("domains", "payments");
    host.go(-1);
    store.actions.setText("gob");
    expect(host.log.at(-1)).toBe("replace /cv/?q=gob");
    expect(host.entries).toEqual(["/cv/", "/cv/?q=gob", "/cv/?q=go&domain=payments"].map((entry) => (entry.includes("payments") ? "/cv/?domain=payments&q=go" : entry)));
  });

  it("do not run in circles with another that listens", () => {
    const { store, host } = start();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.actions.toggle("domains", "payments");
    host.go(-1);
    expect([told, host.log.length]).toEqual([2, 1]);
  });
});

describe("another career", () => {
  it("takes what it does not have out of the address", () => {
    const { store, host } = start("?domain=payments&theme=dark");
    store.actions.replaceCareer(sampleCareer("nurse"));
    expect(host.log).toEqual(["push /cv/?theme=dark"]);
  });
});

describe("when it is stopped", () => {
  it("neither reads nor writes, and leaves no listener", () => {
    const { store, host, stop } = start();
    store.actions.toggle("domains", "payments");
    stop();
    expect(host.listeners.size).toBe(0);
    store.actions.clear();
    host.go(-1);
    expect(host.log).toHaveLength(1);
    expect(store.getState().filters.domains).toEqual([]);
  });
});
