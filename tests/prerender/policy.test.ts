import { expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY, EMBED_POLICY } from "../../src/prerender/policy.js";

it("lets the page use its own files, and nobody else's", () => {
  expect(CONTENT_SECURITY_POLICY).toBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
});

it("lets the frame fetch nothing, and have no font of its own", () => {
  expect(EMBED_POLICY).toBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
});

it.each([CONTENT_SECURITY_POLICY, EMBED_POLICY])("lets both be framed: %s", (policy) => {
  expect(policy).not.toMatch(/frame-ancestors|sandbox/);
});
