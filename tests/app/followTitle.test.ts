// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from "vitest";
import { followTitle } from "../../src/app/followTitle.js";
import { filtersOfSlug, NO_FILTERS } from "../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import { firstCareer, sampleCareer } from "../support/careers.js";

beforeEach(() => {
  document.title = "The whole";
});
afterEach(() => document.body.replaceChildren());

const open = (slug: string | null): TimelineStore => createTimelineStore(firstCareer, { filters: filtersOfSlug(firstCareer, slug) ?? NO_FILTERS });

it("is a view's while that is shown, and else the page's", () => {
  const store = open(null);
  const stop = followTitle(store, document);
  expect(document.title).toBe("The whole");
  store.actions.toggle("domains", "payments");
  expect(document.title).toBe("Payments work at Carousell and 17Live");
  store.actions.toggle("domains", "platform");
  expect(document.title).toBe("The whole");
  stop();
  store.actions.toggle("domains", "platform");
  expect(document.title).toBe("The whole");
});

it("is on a view's page what it was sent with, and the whole page's once the filter is gone", () => {
  const root = document.createElement("div");
  root.id = "root";
  root.dataset["title"] = "Lead Backend Engineer: career timeline, 2018–2025";
  document.body.append(root);
  document.title = "Payments work";
  const store = open("payments");
  followTitle(store, document);
  expect(document.title).toBe("Payments work");
  store.actions.clear();
  expect(document.title).toBe("Lead Backend Engineer: career timeline, 2018–2025");
});

it("is another career's own where one is opened", () => {
  const store = open(null);
  followTitle(store, document);
  const other = sampleCareer("nurse");
  store.actions.replaceCareer(other);
  expect(document.title).toBe(other.person.name ?? other.person.headline);
});
