import { activitySteps, type Activity } from "../../model/activity.js";
import type { Career } from "../../model/career.js";

/** Longest that it goes on without a pause, and longest that it waits for a quiet moment. */
const SPELL_MS = 8;
const QUIET_MS = 200;

const read = new WeakMap<Career, Promise<Activity | null>>();

const quiet = (): Promise<unknown> => new Promise<unknown>((then) => (typeof requestIdleCallback === "function" ? requestIdleCallback(then, { timeout: QUIET_MS }) : setTimeout(then)));

/** The career's counts, read once, little by little and only while the page has nothing better to do. */
export function readActivity(career: Career): Promise<Activity | null> {
  const known = read.get(career) ?? readSlowly(career);
  read.set(career, known);
  return known;
}

async function readSlowly(career: Career): Promise<Activity | null> {
  const steps = activitySteps(career);
  for (;;) {
    await quiet();
    const until = performance.now() + SPELL_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
  }
}
