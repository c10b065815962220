import type { Mark, Paint, PathMark, Picture, Run, Stroke, TextMark } from "../../../src/app/export/picture.js";

export const INK: Paint = { colour: "#16191d", opacity: 1 };
export const STROKE: Stroke = { ...INK, width: 2, dash: [], cap: "butt", join: "miter" };
export const makeRun = (text: string, more: Partial<Run> = {}): Run => ({ text, gap: 0, size: 15, weight: 420, tracking: 0, fill: INK, ...more });
export const makeText = (text: string, more: Partial<TextMark> = {}): TextMark => ({ kind: "text", x: 10, y: 20, anchor: "start", runs: [makeRun(text)], halo: null, ...more });
export const makePath = (more: Partial<PathMark> = {}): PathMark => ({ kind: "path", d: "M0,0H10", x: 0, y: 0, fill: null, stroke: null, clip: null, ...more });
export const makePicture = (marks: readonly Mark[], more: Partial<Picture> = {}): Picture => ({ width: 1200, height: 700, ground: "#faf7f0", fontFamily: "sans-serif", title: "A title", description: "All of it.", marks, ...more });
