import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, NodeResult } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface AxeFinding {
  readonly rule: string;
  readonly target: string;
  readonly why: string;
}

export interface AxeReport {
  readonly violations: readonly AxeFinding[];
  /** What axe cannot decide by itself. */
  readonly incomplete: readonly AxeFinding[];
  readonly passes: number;
}

/** Runs every rule of axe on the page as it stands. The debugger hands the source over, so the page's policy is no obstacle and stays in force. */
export async function runAxe(page: Page): Promise<AxeReport> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const { violations, incomplete, passes } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations', 'incomplete'] })");
  const findings = (results: AxeResults["violations"]): AxeFinding[] => results.flatMap(({ id, nodes }) => nodes.map((found) => ({ rule: id, target: found.target.join(" "), why: reasonsOf(found) })));
  return { violations: findings(violations), incomplete: findings(incomplete), passes: passes.length };
}

const reasonsOf = ({ any, all, none }: NodeResult): string => [...any, ...all, ...none].map(({ message }) => message).join(" ");
