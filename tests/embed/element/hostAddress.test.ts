// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readAddress, syncAddress, takeName } from "../../../src/embed/element/hostAddress.js";
import { createTimelineStore, type TimelineStore } from "../../../src/state/store.js";
import { parseQuery } from "../../../src/state/urlCodec.js";
import { firstCareer } from "../../support/careers.js";

const storeOf = (query: string): TimelineStore => createTimelineStore(firstCareer, parseQuery(query, firstCareer).view);
const goTo = (search: string): void => {
  history.replaceState({ host: 1 }, "", `/post${search}#part`);
  dispatchEvent(new PopStateEvent("popstate"));
};
const address = (): string => location.pathname + location.search + location.hash;

afterEach(() => document.body.replaceChildren());
beforeEach(() => history.replaceState({ host: 1 }, "", "/post?page=2#part"));

describe("takeName", () => {
  it("gives each name to one embed at a time, and no name that is none", () => {
    const giveBack = takeName("me");
    expect(giveBack).not.toBeNull();
    expect(takeName("me")).toBeNull();
    takeName("you")?.();
    expect(takeName("you")).not.toBeNull();
    giveBack?.();
    const again = takeName("me");
    expect(again).not.toBeNull();
    again?.();
    for (const name of ["", "A", "a.b", "a b", "é"]) expect(takeName(name), name).toBeNull();
  });
});

const FRAME = '<iframe data-career-timeline data-link="me"></iframe>';
const ELEMENT = '<career-timeline link="me"></career-timeline>';
const put = (html: string): void => document.body.append(document.createRange().createContextualFragment(html));

describe("a frame of the same name", () => {
  it("before the element has the name, and behind it has not", () => {
    put(FRAME + ELEMENT);
    expect(takeName("me")).toBeNull();
    document.body.replaceChildren();
    put(ELEMENT + FRAME);
    const giveBack = takeName("me");
    expect(giveBack).not.toBeNull();
    giveBack?.();
  });

  it("counts only where the host script looks after it", () => {
    put(`<iframe data-link="me"></iframe><div link="me"></div>${FRAME.replace('"me"', '"you"')}${ELEMENT}`);
    const giveBack = takeName("me");
    expect(giveBack).not.toBeNull();
    giveBack?.();
  });

  it("that is put before it later writes alone", () => {
    put(ELEMENT);
    const store = storeOf("");
    const stop = syncAddress(store, "me", () => "");
    document.body.prepend(document.createRange().createContextualFragment(FRAME));
    store.actions.select("payment-interface");
    expect(location.search).toBe("?page=2");
    goTo("?me.at=billing-replacement");
    expect(store.getState().at).toBe("payment-interface");
    stop();
  });
});

describe("syncAddress", () => {
  it("writes in place, beside what others have there, and keeps the host's own state", () => {
    const length = history.length;
    const store = storeOf("");
    const stop = syncAddress(store, "me", () => "");
    store.actions.select("payment-interface");
    store.actions.toggle("domains", "payments");
    // The first career's owner has a view of that very filter.
    expect(address()).toBe("/post?page=2&me.view=payments&me.at=payment-interface#part");
    expect(readAddress("me")).toBe("view=payments&at=payment-interface");
    store.actions.clear();
    store.actions.select(null);
    expect(address()).toBe("/post?page=2#part");
    expect(history.length).toBe(length);
    expect(history.state).toEqual({ host: 1 });
    stop();
    store.actions.select("payment-interface");
    expect(address()).toBe("/post?page=2#part");
  });

  it("says nothing of the state it was set up in, and says so where that is left for none", () => {
    const own = "?domain=payments";
    const store = storeOf(own);
    const stop = syncAddress(store, "me", () => own);
    expect(address()).toBe("/post?page=2#part");
    store.actions.clear();
    expect(address()).toBe("/post?page=2&me.v=1#part");
    expect(parseQuery(readAddress("me"), firstCareer).view.filters.domains).toEqual([]);
    store.actions.toggle("domains", "payments");
    expect(address()).toBe("/post?page=2#part");
    stop();
  });

  it("follows the host back, to what the address says or to what it was set up in", () => {
    const own = "?domain=payments";
    const store = storeOf(own);
    const stop = syncAddress(store, "me", () => own);
    goTo("?me.at=payment-interface&you.at=billing-replacement");
    expect(store.getState()).toMatchObject({ at: "payment-interface", filters: { domains: [] } });
    goTo("?you.at=billing-replacement");
    expect(store.getState()).toMatchObject({ at: null, filters: { domains: ["payments"] } });
    stop();
    goTo("?me.at=payment-interface");
    expect(store.getState().at).toBeNull();
  });

  it("does not clash with another embed", () => {
    const [mine, yours] = [storeOf(""), storeOf("")];
    const stops = [syncAddress(mine, "me", () => ""), syncAddress(yours, "you", () => "")];
    mine.actions.select("payment-interface");
    yours.actions.toggle("skills", "go");
    expect(location.search).toBe("?page=2&me.at=payment-interface&you.skill=go");
    expect(mine.getState().filters.skills).toEqual([]);
    stops.forEach((stop) => stop());
  });

  it("lives on where the host has no address to write", () => {
    const store = storeOf("");
    const stop = syncAddress(store, "me", () => "");
    vi.spyOn(history, "replaceState").mockImplementation(() => {
      throw new DOMException("sandboxed", "SecurityError");
    });
    expect(() => store.actions.select("payment-interface")).not.toThrow();
    expect(store.getState().at).toBe("payment-interface");
    stop();
  });
});
