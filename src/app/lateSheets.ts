const asked = new Map<string, Promise<unknown>>();

/**
 * In the place of the bundler's own, under its name: fetches a late script when its style sheets are there. The bundler's leaves the link
 * of a lost one in the page and takes it for one that is there, so that it would never be asked for again.
 *
 * @param sheets relative to the module at `base`
 */
export const __vitePreload = async <Module>(load: () => Promise<Module>, sheets: readonly string[], base: string): Promise<Module> => {
  await Promise.all(sheets.map((sheet) => {
    const { href } = new URL(sheet, base);
    const coming = asked.get(href) ?? new Promise<unknown>((here, lost) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      link.addEventListener("load", here);
      link.addEventListener("error", () => {
        link.remove();
        asked.delete(href);
        lost(new Error(`${href} did not load`));
      });
      document.head.append(link);
    });
    asked.set(href, coming);
    return coming;
  }));
  return load();
};
