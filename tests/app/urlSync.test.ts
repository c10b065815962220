import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { SitePage } from "../../src/app/sitePaths.js";
import { syncUrl } from "../../src/app/urlSync.js";
import { createCareer } from "../../src/model/createCareer.js";
import { filtersOfSlug, NO_FILTERS } from "../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import { DEFAULT_VIEW_STATE, viewOf } from "../../src/state/viewState.js";
import { AS_OF, EXAMPLE, exampleCareer } from "../model/example.js";
import { sampleCareer } from "../support/careers.js";
import { FakeHost } from "../support/fakeHost.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);

interface Setup {
  readonly store: TimelineStore;
  readonly host: FakeHost;
  readonly stop: () => void;
}

function start(search = "", host = new FakeHost(search)): Setup {
  const store = createTimelineStore(exampleCareer);
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

  it.each([["9999-01-01,9999-12-31", 1], ["1800,1801", 1], ["2020,2021", 0]])("says where it looks at a time outside of the career: %s", (zoom, count) => {
    const store = createTimelineStore(exampleCareer);
    const onIssues = vi.fn();
    syncUrl(store, new FakeHost(`?zoom=${zoom}`), onIssues);
    expect(onIssues.mock.lastCall?.[0]).toHaveLength(count);
    expect(store.getState().viewport === null).toBe(count === 1);
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

  it("gets one entry for moving in time, once it rests", () => {
    vi.useFakeTimers();
    try {
      const { store, host, stop } = start();
      const look = (from: number, to: number): void => store.actions.setViewport({ from: Date.UTC(from, 0), to: Date.UTC(to, 0) });
      for (const year of [2023, 2022, 2021]) look(2019, year);
      expect(host.log).toEqual([]);
      vi.advanceTimersByTime(250);
      look(2020, 2021);
      vi.advanceTimersByTime(250);
      expect(host.log).toEqual(["push /cv/?zoom=2019-01-01,2020-12-31", "replace /cv/?zoom=2020-01-01,2020-12-31"]);
      look(2020, 2022);
      store.actions.select("live-event");
      expect(host.log.slice(2)).toEqual(["push /cv/?zoom=2020-01-01,2021-12-31&at=live-event"]);
      look(2020, 2023);
      host.go(-1);
      vi.advanceTimersByTime(1000);
      expect(host.log).toHaveLength(3);
      expect(store.getState().viewport).toEqual({ from: Date.UTC(2020, 0), to: Date.UTC(2021, 0) });
      look(2019, 2022);
      stop();
      vi.advanceTimersByTime(1000);
      expect(host.log).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it("gets one entry for a change and the movement that belongs to it, and another for one that comes later", () => {
    vi.useFakeTimers();
    try {
      const { store, host } = start("?from=2020&zoom=2020-01-01,2020-12-31");
      store.actions.clear();
      vi.advanceTimersByTime(16);
      store.actions.setViewport({ from: Date.UTC(2019, 0), to: Date.UTC(2022, 0) });
      vi.advanceTimersByTime(16);
      store.actions.setViewport(null);
      vi.advanceTimersByTime(300);
      expect(host.log).toEqual(["push /cv/?zoom=2020-01-01,2020-12-31", "replace /cv/"]);
      store.actions.toggle("domains", "payments");
      vi.advanceTimersByTime(150);
      store.actions.setViewport({ from: Date.UTC(2019, 0), to: Date.UTC(2022, 0) });
      vi.advanceTimersByTime(300);
      expect(host.log.slice(2)).toEqual(["push /cv/?domain=payments", "push /cv/?domain=payments&zoom=2019-01-01,2021-12-31"]);
      host.go(-1);
      host.go(-1);
      host.go(-1);
      expect(store.getState()).toMatchObject({ filters: { period: { from: "2020", to: null } }, viewport: { from: Date.UTC(2020, 0) } });
    } finally {
      vi.useRealTimers();
    }
  });

  it("may refuse to be written: the next change is written with all that came before", () => {
    const { store, host } = start();
    const { pushState } = host.history;
    host.history.pushState = () => {
      throw new Error("too many calls");
    };
    expect(() => store.actions.toggle("domains", "payments")).not.toThrow();
    host.history.pushState = pushState;
    store.actions.select("live-event");
    expect(host.log).toEqual(["push /cv/?domain=payments&at=live-event"]);
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

const viewed = createCareer({
  ...EXAMPLE,
  views: [
    { slug: "all", title: "All", filter: {} },
    { slug: "money", title: "Money", filter: { domains: ["payments"] } },
    { slug: "一つ", title: "Caches", filter: { domains: ["scaling"], text: "cache" } },
  ],
}, AS_OF);

/** One published site in one browser tab: an address is answered with its page, Back is not where the page is the same. */
class FakeSite {
  host: FakeHost;
  private loaded: Setup;

  constructor(address: string) {
    const [pathname = "", search = ""] = address.split(/(?=\?)/);
    this.host = new FakeHost(search, pathname);
    this.loaded = this.load();
  }

  private load(): Setup {
    const [, slug] = /\/view\/([^/]+)\/(?:index\.html)?$/.exec(this.host.location.pathname) ?? [];
    const filters = filtersOfSlug(viewed, decodeURIComponent(slug ?? ""));
    const page: SitePage = filters && slug !== undefined ? { view: decodeURIComponent(slug), root: "../../" } : { view: null, root: "./" };
    const store = createTimelineStore(viewed, filters ? { filters } : {});
    return { store, host: this.host, stop: syncUrl(store, this.host, undefined, page) };
  }

  get store(): TimelineStore {
    return this.loaded.store;
  }

  get address(): string {
    return this.host.entries[this.host.at] ?? "";
  }

  /** The entries stay one page's for the browser, as those of pushState do. */
  reload(): void {
    this.loaded.stop();
    this.loaded = this.load();
  }
}

describe("the page of a named view", () => {
  const toMoney = { ...NO_FILTERS, domains: ["payments"] };

  it("shows its view from the start, and tells and writes nothing for it", () => {
    const host = new FakeHost("?at=billing", "/cv/view/money/");
    const store = createTimelineStore(viewed, { filters: toMoney, at: "billing" });
    let told = 0;
    store.subscribe(() => (told += 1));
    syncUrl(store, host, undefined, { view: "money", root: "../../" });
    expect([told, host.log]).toEqual([0, []]);
    expect(store.getState().filters).toEqual(toMoney);
  });

  it("keeps its address while the filters are its own", () => {
    const { store, host } = new FakeSite("/cv/view/money/?ref=a");
    store.actions.select("billing");
    store.actions.setList("table");
    expect(host.log).toEqual(["push /cv/view/money/?ref=a&at=billing", "push /cv/view/money/?ref=a&at=billing&as=table"]);
  });

  it("hands other filters to the root page, and takes its own back", () => {
    const { store, host } = new FakeSite("/cv/view/money/?ref=a");
    store.actions.toggle("domains", "scaling");
    store.actions.select("billing");
    store.actions.toggle("domains", "scaling");
    store.actions.clear();
    store.actions.setFilters({ ...NO_FILTERS, domains: ["scaling"], text: "cache" });
    store.actions.setFilters(toMoney);
    expect(host.log).toEqual([
      "push /cv/?ref=a&domain=payments,scaling", "push /cv/?ref=a&domain=payments,scaling&at=billing", "push /cv/view/money/?ref=a&at=billing",
      "push /cv/?ref=a&at=billing", "push /cv/?ref=a&view=%E4%B8%80%E3%81%A4&at=billing", "push /cv/view/money/?ref=a&at=billing",
    ]);
  });

  it("gives way to the filters of its link", () => {
    const site = new FakeSite("/cv/view/money/?from=2024&to=2024");
    expect(site.store.getState().filters).toEqual({ ...NO_FILTERS, period: { from: "2024", to: "2024" } });
    expect(site.host.log).toEqual([]);
    site.store.actions.select("billing");
    expect(site.address).toBe("/cv/?from=2024&to=2024&at=billing");
  });

  it("is gone back to and left again, and writes nothing", () => {
    const { store, host } = new FakeSite("/cv/view/money/");
    store.actions.clear();
    store.actions.setText("cache");
    const written = host.log.length;
    host.go(-2);
    expect(store.getState().filters).toEqual(toMoney);
    host.go(1);
    expect(store.getState().filters).toEqual(NO_FILTERS);
    host.go(1);
    expect(store.getState().filters.text).toBe("cache");
    expect(host.log).toHaveLength(written);
  });

  it("is known for what it is when the root page, loaded anew, is left by Back", () => {
    const site = new FakeSite("/cv/view/money/");
    site.store.actions.clear();
    site.reload();
    site.host.go(-1);
    expect(site.store.getState().filters).toEqual(toMoney);
    site.store.actions.select("billing");
    expect(site.address).toBe("/cv/view/money/?at=billing");
    site.store.actions.setHasLink(true);
    expect(site.address).toBe("/cv/?domain=payments&has=link&at=billing");
  });

  it("gets one entry for one search", () => {
    const { store, host } = new FakeSite("/cv/view/all/");
    for (const text of ["c", "ca", "cac"]) store.actions.setText(text);
    store.actions.setText("");
    expect(host.log).toEqual(["push /cv/?q=c", "replace /cv/?q=ca", "replace /cv/?q=cac", "push /cv/view/all/"]);
  });

  it("leaves its address with another career", () => {
    const { store, host } = new FakeSite("/cv/view/money/?theme=dark");
    store.actions.replaceCareer(sampleCareer("nurse"));
    expect(host.log).toEqual(["push /cv/?theme=dark"]);
  });

  it("is written by its name on the root page", () => {
    const { store, host } = new FakeSite("/cv/index.html");
    store.actions.toggle("domains", "payments");
    expect(host.log).toEqual(["push /cv/index.html?view=money"]);
  });

  it("shows at every address, loaded anew, what it showed there before, wherever one goes", () => {
    const arbStep = fc.oneof(
      fc.constantFrom("payments", "scaling", "apis").map((id) => ({ name: `toggle ${id}`, take: (site: FakeSite) => site.store.actions.toggle("domains", id) })),
      fc.constantFrom("", "c", "cache").map((text) => ({ name: `type ${text}`, take: (site: FakeSite) => site.store.actions.setText(text) })),
      fc.constantFrom("all", "money", "一つ").map((slug) => ({ name: `view ${slug}`, take: (site: FakeSite) => site.store.actions.setFilters(filtersOfSlug(viewed, slug) ?? NO_FILTERS) })),
      fc.constantFrom({ from: "2020", to: null }, null).map((period) => ({ name: `since ${String(period?.from)}`, take: (site: FakeSite) => site.store.actions.setFilters({ ...site.store.getState().filters, period }) })),
      fc.constantFrom("billing", null).map((id) => ({ name: `select ${String(id)}`, take: (site: FakeSite) => site.store.actions.select(id) })),
      fc.constant({ name: "clear", take: (site: FakeSite) => site.store.actions.clear() }),
      fc.constantFrom(-2, -1, 1).map((steps) => ({ name: `go ${steps}`, take: ({ host }: FakeSite) => { if (host.entries[host.at + steps] !== undefined) host.go(steps); } })),
      fc.constant({ name: "reload", take: (site: FakeSite) => site.reload() }),
    ).map(({ name, take }) => ({ take, toString: () => name }));
    const starts = ["/", "/cv/", "/cv/index.html?ref=a", "/cv/view/money/", "/cv/view/money/index.html?at=billing", "/view/%E4%B8%80%E3%81%A4/", "/cv/view/all/?domain=scaling", "/view/view/view/money/?view=all"];
    fc.assert(fc.property(fc.constantFrom(...starts), fc.array(arbStep, { maxLength: 12 }), (address, steps) => {
      const site = new FakeSite(address);
      for (const step of steps) {
        step.take(site);
        const anew = new FakeSite(site.address);
        expect(viewOf(anew.store.getState())).toEqual(viewOf(site.store.getState()));
        expect(anew.host.log).toEqual([]);
      }
    }), { numRuns });
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
