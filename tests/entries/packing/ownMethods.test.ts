import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withOwnMethods } from "../../../src/entries/packing/ownMethods.js";

describe("withOwnMethods", () => {
  it("asks no document by a name that a form could have", () => {
    const code = withOwnMethods(readFileSync("node_modules/preact/dist/preact.mjs", "utf8"));
    expect(code.match(/Document\.prototype\.create\w+\.call\([\w,]+\)/g)?.map((each) => each.replace(/\(.*/, "")).sort()).toEqual(["Document.prototype.createElementNS.call", "Document.prototype.createTextNode.call"]);
    expect(code).not.toMatch(/\b\w+\.create(?:Element|ElementNS|TextNode)\(/);
  });

  it("says so where there is nothing that it knows", () => {
    expect(() => withOwnMethods("d.createElement(a)")).toThrow(/another way/);
    expect(() => withOwnMethods("d.createTextNode(a);e.createTextNode(b)")).toThrow(/TextNode,TextNode/);
  });
});
