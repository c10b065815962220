import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { toSafeUrl } from "../../src/model/links.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
vi.setConfig({ testTimeout: 5000 + RUNS.numRuns * 30 });

const SAFE = [
  "https://example.org", "http://example.org/", "HTTPS://EXAMPLE.ORG/A", "https://example.org:8443/a/b?c=d&e=f#g", "https://example.org?x", "https://example.org#x",
  "https://münchen.example/straße", "https://例え.テスト/パス", "https://192.0.2.1/", "https://[2001:db8::1]:80/", "https://sub_domain.example.org", "http://localhost:3000/x",
  "https://example.org/(a)'b'*!$,;=~", "https://example.org/%6a%61vascript:alert(1)", "https://example.org/a@b", "https://example.org/javascript:alert(1)",
  "mailto:a@example.org", "mailto:first.last+tag@example.org?subject=Hello%20you", "MAILTO:a@example.org",
];

const UNSAFE = [
  "", " ", "example.org", "www.example.org", "//example.org", "/path", "./x", "#x", "?x", "https:", "https:/", "https://", "https:///x", "http:example.org", "https:\\\\example.org",
  "https://\\example.org", "https://example.org\\@evil.example",
  "javascript:alert(1)", "JavaScript:alert(1)", "  javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "java\u0000script:alert(1)", "\u0001javascript:alert(1)",
  "javascript://example.org/%0aalert(1)", "javascript:/*https://example.org*/alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "%6a%61vascript:alert(1)",
  "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:image/svg+xml;base64,AAAA", "DATA:,x", "blob:https://example.org/1", "filesystem:https://example.org/x",
  "file:///etc/passwd", "ftp://example.org", "ws://example.org", "wss://example.org", "tel:+123", "sms:+123", "about:blank", "view-source:https://example.org", "chrome://settings",
  "intent://x#Intent;end", "jar:https://example.org!/x", "feed:https://example.org", "steam://run/1", "ms-word:ofe|u|https://example.org", "url(https://example.org)", "httpsx://example.org",
  "https://user@example.org", "https://user:pass@example.org", "https://bank.example%40evil.example", "https://example.org/a b", "https://example.org/\u202egnp.exe",
  "https://exam\u200bple.org", "https://exam\u00adple.org", "https://example.org/\u0007x", "https://example.org/<b>", 'https://example.org/"onmouseover="x',
  "https://example.org/\ud800", "https://[::1", "https://[javascript]/", "https://example.org:123456/", "https://example.org:port/", "https://?x", "https://#x",
  "mailto:", "mailto:nobody", "mailto:a@b@c", "mailto:?subject=x", "mailto:a@b\r\nBcc:c@d", "ｈttps://example.org", "http\u017f://example.org", "https：//example.org", "https://exa mple.org",
];

describe("toSafeUrl", () => {
  it.each(SAFE)("lets %j through as it is", (url) => expect(toSafeUrl(url)).toBe(url));
  it.each(UNSAFE)("stops %j", (url) => expect(toSafeUrl(url)).toBeNull());
  it("takes blanks away around an address, line ends included", () => expect(toSafeUrl("\n https://example.org/ \t")).toBe("https://example.org/"));

  it("gives nothing a browser would read as another scheme, and nothing with a user part", () => {
    const arbUrlish = fc.tuple(fc.constantFrom("", " ", "\u0001", "\t"), fc.constantFrom(...SAFE, ...UNSAFE), fc.nat(), fc.string({ maxLength: 3, unit: "binary" }))
      .map(([before, url, at, piece]) => before + url.slice(0, at % (url.length + 1)) + piece + url.slice(at % (url.length + 1)));
    fc.assert(fc.property(fc.oneof(arbUrlish, fc.string(), fc.webUrl()), (text) => {
      const url = toSafeUrl(text);
      if (url === null || !URL.canParse(url, "https://host.example")) return;
      const read = new URL(url, "https://host.example");
      expect(["http:", "https:", "mailto:"]).toContain(read.protocol);
      expect(read.username + read.password).toBe("");
      if (read.protocol !== "mailto:") expect(read.host).not.toBe("host.example");
    }), { numRuns: RUNS.numRuns * 3 });
  });

  it("reads 100,000 hostile characters in linear time", () => {
    // Would hang on a pattern that backtracks.
    expect(toSafeUrl(`https://${"a.".repeat(50_000)}!`)).toBeNull();
    expect(toSafeUrl(`mailto:${"a".repeat(100_000)}`)).toBeNull();
  });
});
