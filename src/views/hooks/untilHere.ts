const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Fetches a piece of the page's own code for as long as it takes: it never rejects, so what was sent without it stays.
 * Waits longer each time, and not at all once the line is back.
 *
 * @param failed called each time it did not come
 */
export async function untilHere<Module>(load: () => Promise<Module>, failed?: () => void): Promise<Module> {
  for (let tries = 0; ; tries++) {
    try {
      return await load();
    } catch (error) {
      console.error(error);
      failed?.();
      await new Promise<unknown>((again) => {
        const on = (): void => {
          removeEventListener("online", on);
          again(null);
        };
        setTimeout(on, Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS));
        addEventListener("online", on);
      });
      // Chromium never again fetches a module that failed under its address, which it names; another one it does. Only scripts of our own host.
      const [address] = /http[^?\s]+\.js/.exec(String(error)) ?? [];
      if (address?.startsWith(location.origin + "/")) load = () => import(/* @vite-ignore */ `${address}?${tries}`) as Promise<Module>;
    }
  }
}
