import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ShareBar } from "../../src/charts/ShareBar.js";

describe("ShareBar", () => {
  it.each([[0, "0%"], [0.651, "65.1%"], [1, "100%"]])("draws %d of the whole bar as %s", (share, width) => {
    expect([...renderToStaticMarkup(<ShareBar share={share} />).matchAll(/<rect[^>]* width="([^"]+)"/g)].map((match) => match[1])).toEqual(["100%", width]);
  });
});
