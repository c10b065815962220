import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { textContrasts } from "../support/contrast.js";
import { ringAround, tabThrough } from "../support/focus.js";
import { arc, chip, chips, node, nodes, openPage, settled } from "../support/page.js";
import { siteOf } from "../support/site.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([["light", "career"], ["dark", "career"], ["dark", "dense"]] as const)("forced colours, %s, %s", (colorScheme, name) => {
  it("keep every text, every mark and every band's edge legible", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { forcedColors: "active", colorScheme });
    expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    expect((await textContrasts(page)).filter(({ ratio, needed }) => ratio < needed)).toEqual([]);

    const shapes = await arc(page).evaluate((svg) => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const luminance = (colour: string): number => {
        if (!canvas) throw new Error("no canvas to read colours with");
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = luminance(getComputedStyle(document.body).backgroundColor);
      const contrast = (colour: string): number => {
        const own = luminance(colour);
        return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
      };
      return [...svg.querySelectorAll(".mark, .edge, .band .line, .foot, .end .glyph")].map((shape) => {
        const { stroke, fill } = getComputedStyle(shape);
        return { shape: shape.getAttribute("class") ?? "", contrast: Math.max(...[stroke, fill].filter((paint) => paint !== "none").map(contrast)) };
      });
    });
    expect(shapes.length).toBeGreaterThan(15);
    expect(shapes.filter((shape) => shape.contrast < 3)).toEqual([]);
    await close();
  });
});

it("are the visitor's own, in the drawings too: no colour of the page is left", async () => {
  const { page, close } = await openPage(browser, await siteOf("thirty-years"), { forcedColors: "active" });
  const foreign = await page.evaluate(() => {
    const probe = document.createElement("i");
    document.body.append(probe);
    const own = new Set(["Canvas", "CanvasText", "GrayText", "LinkText", "VisitedText", "ButtonText", "ButtonFace", "ButtonBorder", "Highlight", "HighlightText", "Field", "FieldText"].map((name) => {
      probe.setAttribute("hidden", "");
      probe.style.color = name;
      return getComputedStyle(probe).color;
    }));
    probe.remove();
    // What is see-through shows what is under it.
    const opaque = (paint: string): boolean => paint !== "none" && !paint.startsWith("url") && !/rgba\(.*, 0\)$/.test(paint);
    return [...document.querySelectorAll("main svg :is(path, circle, rect, line, text, tspan)")].flatMap((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].filter((paint) => opaque(paint) && !own.has(paint)).map((paint) => `${shape.tagName}.${shape.getAttribute("class") ?? ""} in ${shape.parentElement?.getAttribute("class") ?? ""}: ${paint}`);
    });
  });
  expect([...new Set(foreign)]).toEqual([]);
  await close();
});

it("tell a chip that is on, a mark that does not match, and the selected mark from the others", async () => {
  const { page, close } = await openPage(browser, new URL("?domain=payments&at=user-cache", await siteOf("career")).href, { forcedColors: "active" });
  await settled(page);
  const look = (which: "on" | "off"): Promise<string> => chips(page).nth(which === "on" ? 0 : 1).evaluate((button) => {
    const { color, backgroundColor } = getComputedStyle(button);
    return `${color} on ${backgroundColor}`;
  });
  await expect.poll(() => chip(page, "Payments").getAttribute("aria-pressed")).toBe("true");
  expect(await look("on")).not.toBe(await look("off"));
  const paints = await nodes(page).evaluateAll((all) => all.map((mark) => ({ id: mark.getAttribute("data-item"), mark: getComputedStyle(mark.querySelector(".mark") ?? mark).stroke })));
  const of = (id: string) => paints.find((each) => each.id === id);
  expect(of("payment-interface")?.mark).not.toBe(of("order-flow")?.mark);
  expect((await node(page, "user-cache").evaluate(ringAround)).width).toBeGreaterThanOrEqual(2);
  expect((await node(page, "order-flow").evaluate(ringAround)).width).toBe(0);
  await close();
});

it("show the focus on every stop", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"), { forcedColors: "active", colorScheme: "dark" });
  const stops = await tabThrough(page);
  expect(stops.length).toBeGreaterThan(10);
  expect(stops.filter(({ ring, ringContrast }) => ring < 2 || ringContrast < 3)).toEqual([]);
  await close();
});
