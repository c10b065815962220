/**
 * An embed's state in its host's address, as `me.domain=payments&me.at=live-event`: each of the embed's parameters with
 * the embed's name before it. Names have no dot in them, so one name never begins another's parameter.
 */

/** Lower case letters, digits and hyphens. */
const NAME = /^[a-z0-9-]+$/;

/**
 * Writes an embed's query into its host's. What others have there stays as it is, in its order; the embed's parameters take
 * the place that they had, else the end. An empty query takes them out. A name that is none changes nothing.
 *
 * @param search the host's, "" or "?…"
 * @param query the embed's, likewise
 */
export const mirrorQuery = (search: string, name: string, query: string): string => {
  if (!NAME.test(name)) return search;
  const own = piecesOf(query).map((piece) => `${name}.${piece}`);
  // The first of ours makes room for all that are new, the others for none.
  const pieces = piecesOf(search).flatMap((piece) => (piece.startsWith(`${name}.`) ? own.splice(0) : piece));
  return join([...pieces, ...own]);
};

/** The embed's query in its host's; "" where there is none. Undoes `mirrorQuery`. */
export const readMirrored = (search: string, name: string): string =>
  NAME.test(name) ? join(piecesOf(search).flatMap((piece) => (piece.startsWith(`${name}.`) ? piece.slice(name.length + 1) : []))) : "";

/**
 * What of an embed's state is worth a place in the host's address: nothing, while it is as its owner set it up. `v=1` says
 * "the default view" where the owner set up another: an empty query could not.
 *
 * @param query the state now
 * @param own the state that the embed starts in, written by the same codec
 */
export const queryToMirror = (query: string, own: string): string => (query === own ? "" : query || "?v=1");

const piecesOf = (search: string): string[] => (search.length > 1 ? search.slice(1).split("&") : []);

const join = (pieces: readonly string[]): string => (pieces.length > 0 ? `?${pieces.join("&")}` : "");
