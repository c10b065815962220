import { FLOOR, OURS } from "../subjects.js";
import { findRow, type Measure, NOT_RUN, ratioTo, type Results, type Row } from "./results.js";
import { formatRatio } from "./report.js";

/*
 *            20 events    1,000       10,000      100,000
 *   ours     |--o 1.2×    |--o        |--o        |---o
 *   echarts  |-----o 4×   |-----o     |------o    did not finish
 *            1×   10×  100×
 *
 * Rows are subjects, columns are sizes, a block is a measure; x is how many times the floor's, on a logarithmic scale.
 */

const BLOCKS: readonly { readonly measure: Measure; readonly title: string }[] = [
  { measure: "complete", title: "From navigation to the complete picture" },
  { measure: "zoomWork", title: "Main-thread work of one zoom step" },
];

const TITLE = "Time taken, as a multiple of a bare canvas’s";
const WIDTH = 880;
const NAMES = 168;
const COLUMN_GAP = 28;
const ROW = 24;
const TOP = 56;
const BLOCK_HEAD = 56;
const BLOCK_GAP = 28;
/** Room at a column's end for the text beside its last dot. */
const LABEL = 48;
/** Of "1,000×" with a gap. */
const TICK_ROOM = 48;

const STYLE = `
.bg{fill:#faf7f0}text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#3d444d;stroke:#faf7f0;stroke-width:4px;stroke-linejoin:round;paint-order:stroke}.h{font-weight:650;font-size:15px;fill:#16191d}.t{font-weight:660;font-size:19px;fill:#16191d}
.own{font-weight:650;fill:#16191d}.mute{fill:#5e656e;font-size:12px}.rule{stroke:#dad4c7}.stem{stroke:#8a8678}.dot{fill:#5e656e}.dot.own{fill:#c93200}
@media(prefers-color-scheme:dark){.bg{fill:#111418}text{fill:#cbced2;stroke:#111418}.h,.t,.own{fill:#f2f0ea}.mute{fill:#9ba2ab}.rule{stroke:#313740}.stem{stroke:#6f7782}.dot{fill:#9ba2ab}.dot.own{fill:#f05c3e}}`;

const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const text = (x: number, y: number, words: string, kind = "", anchor = "start"): string => `<text x="${px(x)}" y="${px(y)}"${kind ? ` class="${kind}"` : ""}${anchor === "start" ? "" : ` text-anchor="${anchor}"`}>${escapeXml(words)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string => `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${kind}"/>`;
const px = (value: number): string => String(Math.round(value * 10) / 10);

/** results.svg: the plain run's ratios to the floor. Text is text; it follows the reader's light or dark. */
export function chartSvg(results: Results): string {
  const throttle = Math.min(...results.throttles);
  const shown = results.subjects.filter(({ name }) => name !== FLOOR);
  const order = [...shown].sort((a, b) => rank(results, a.name, throttle) - rank(results, b.name, throttle));
  const blockHeight = BLOCK_HEAD + order.length * ROW + 20;
  const height = TOP + BLOCKS.length * blockHeight + (BLOCKS.length - 1) * BLOCK_GAP + 16;
  const description = `${BLOCKS.map(({ title }) => title).join("; ")}: how many times that of a bare canvas, for ${order.map(({ label }) => label).join(", ")}, at ${results.sizes.map(withCommas).join(", ")} events.`;
  const body = BLOCKS.map((block, at) => blockSvg(results, order, block, throttle, TOP + at * (blockHeight + BLOCK_GAP)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${px(height)}" viewBox="0 0 ${WIDTH} ${px(height)}" role="img" aria-labelledby="title description">`
    + `<title id="title">${TITLE}</title><desc id="description">${escapeXml(description)}</desc><style>${STYLE}</style><rect class="bg" width="100%" height="100%"/>`
    + text(16, 32, TITLE, "t") + body.join("") + "</svg>\n";
}

function blockSvg(results: Results, order: Results["subjects"], { measure, title }: (typeof BLOCKS)[number], throttle: number, top: number): string {
  const { sizes, rows } = results;
  const ratioOf = (name: string, size: number): number | null => ratioTo(findRow(rows, FLOOR, size, throttle), findRow(rows, name, size, throttle), measure);
  const ratios = order.flatMap(({ name }) => sizes.map((size) => ratioOf(name, size))).filter((ratio) => ratio !== null);
  // From the least, or 1, to the greatest; never less than a power of ten.
  const low = Math.log10(Math.min(1, ...ratios));
  const high = Math.max(low + 1, Math.log10(Math.max(1, ...ratios)));
  const column = (WIDTH - NAMES - 16 - COLUMN_GAP * (sizes.length - 1)) / sizes.length;
  const place = (ratio: number): number => ((Math.log10(ratio) - low) / (high - low)) * (column - LABEL);
  const bottom = top + BLOCK_HEAD + order.length * ROW;

  const names = order.map(({ label, name }, at) => text(16, top + BLOCK_HEAD + at * ROW + 16, label, name === OURS ? "own" : ""));
  const columns = sizes.map((size, index) => {
    const left = NAMES + index * (column + COLUMN_GAP);
    const powers = Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, at) => Math.ceil(low) + at);
    const ticks = powers.map((power) => 10 ** power);
    const grid = ticks.map((tick) => line(left + place(tick), top + BLOCK_HEAD - 6, left + place(tick), bottom, tick === 1 ? "stem" : "rule"));
    // As many as do not touch, 1 among them.
    const every = Math.ceil(TICK_ROOM / ((column - LABEL) / (high - low)));
    const scale = powers.filter((power) => power % every === 0).map((power) => text(left + place(10 ** power), bottom + 16, `${withCommas(10 ** power)}×`, "mute", "middle"));
    const marks = order.map(({ name }, at) => {
      const y = top + BLOCK_HEAD + at * ROW + 12;
      const ratio = ratioOf(name, size);
      if (ratio === null) return text(left + place(1) + 4, y + 4, absence(findRow(rows, name, size, throttle)), "mute");
      const x = left + place(ratio);
      const own = name === OURS ? " own" : "";
      return line(left + place(1), y, x, y, "stem") + `<circle cx="${px(x)}" cy="${px(y)}" r="4.5" class="dot${own}"/>` + text(Math.max(x, left + place(1)) + 9, y + 4.5, formatRatio(ratio), own.trim());
    });
    return [text(left, top + 40, `${withCommas(size)} events`, "mute"), ...grid, ...scale, ...marks].join("");
  });
  return text(16, top + 16, title, "h") + names.join("") + columns.join("");
}

const absence = (row: Row | undefined): string => (row?.stopped && !row.stopped.startsWith(NOT_RUN) ? "did not finish" : "not run");

/** Ours first; then by zoom work at the largest size that was finished, those that finish more before those that finish less. */
function rank({ rows, sizes }: Results, name: string, throttle: number): number {
  if (name === OURS) return -Infinity;
  const known = sizes.map((size) => ratioTo(findRow(rows, FLOOR, size, throttle), findRow(rows, name, size, throttle), "zoomWork"));
  const finished = known.filter((ratio) => ratio !== null);
  const logs = finished.reduce((sum, ratio) => sum + Math.log10(ratio), 0) / Math.max(1, finished.length);
  return (sizes.length - finished.length) * 100 + logs;
}

const withCommas = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 3 });
