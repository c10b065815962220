/**
 * An embed's state in its host's address, as `me.domain=payments&me.at=live-event`: each of the embed's parameters with
 * the embed's name before it. Names have no dot in them, so one name never begins another's parameter.
 */

import { TYPE } from "./frame/protocol.js";

/** Selects the frames that the host script is for. */
export const FRAMES = `iframe[data-${TYPE}]`;

/** Selects all embeds of a page that ask for a name. The first of them has it. @param name a LINK_NAME */
export const askingFor = (name: string): string => `${FRAMES}[data-link="${name}"],${TYPE}[link="${name}"]`;

/** An embed's name in its host's address: lower case letters, digits and hyphens. */
export const LINK_NAME = /^[a-z\d-]+$/;

/**
 * What an embed may say in its host's address: the codec's parameters, each value spelt as the codec spells it. In a frame
 * may be anybody, and the address is the host's: no other name comes into it, and no "#", blank, quote or second "=".
 */
const SAID = /^([?&](v|domain|skill|org|q|has|from|to|view|zoom|at|as|sort|theme)=[\w.~%+,-]*)*$/;

const piecesOf = (name: string): RegExp => RegExp(`(^.|&)${name}\\.([^&]*)`, "g");

/**
 * Writes an embed's query into its host's, after all else. What others have there stays as it is, in its order. An empty
 * query takes the embed's own out; one that no embed of ours says changes nothing.
 *
 * @param search the host's, "" or "?…"
 * @param name a LINK_NAME
 * @param query the embed's, "" or "?…"
 */
export const mirrorQuery = (search: string, name: string, query: string): string =>
  SAID.test(query) ? (search.replace(piecesOf(name), "") + query.replace(/[?&]/g, `&${name}.`)).replace(/^&/, "?") : search;

/** The embed's query in its host's, without the "?"; "" where there is none. Undoes `mirrorQuery`. @param name a LINK_NAME */
export const readMirrored = (search: string, name: string): string => [...search.matchAll(piecesOf(name))].map((found) => found[2]).join("&");

/**
 * What of an embed's state is worth a place in the host's address: nothing, while it is as its owner set it up. `v=1` says
 * "the default view" where the owner set up another: an empty query could not.
 *
 * @param query the state now
 * @param own the state that the embed starts in, written by the same codec
 */
export const queryToMirror = (query: string, own: string): string => (query === own ? "" : query || "?v=1");
