const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30_000;
/** A line that has just come back may go again. */
const BACK_MS = 1000;

/**
 * Each call fetches a piece of the page's own code, and really asks: Chromium never again fetches a module that failed under
 * its address, which it names; under another one it does. Only scripts of our own host. The piece has to import nothing
 * that may have failed in its place; `packing/onePiece` sees to that.
 */
export function askingAgain<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let tries = 0;
  return async () => {
    try {
      return await load();
    } catch (error) {
      console.error(error);
      const [address] = /http[^?\s]+\.js(?![^?\s])/.exec(String(error)) ?? [];
      const next = `${address}?${tries++}`;
      if (address?.startsWith(location.origin + "/")) load = () => import(/* @vite-ignore */ next) as Promise<Module>;
      throw error;
    }
  };
}

/**
 * Fetches a piece of the page's own code for as long as it takes: it never rejects, so what was sent without it stays.
 * Waits longer each time, and but a second once the line is back.
 *
 * @param failed called each time it did not come, with how often that was
 */
export async function untilHere<Module>(load: () => Promise<Module>, failed?: (times: number) => void): Promise<Module> {
  const ask = askingAgain(load);
  for (let tries = 0; ; ) {
    try {
      return await ask();
    } catch {
      const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
      failed?.(++tries);
      await new Promise<void>((again) => {
        const go = (): void => {
          removeEventListener("online", soon);
          again();
        };
        let timer = setTimeout(go, wait);
        const soon = (): void => {
          clearTimeout(timer);
          timer = setTimeout(go, BACK_MS);
        };
        addEventListener("online", soon);
      });
    }
  }
}
