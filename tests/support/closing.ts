import type { BrowserContext } from "playwright-core";

/**
 * Ends a visit whose requests a test holds back or answers. What the page asks for at the last moment is still on its way
 * through the test then, and would fail outside of any test: whoever is busy loses that race now and then.
 */
export async function closeContext(context: BrowserContext): Promise<void> {
  await Promise.all([context, ...context.pages()].map((routed) => routed.unrouteAll({ behavior: "ignoreErrors" })));
  await context.close();
}
