import { describe, expect, it } from "vitest";
import { viewportBounds } from "../../../src/layout/viewport.js";
import { commandOf, KEY_HELP, viewportAfter, type ExploreCommand } from "../../../src/views/explore/keys.js";

const PLAIN = { altKey: false, ctrlKey: false, metaKey: false };
const bounds = viewportBounds({ from: Date.UTC(2010, 0), to: Date.UTC(2026, 0) });
const view = { from: Date.UTC(2014, 0), to: Date.UTC(2018, 0) };
const after = (command: ExploreCommand): ReturnType<typeof viewportAfter> => viewportAfter(command, view, Date.UTC(2016, 0), bounds);

describe("commandOf", () => {
  it.each([["+", "closer"], ["=", "closer"], ["-", "further"], ["0", "whole"], ["ArrowLeft", "earlier"], ["End", "last"], [".", "next"], [",", "previous"], ["Escape", "back"]])("%s is %s", (key, command) => {
    expect(commandOf({ key, ...PLAIN })).toBe(command);
  });

  it("leaves the browser's keys, and all that are not ours", () => {
    for (const held of ["altKey", "ctrlKey", "metaKey"] as const) expect(commandOf({ key: "+", ...PLAIN, [held]: true })).toBeNull();
    for (const key of ["a", "Tab", "Enter", " ", "PageDown", "ArrowUp", "ArrowDown", "constructor"]) expect(commandOf({ key, ...PLAIN })).toBeNull();
  });
});

describe("viewportAfter", () => {
  it("leads where the key says", () => {
    const span = view.to - view.from;
    const [closer, further, later, earlier] = [after("closer"), after("further"), after("later"), after("earlier")];
    expect((closer?.to ?? 0) - (closer?.from ?? 0)).toBeLessThan(span);
    expect((further?.to ?? 0) - (further?.from ?? 0)).toBeGreaterThan(span);
    expect(later?.from).toBeGreaterThan(view.from);
    expect(earlier?.from).toBeLessThan(view.from);
    expect(after("whole")).toEqual(bounds.whole);
    expect(after("first")?.from).toBe(bounds.whole.from);
    expect(after("last")?.to).toBe(bounds.whole.to);
  });

  it("moves nothing for what is not about the viewport", () => {
    for (const command of ["next", "previous", "back"] as const) expect(after(command)).toBeNull();
  });
});

describe("KEY_HELP", () => {
  it("names every key that does something", () => {
    const said = KEY_HELP.map(([keys]) => keys).join(" ");
    for (const key of ["+", "−", "0", "←", "→", "Home", "End", ".", ",", "Escape"]) expect(said).toContain(key);
  });
});
