/** Where a page stands in its published site. */
export interface SitePage {
  /** Slug of the named view that the page is made for: its address alone shows that view. null = the root page. */
  readonly view: string | null;
  /** From the page's folder to the site's: "./", or "../../" on a view's page. */
  readonly root: string;
}

export const ROOT_PAGE: SitePage = { view: null, root: "./" };

/** From a site's folder to that of the page of a named view, as a link says it. */
export const viewPath = (slug: string): string => `view/${encodeURIComponent(slug)}/`;

/**
 * The paths of one site: `/cv/` and `/cv/view/payments/`. A page that was asked for by its file name is left to another
 * one by its file name, since not every host looks for `index.html` by itself.
 * @param pathname where the page was loaded from
 * @returns the path of a view's page by its slug; of the root page for null
 */
export function createSitePaths(pathname: string, { view, root }: SitePage): (slug: string | null) => string {
  const file = pathname.slice(pathname.lastIndexOf("/") + 1);
  const folder = new URL(root, `https://site.invalid${pathname}`).pathname;
  return (slug) => (slug === view ? pathname : `${folder}${slug === null ? "" : viewPath(slug)}${file}`);
}
