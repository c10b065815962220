/** Where the published site is, as the page that is open knows it. */
export interface PublishedSite {
  /** The site's folder, absolute, ending in "/". */
  readonly url: string;
  /** "index.html" on a host that was asked for the page by that name, since not every host finds it by itself; else "". */
  readonly index: string;
}

/**
 * @param folder of the site, absolute
 * @param pathname of the page that is open
 */
export function findPublishedSite(folder: string, pathname: string): PublishedSite {
  return { url: folder, index: pathname.endsWith("/index.html") ? "index.html" : "" };
}

/** Nobody else can open it: a file, or a server on this machine. */
export function isOfThisMachine(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "file:" || /^(?:localhost|.+\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1\])$/.test(hostname);
}

export type TypedAddress = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly message: string };

/**
 * The address of a site as somebody types or pastes it: of its folder, or of the page in it.
 * @returns the folder, ending in "/"
 */
export function parseSiteAddress(text: string): TypedAddress {
  const typed = text.trim();
  let url: URL;
  try {
    // "example.org:8080" has no scheme, but a port.
    url = new URL(/^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`);
  } catch {
    return { ok: false, message: "This is no web address. One looks like https://example.org/career/." };
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return { ok: false, message: `An address that begins with ${url.protocol} cannot be embedded: use https or http.` };
  if (url.username !== "" || url.password !== "") return { ok: false, message: "Leave out the name and password: everybody could read them." };
  const folder = url.pathname.replace(/\/[^/]*\.html?$/i, "/").replace(/\/?$/, "/");
  return { ok: true, url: url.origin + folder };
}
