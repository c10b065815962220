// @vitest-environment jsdom
import "../support/render.js";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ImportFlow } from "../../src/app/ImportFlow.js";
import { NO_FILTERS } from "../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../src/state/store.js";
import { exampleCareer } from "../model/example.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const file = (content: unknown, name = "career.json"): File => new File([typeof content === "string" ? content : JSON.stringify(content)], name, { type: "application/json" });
const good = file(makeDocument());

function mount(chosen: File, store: TimelineStore = createTimelineStore(exampleCareer)) {
  const onClose = vi.fn();
  const view = render(<ImportFlow file={chosen} store={store} onClose={onClose} />);
  return { ...view, onClose, store, choose: (next: File) => view.rerender(<ImportFlow file={next} store={store} onClose={onClose} />) };
}

describe("a good file", () => {
  it("takes the career's place, and says so", async () => {
    const { store } = mount(good);
    expect(screen.getByRole("status")).toHaveTextContent("Reading career.json …");
    expect(await screen.findByText("Opened career.json.")).toBeInTheDocument();
    expect(store.getState().career.achievements.map(({ id }) => id)).toEqual(["billing-service"]);
    expect(store.getState().career.asOf).toBe(exampleCareer.asOf);
    expect(screen.queryByRole("listitem")).not.toBeInTheDocument();
  });

  it("is shown whole, whatever was asked of the career before", async () => {
    const { store } = mount(good, createTimelineStore(exampleCareer, { at: "billing", viewport: { from: Date.UTC(2020, 0), to: Date.UTC(2021, 0) }, filters: { ...NO_FILTERS, domains: ["payments", "apis"] } }));
    await screen.findByText("Opened career.json.");
    expect(store.getState().at).toBeNull();
    expect(store.getState().filters).toEqual(NO_FILTERS);
    expect(store.getState().viewport).toBeNull();
  });

  it("may be a JSON Resume, told by its content, and its findings point into it", async () => {
    const resume = { basics: { label: "Nurse", name: "A. Person" }, work: [{ name: "Ward", position: "Nurse", startDate: "2019", highlights: ["Led the night shift"] }, { name: "Other", startDate: "Sprng 2019" }] };
    const { store } = mount(file(resume, "anything.json"));
    expect(await screen.findByText("Opened anything.json, a JSON Resume.")).toBeInTheDocument();
    expect(store.getState().career.person.headline).toBe("Nurse");
    expect(store.getState().career.achievements.map(({ text }) => text)).toEqual(["Led the night shift"]);
    expect(screen.getByRole("listitem")).toHaveTextContent(/^warning work\[1\]\.startDate cannot read "Sprng 2019"/);
  });

  it("is opened with warnings, which are told", async () => {
    const { store } = mount(file(makeDocument({ skills: [{ id: "go", label: "Go" }, { id: "cobol", label: "COBOL" }] })));
    expect(await screen.findByText("Opened career.json.")).toBeInTheDocument();
    expect(screen.getByRole("status")).toHaveTextContent("It can be used, but look at this:");
    expect(screen.getByRole("listitem")).toHaveTextContent(/^warning skills\[1\]/);
    expect(store.getState().career).not.toBe(exampleCareer);
  });
});

describe("a bad file", () => {
  it.each<readonly [string, unknown, RegExp]>([
    ["text that is no JSON", '{ "version": 1,', /^error/],
    ["an empty file", "", /^error/],
    ["JSON that is no career", [1, 2], /^error/],
    ["a JSON Resume with nothing to head a page", { basics: {}, work: [] }, /^error basics\.label .*label/],
    ["a career with a date that is none", makeDocument({ roles: [makeRole({ start: "Spring 2019" })] }), /^error roles\[0\]\.start .*Spring 2019/],
  ])("of %s changes nothing and says what to mend", async (_, content, words) => {
    const { store } = mount(file(content, "mine.json"));
    expect(await screen.findByText("mine.json was not opened; the page is as it was.")).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent("What has to be mended:");
    expect(screen.getAllByRole("listitem")[0]).toHaveTextContent(words);
    expect(store.getState().career).toBe(exampleCareer);
  });

  it("shows the first findings and counts the rest", async () => {
    const achievements = Array.from({ length: 30 }, (_, i) => makeAchievement({ id: `work-${i}`, domains: ["nowhere"] }));
    mount(file(makeDocument({ roles: [makeRole({ achievements })] })));
    await screen.findByRole("alert");
    const items = screen.getAllByRole("listitem");
    expect(items).toHaveLength(21);
    expect(items[20]).toHaveTextContent(/^and \d+ more$/);
  });

  it("is refused by its size, unread", async () => {
    const large = file("{}", "large.json");
    Object.defineProperty(large, "size", { value: 12_000_000 });
    const text = vi.spyOn(large, "arrayBuffer");
    mount(large);
    expect(await screen.findByRole("alert")).toHaveTextContent("the text has 12 MB");
    expect(text).not.toHaveBeenCalled();
  });

  it("that the browser cannot read says so", async () => {
    const gone = file("{}");
    vi.spyOn(gone, "arrayBuffer").mockRejectedValue(new DOMException("gone", "NotReadableError"));
    mount(gone);
    expect(await screen.findByRole("alert")).toHaveTextContent("the browser could not read the file");
  });

  it("shows what stands in it as text", async () => {
    mount(file(makeDocument({ roles: [makeRole({ start: "<img src=x onerror=alert(1)>" })] })));
    const notice = await screen.findByRole("alert");
    expect(notice).toHaveTextContent("<img src=x onerror=alert(1)>");
    expect(within(notice).queryByRole("img")).not.toBeInTheDocument();
  });
});

describe("one file after the other", () => {
  it("ends with the last one, whichever is read first", async () => {
    let release = (_: string): void => undefined;
    const slow = file(makeDocument(), "slow.json");
    vi.spyOn(slow, "arrayBuffer").mockReturnValue(new Promise((resolve) => (release = (text) => resolve(new TextEncoder().encode(text).buffer))));
    const { store, choose } = mount(slow);
    choose(file(makeDocument({ person: { headline: "The last" } }), "last.json"));
    expect(await screen.findByText("Opened last.json.")).toBeInTheDocument();
    release(JSON.stringify(makeDocument({ person: { headline: "Too late" } })));
    await Promise.resolve();
    expect(store.getState().career.person.headline).toBe("The last");
    expect(screen.getByText("Opened last.json.")).toBeInTheDocument();
  });

  it("says nothing of a file that is still being read", async () => {
    const { choose } = mount(file("no", "bad.json"));
    await screen.findByText("bad.json was not opened; the page is as it was.");
    const waiting = file("{}", "next.json");
    vi.spyOn(waiting, "arrayBuffer").mockReturnValue(new Promise(() => undefined));
    choose(waiting);
    expect(screen.queryByText(/next\.json was not opened/)).not.toBeInTheDocument();
  });

  it("takes no career from a file whose page is gone", async () => {
    let release = (_: string): void => undefined;
    const slow = file(makeDocument());
    vi.spyOn(slow, "arrayBuffer").mockReturnValue(new Promise((resolve) => (release = (text) => resolve(new TextEncoder().encode(text).buffer))));
    const { store, unmount } = mount(slow);
    unmount();
    release(JSON.stringify(makeDocument()));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(store.getState().career).toBe(exampleCareer);
  });
});

it("closes when asked", async () => {
  const { onClose } = mount(good);
  await screen.findByText("Opened career.json.");
  await userEvent.setup().click(screen.getByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});

it("closes with Escape on its button", async () => {
  const { onClose } = mount(good);
  await screen.findByText("Opened career.json.");
  screen.getByRole("button", { name: "Close" }).focus();
  await userEvent.setup().keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});
