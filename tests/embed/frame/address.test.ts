import { describe, expect, it } from "vitest";
import { readFrameAddress } from "../../../src/embed/frame/address.js";
import { HOSTILE } from "../../support/hostile.js";

describe("readFrameAddress", () => {
  it("leaves everything to the host where the address says nothing", () => {
    expect(readFrameAddress("", "")).toEqual({ chrome: "filters", theme: null, transparent: false, secret: null, amp: false });
  });

  it("reads what it says", () => {
    expect(readFrameAddress("?domain=payments&theme=dark&chrome=none&background=transparent", "#?secret=abc")).toEqual({ chrome: "none", theme: "dark", transparent: true, secret: "abc", amp: false });
  });

  it.each(["auto", "system", "", "Dark", "dark ", "toString"])("leaves the theme %o to the host", (theme) => {
    expect(readFrameAddress(`?theme=${encodeURIComponent(theme)}`, "").theme).toBeNull();
  });

  it("takes the last of several", () => {
    expect(readFrameAddress("?theme=dark&chrome=full&theme=light&chrome=none", "")).toMatchObject({ theme: "light", chrome: "none" });
  });

  it.each([
    ["#?secret=abcDEF0123", "abcDEF0123", false],
    ["#secret=abc", "abc", false],
    ["#?secret=a-b", null, false],
    ["#?secret=", null, false],
    ["#?nosecret=abc", null, false],
    ["#amp=1", null, true],
    ["#?secret=abc&amp=1", "abc", true],
    ["#amp=10", null, false],
    ["#camp=1", null, false],
    ["", null, false],
  ])("%s: secret %o, amp %o", (hash, secret, amp) => {
    expect(readFrameAddress("", hash)).toMatchObject({ secret, amp });
  });

  it("never fails", () => {
    for (const text of HOSTILE) {
      for (const address of [text, `?theme=${text}&chrome=${text}&background=${text}`]) {
        const { chrome, theme } = readFrameAddress(address, `#${text}`);
        expect([["none", "filters", "full"].includes(chrome), theme === null || theme === "light" || theme === "dark"]).toEqual([true, true]);
      }
    }
  });
});
