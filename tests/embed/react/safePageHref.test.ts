import { describe, expect, it } from "vitest";
import { safePageHref } from "../../../src/embed/react/safePageHref.js";

describe("safePageHref", () => {
  it.each(["https://example.org/cv/", "http://localhost/", "/cv/", "../cv/", "cv?x=1", "//example.org/"])("takes %s as it is", (href) => expect(safePageHref(href)).toBe(href));
  it.each(["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "blob:https://example.org/x", "file:///etc", "https://", "", null, undefined])("takes no %s", (href) => expect(safePageHref(href)).toBeNull());
});
