// @vitest-environment jsdom
import "../../support/render.js";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi, type Mock } from "vitest";
import { EmbedDialog } from "../../../src/app/embed/EmbedDialog.js";
import { createCareer } from "../../../src/model/createCareer.js";
import { NO_FILTERS } from "../../../src/model/select.js";
import { createTimelineStore, type TimelineStore } from "../../../src/state/store.js";
import type { ViewState } from "../../../src/state/viewState.js";
import { AS_OF, EXAMPLE, exampleCareer } from "../../model/example.js";
import { makeAchievement, makeDocument, makeRole } from "../../support/document.js";

beforeEach(() => {
  // jsdom knows dialogs, but not how they are opened and closed.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});

interface Shown {
  readonly user: UserEvent;
  readonly store: TimelineStore;
  readonly onClose: Mock<() => void>;
  readonly unmount: () => void;
}

function show(view: Partial<ViewState> = {}, url = "https://example.org/cv/", store = createTimelineStore(exampleCareer, view)): Shown {
  const onClose = vi.fn<() => void>();
  const { unmount } = render(<EmbedDialog store={store} site={{ url, index: "" }} today="2026-11-23" onClose={onClose} />);
  return { user: userEvent.setup(), store, onClose, unmount };
}

const choice = (name: string | RegExp): HTMLElement => screen.getByRole("radio", { name });
const box = (): HTMLTextAreaElement => within(screen.getByRole("region", { name: "Snippet" })).getByRole("textbox");
const frame = (): HTMLIFrameElement => screen.getByTitle<HTMLIFrameElement>("The embed as it will be");
const say = (data: unknown, source: MessageEventSource | null = frame().contentWindow): void => act(() => void dispatchEvent(new MessageEvent("message", { data, source })));
const ours = (rest: object): object => ({ type: "career-timeline", version: 1, ...rest });

describe("the dialog", () => {
  it("is open, named, and closes by its button", async () => {
    const { user, onClose } = show();
    expect(screen.getByRole("dialog", { name: "Embed" })).toHaveProperty("open", true);
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("begins with what is taken away, and says what to take", async () => {
    const { user } = show();
    expect(screen.getByText(/^Put this career into a page/)).toBeInTheDocument();
    expect(screen.getAllByRole("region").map((each) => each.getAttribute("aria-label"))).toEqual(["Snippet", "What it shows", "Preview"]);
    const kinds = screen.getByRole("group", { name: "Snippet for" });
    expect(kinds).toHaveAccessibleDescription("Not sure? Take the frame with auto height.");
    expect(choice("Frame, auto height")).toBeChecked();
    await user.click(choice("Frozen as of today"));
    expect(kinds).toHaveAccessibleDescription("Not sure? Take the element.");
  });

  it("keeps what was chosen for the next time, with the store that it belongs to", async () => {
    const { user, store, unmount } = show();
    await user.click(choice("Dark"));
    await user.click(choice("React"));
    unmount();
    const again = show({}, "https://example.org/cv/", store);
    expect([choice("Dark"), choice("React")].every((each) => each instanceof HTMLInputElement && each.checked)).toBe(true);
    again.unmount();
    show();
    expect(choice("Match the page")).toBeChecked();
  });
});

describe("what it shows", () => {
  it("is what the page shows, in preview and snippet, unless that is left behind", async () => {
    const { user } = show({ filters: { ...NO_FILTERS, domains: ["scaling"] }, at: "billing" });
    expect(screen.getByText("Now: 3 in scaling; open: Billing system")).toBeInTheDocument();
    expect(frame().src).toBe("https://example.org/cv/embed/index.html?domain=scaling&at=billing");
    expect(box().value).toContain("embed/?domain=scaling&amp;at=billing\"");
    await user.click(screen.getByRole("checkbox", { name: /filters and the selection/ }));
    expect(frame().src).toBe("https://example.org/cv/embed/index.html");
    expect(box().value).not.toContain("scaling");
  });

  it("is chosen, and shows at once in both", async () => {
    const { user } = show();
    for (const name of ["Whole page", "Light", "Transparent"]) await user.click(choice(name));
    expect(new URL(frame().src).search).toBe("?theme=light&chrome=full&background=transparent");
    expect(box().value).toContain("?theme=light&amp;chrome=full&amp;background=transparent\"");
    for (const name of ["Picture only", "Match the page", "Paper"]) await user.click(choice(name));
    expect(new URL(frame().src).search).toBe("?chrome=none");
  });

  it("has the width that was chosen", async () => {
    const { user } = show();
    expect(frame().style.width).toBe("640px");
    await user.click(choice("Phone 360"));
    expect(frame().style.width).toBe("360px");
  });

  it.each([[390, "360px"], [700, "640px"]])("in a window of %i px is first seen %s wide", (room, width) => {
    const usual = innerWidth;
    vi.stubGlobal("innerWidth", room);
    show();
    vi.stubGlobal("innerWidth", usual);
    expect(frame().style.width).toBe(width);
  });
});

describe("the preview's height", () => {
  it("is what the frame says, and goes into the snippet", () => {
    show();
    say(ours({ event: "height", height: 512 }));
    expect(frame().style.height).toBe("512px");
    expect(screen.getByText("640 × 512 px.")).toBeInTheDocument();
    expect(box().value).toContain("height=\"512\"");
  });

  it("is looked at only: keys stay with the dialog, and a link leads to one that can be used", () => {
    show();
    expect(frame().inert || frame().hasAttribute("inert")).toBe(true);
    expect(screen.getByRole("link", { name: /^Try it in a tab of its own/ })).toHaveAttribute("href", frame().src);
  });

  it("is bounded in sight, not in the snippet", () => {
    show();
    say(ours({ event: "height", height: 4000 }));
    expect(frame().style.height).toBe("1200px");
    expect(screen.getByText("640 × 4,000 px; the upper 1,200 px of it.")).toBeInTheDocument();
    expect(box().value).toContain("height=\"4000\"");
  });

  it.each([
    ["another window", ours({ event: "height", height: 700 }), "self"],
    ["nobody", ours({ event: "height", height: 700 }), null],
    ["the frame, but not ours", { type: "resize", height: 700 }, "frame"],
    ["the frame, beyond measure", ours({ event: "height", height: 1e9 }), "frame"],
    ["the frame, of another version", { type: "career-timeline", version: 2, event: "height", height: 700 }, "frame"],
  ])("is not what is said by %s", (_, data, from) => {
    show();
    say(data, from === "self" ? window : from === null ? null : frame().contentWindow);
    expect(frame().style.height).toBe("420px");
  });

  it("is not waited for for ever", () => {
    vi.useFakeTimers();
    show();
    expect(screen.queryByText(/does not answer/)).not.toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByText(/preview does not answer.*career-timeline build/)).toBeInTheDocument();
    say(ours({ event: "height", height: 500 }));
    expect(screen.queryByText(/does not answer/)).not.toBeInTheDocument();
  });

  it("comes with the page's theme, told to the frame when it is ready", () => {
    show({ theme: "dark" });
    const post = vi.fn();
    Object.defineProperty(frame().contentWindow, "postMessage", { value: post });
    say(ours({ event: "ready" }));
    expect(post).toHaveBeenCalledExactlyOnceWith({ type: "career-timeline", version: 1, event: "theme", theme: "dark" }, "*");
  });
});

describe("frozen", () => {
  it("carries the facts of this day, and says how large that is", async () => {
    const { user } = show();
    await user.click(choice("Element"));
    expect(box().value).toContain("src=\"https://example.org/cv/career.json\"");
    expect(screen.queryByText(/kB with the facts/)).not.toBeInTheDocument();
    await user.click(choice("Frozen as of today"));
    expect(screen.getByText(/ongoing roles reach to 23 November 2026/)).toBeInTheDocument();
    const inside = new DOMParser().parseFromString(box().value, "text/html").querySelector("career-timeline > script");
    expect(JSON.parse(inside?.textContent ?? "")).toEqual(EXAMPLE);
    expect(box().value).toContain("as-of=\"2026-11-23\"");
    expect(screen.getByText(`${(new TextEncoder().encode(box().value).length / 1000).toFixed(1)} kB with the facts in it`)).toBeInTheDocument();
  });

  it("puts the element in the place of what cannot be, says so, and gives it back", async () => {
    const { user } = show();
    await user.click(choice("Card as an image"));
    await user.click(choice("Frozen as of today"));
    expect(choice("Element")).toBeChecked();
    expect(box().value).toContain("<career-timeline");
    expect(screen.getByText("“Card as an image” cannot be frozen: the snippet is the element instead.")).toHaveAttribute("role", "status");
    expect(screen.getByRole("button", { name: "Copy" })).toBeInTheDocument();
    await user.click(choice("Follows my site"));
    expect(choice("Card as an image")).toBeChecked();
    expect(screen.queryByText(/the element instead/)).not.toBeInTheDocument();
  });

  it("says of a frame that it cannot be, to whoever asks for one", async () => {
    const { user } = show();
    await user.click(choice("Frozen as of today"));
    await user.click(choice("Frame, auto height"));
    expect(screen.getByText(/A frame always shows what the site shows/)).toBeInTheDocument();
    expect(screen.queryByText(/the element instead/)).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Copy" })).not.toBeInTheDocument();
  });
});

describe("a site that is only on this machine", () => {
  const address = (): HTMLElement => screen.getByLabelText("Address of your site");
  const CAUTION = "Works on this machine only, until you type your public address.";

  it("asks for its address, and uses it in the snippet alone", async () => {
    const { user } = show({}, "http://localhost:4173/");
    expect(address()).toHaveAccessibleDescription(/on your own machine/);
    expect(screen.getByText(CAUTION)).toBeInTheDocument();
    expect(box().value).toContain("http://localhost:4173/embed/");
    await user.type(address(), "example.net/me");
    expect(box().value).toContain("\"https://example.net/me/embed/\"");
    expect(box().value).not.toContain("localhost");
    expect(screen.queryByText(CAUTION)).not.toBeInTheDocument();
    expect(frame().src).toBe("http://localhost:4173/embed/index.html");
  });

  it("says what is wrong with an address, and leaves the snippet as it was", async () => {
    const { user } = show({}, "http://127.0.0.1:4173/");
    await user.type(address(), "javascript:alert(1)");
    expect(address()).toBeInvalid();
    expect(address()).toHaveAccessibleDescription(/begins with javascript:/);
    expect(box().value).toContain("http://127.0.0.1:4173/embed/");
    expect(box().value).not.toContain("javascript");
  });

  it("is not spoken of where the site is published", () => {
    show();
    expect(screen.queryByLabelText("Address of your site")).not.toBeInTheDocument();
    expect(screen.queryByText(CAUTION)).not.toBeInTheDocument();
  });
});

describe("a file that the visitor has opened", () => {
  const mine = makeDocument({
    person: { headline: "Somebody else" },
    roles: [makeRole({ achievements: [makeAchievement({ id: "shown", title: "Shown" }), makeAchievement({ id: "secret", title: "Secret", visibility: "private" })] })],
  });

  it("is on no site: no preview, no frame, and frozen only, without its private parts", async () => {
    const store = createTimelineStore(exampleCareer);
    store.actions.replaceCareer(createCareer(mine, AS_OF));
    const { user } = show({}, "http://localhost:4173/", store);
    expect(screen.queryByTitle("The embed as it will be")).not.toBeInTheDocument();
    expect(screen.getByText(/no preview of a file/)).toHaveTextContent("career-timeline build FILE -o site");
    expect(choice("Follows my site")).toBeDisabled();
    expect(choice("Frozen as of today")).toBeChecked();
    expect(choice("Element")).toBeChecked();
    await user.click(choice("Plain frame"));
    expect(screen.getByText(/publish it first, with/)).toBeInTheDocument();
    for (const [name, cautions] of [["Element", 1], ["React", 0]] as const) {
      await user.click(choice(name));
      await waitFor(() => expect(box().value).toContain("Shown"));
      expect(box().value).not.toMatch(/Secret|secret|private/);
      expect(box().value).toContain("Somebody else");
      // Only what is fetched from this machine is stuck on it.
      expect(screen.queryAllByText(/^Works on this machine only/)).toHaveLength(cautions);
    }
  });
});

describe("copying", () => {
  it("puts the whole snippet on the clipboard, and says so until it is another", async () => {
    const { user } = show();
    await user.click(screen.getByRole("button", { name: "Copy" }));
    expect(await screen.findByText("Copied")).toHaveAttribute("role", "status");
    expect(await navigator.clipboard.readText()).toBe(box().value);
    await user.click(choice("React"));
    expect(screen.queryByText("Copied")).not.toBeInTheDocument();
  });

  it("selects it where there is no clipboard to write to", async () => {
    const { user } = show();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    await user.click(screen.getByRole("button", { name: "Copy" }));
    expect(await screen.findByText(/^Selected/)).toBeInTheDocument();
    expect(box()).toHaveFocus();
    expect([box().selectionStart, box().selectionEnd]).toEqual([0, box().value.length]);
  });

  it("has each snippet in a box that keys reach and nobody changes", async () => {
    const { user } = show();
    for (const option of within(screen.getByRole("group", { name: "Snippet for" })).getAllByRole("radio")) {
      await user.click(option);
      expect(box()).toHaveAttribute("readonly");
      expect(box()).toHaveAccessibleName();
      expect(box().tabIndex).toBe(0);
    }
    fireEvent.focus(box());
    expect(box().selectionEnd).toBe(box().value.length);
  });
});
