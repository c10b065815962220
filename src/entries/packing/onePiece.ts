import type { Plugin } from "vite";

const PIECE = /[?&]piece=(\w+)$/;

/**
 * Each script that is fetched late has a copy of its own of all that is late, and imports nothing but what came first.
 *
 *     PageBelow ──▶ metricChart ◀── DetailsPanel      else: a third script, in which both fail for ever once it is lost,
 *                                                     since a browser never again fetches a module under its address
 *     PageBelow + metricChart    DetailsPanel + metricChart
 *
 * A copy has state of its own: what two late scripts share as state has to come first.
 *
 * @param late what is not in the first script, by file
 */
export function onePiece(late: RegExp): Plugin {
  return {
    name: "career-timeline:one-piece",
    apply: "build",
    enforce: "pre",
    async resolveId(specifier, importer, options) {
      const begins = options.kind === "dynamic-import";
      const within = PIECE.exec(importer ?? "")?.[1];
      if (!importer || (!begins && within === undefined)) return null;
      const found = await this.resolve(specifier, importer.replace(PIECE, ""), { ...options, skipSelf: true });
      // A style sheet is asked for beside its scripts, never by them; twice it would undo what was said after it.
      if (!found || found.external || found.id.endsWith(".css") || !late.test(found.id)) return found;
      const piece = begins ? found.id.replace(/^.*\/|\..*$/g, "") : within;
      return { ...found, id: `${found.id}${found.id.includes("?") ? "&" : "?"}piece=${piece}` };
    },
  };
}
