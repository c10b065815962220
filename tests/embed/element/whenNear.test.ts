// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { whenNear } from "../../../src/embed/element/whenNear.js";

let report: (near: boolean) => void;
let options: IntersectionObserverInit | undefined;
let watching: boolean;
let hidden = false;

beforeEach(() => {
  hidden = false;
  vi.spyOn(Document.prototype, "hidden", "get").mockImplementation(() => hidden);
  vi.stubGlobal("IntersectionObserver", class {
    constructor(tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void, given: IntersectionObserverInit) {
      options = given;
      report = (near) => tell([{ isIntersecting: !near }, { isIntersecting: near }]);
    }
    observe(): void {
      watching = true;
    }
    disconnect(): void {
      watching = false;
    }
  });
});

const show = (): void => {
  hidden = false;
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
};

describe("whenNear", () => {
  it("calls once, when the element comes near, and then watches no more", () => {
    const go = vi.fn();
    whenNear(document.body, go);
    expect(options?.rootMargin).toBe("400px");
    report(false);
    expect(go).not.toHaveBeenCalled();
    report(true);
    expect(go).toHaveBeenCalledTimes(1);
    expect(watching).toBe(false);
    show();
    expect(go).toHaveBeenCalledTimes(1);
  });

  it("waits for the page to be looked at, and for the element to be near just then", () => {
    const go = vi.fn();
    hidden = true;
    whenNear(document.body, go);
    report(true);
    expect(go).not.toHaveBeenCalled();
    report(false);
    show();
    expect(go).not.toHaveBeenCalled();
    hidden = true;
    report(true);
    show();
    expect(go).toHaveBeenCalledTimes(1);
  });

  it("is not held up by what a page has called hidden", () => {
    const go = vi.fn();
    Object.defineProperty(document, "hidden", { value: document.createElement("form"), configurable: true });
    whenNear(document.body, go);
    report(true);
    Reflect.deleteProperty(document, "hidden");
    expect(go).toHaveBeenCalledTimes(1);
  });

  it("can be called off", () => {
    const go = vi.fn();
    hidden = true;
    const stop = whenNear(document.body, go);
    report(true);
    stop();
    show();
    expect(go).not.toHaveBeenCalled();
    expect(watching).toBe(false);
  });
});
