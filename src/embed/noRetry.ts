/*
 * In the place of `views/hooks/untilHere` where a host loads us: there either all is in one file, or the host's own bundler
 * fetches what is late, and an import of an address that it cannot know is nothing it can pack.
 */

export const askingAgain = <Module>(load: () => Promise<Module>): (() => Promise<Module>) => load;

export const untilHere = <Module>(load: () => Promise<Module>, failed: (times: number) => void): Promise<Module> =>
  load().catch((error: unknown) => {
    console.error(error);
    failed(1);
    return new Promise<never>(() => undefined);
  });
