import { describe, expect, it } from "vitest";
import { buildCommand } from "../../src/cli/commands/build.js";
import { headersOf } from "../../src/prerender/siteHeaders.js";
import { readText } from "../support/sourceTree.js";

const text = readText("docs/deploy.md");

/** What the nginx of the notes sends with each kind of path. */
function nginx(): Map<string, Map<string, string>> {
  const [, config = ""] = /```nginx\n([^]*?)```/.exec(text) ?? [];
  return new Map([...config.matchAll(/location ([^{]+) \{([^}]*)\}/g)].map(([, place = "", body = ""]) => [
    place,
    new Map([...body.matchAll(/add_header (\S+) "([^"]*)" always;/g)].map(([, name = "", value = ""]): [string, string] => [name, value])),
  ]));
}

describe("the notes on nginx", () => {
  it.each([
    ["/", "card.png"], ["~ \\.html$", "index.html"], ["~ \\.html$", "404.html"], ["~ \\.html$", "view/payments/index.html"], ["^~ /embed/", "embed/index.html"], ["= /career.json", "career.json"], ["^~ /assets/", "assets/core-12345678.js"],
  ])("send with %s what the site's own rules ask for, as for %s", (place, path) => {
    const asked = new Map(headersOf(path));
    if (!asked.has("Cache-Control")) asked.set("Cache-Control", "no-cache");
    expect(nginx().get(place)).toEqual(asked);
  });
  it("have no place besides", () => {
    expect(nginx().size).toBe(5);
  });
});

it("name every option of build, and none besides", () => {
  const named = [...text.matchAll(/^\| `--([a-z-]+)` \|/gm)].map(([, name = ""]) => name);
  expect(named.sort()).toEqual(Object.keys(buildCommand.options).filter((name) => name !== "out").sort());
});
