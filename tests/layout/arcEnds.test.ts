import { describe, expect, it } from "vitest";
import { endsRoom, placeEnds, END_GAP, type EndCounts, type PlacedEndLabel, type PlacedEnds } from "../../src/layout/arcEnds.js";
import { createArcFrame } from "../../src/layout/arcFrame.js";
import type { Career } from "../../src/model/career.js";
import { careerOf } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

const FRAME = createArcFrame({ width: 1280, height: 600, form: "wide" }, { lanes: 1, dense: false, below: false });

/** Each achievement as the list of its domains. */
const career = (...domains: string[][]): Career => careerOf(
  [makeRole({ achievements: domains.map((ids, i) => makeAchievement({ id: `w${i}`, domains: ids })) })],
  { domains: [["a", "Payments"], ["b", "Scaling"], ["c", "Rückzahlungsanforderungsbearbeitung"], ["d", "Machine learning for settlement"]].map(([id = "", label = ""]) => ({ id, label })) },
);

/** Bands stacked at the right end, each so many px thick. */
interface Asked {
  readonly matches?: ReadonlySet<string> | null;
  readonly room?: number;
  readonly frame?: typeof FRAME;
  /** Share of each band that matches. */
  readonly matched?: number;
  readonly counts?: EndCounts;
}

function placed(of: Career, thickness: readonly (readonly [string, number])[], { matches = null, room = 132, frame = FRAME, matched = 1, counts }: Asked = {}): PlacedEnds {
  let foot = frame.plot.y1;
  const bands = thickness.map(([domainId, px], slot) => {
    const y0 = foot;
    foot -= px;
    return { domainId, slot, y0: [frame.plot.y1, y0], y1: [frame.plot.y1, foot], yMatched: [frame.plot.y1, y0 - px * matched] };
  });
  return placeEnds(of, bands, frame.width - room, frame, matches, counts);
}

const ends = (...asked: Parameters<typeof placed>): readonly PlacedEndLabel[] => placed(...asked).placed;

describe("placeEnds", () => {
  it("stands beside its band's middle where there is room", () => {
    const [label] = ends(career(["a"]), [["a", 100]]);
    expect(label).toMatchObject({ domainId: "a", slot: 0, shape: "circle", lines: ["Payments"], note: "1", noteLine: 0, x: FRAME.width - 132 + END_GAP });
    expect([label?.y, label?.anchorY]).toEqual([FRAME.plot.y1 - 50, FRAME.plot.y1 - 50]);
  });

  it("is pushed 19 px from the next, in the order of the bands", () => {
    const labels = ends(career(["a"], ["b"]), [["a", 4], ["b", 4]]);
    expect(labels.map(({ domainId }) => domainId)).toEqual(["b", "a"]);
    expect((labels[1]?.y ?? 0) - (labels[0]?.y ?? 0)).toBe(19);
  });

  it("says how many are drawn in a field's colour, and how many more name it", () => {
    const notes = ends(career(["a"], ["b", "a"], ["a", "b"]), [["a", 90], ["b", 60]], { room: 220 }).map(({ lines, note }) => `${lines.join(" ")} ${note}`);
    expect(notes).toEqual(["Scaling 1 + 1 elsewhere", "Payments 2 + 1 elsewhere"]);
  });

  it("takes another line for the note, and for names of several words", () => {
    const [label] = ends(career(["a"], ["b", "a"]), [["a", 90]]);
    expect([label?.lines, label?.note, label?.noteLine]).toEqual([["Payments"], "1 + 1 elsewhere", 1]);
    const [long] = ends(career(["d"]), [["d", 90]]);
    expect(long?.lines.length).toBeGreaterThan(1);
    expect(long?.lines.join(" ")).toBe("Machine learning for settlement");
  });

  it("says both counts without a word where the longer note fits no line", () => {
    const [label] = ends(career(["a"], ["b", "a"]), [["a", 90]], { room: 100 });
    expect(label?.note).toBe("1 + 1");
  });

  it("says that no field is named where none is", () => expect(ends(career([]), [["", 90]])[0]?.lines.join(" ")).toBe("No field named"));

  it("says whether any achievement that its band counts matches", () => {
    const labels = ends(career(["a"], ["b", "a"]), [["a", 90], ["b", 90]], { matches: new Set(["w1"]) });
    expect(labels.map(({ domainId, matched }) => [domainId, matched])).toEqual([["b", true], ["a", false]]);
  });

  it("under a filter says how many of how many, beside what matches", () => {
    const [label] = ends(career(["a"], ["a"], ["a", "b"]), [["a", 90]], { matches: new Set(["w1"]), matched: 1 / 3 });
    expect(label).toMatchObject({ lines: ["Payments"], note: "1 of 3", matched: true });
    expect([label?.y, label?.anchorY]).toEqual([FRAME.plot.y1 - 15, FRAME.plot.y1 - 15]);
  });

  it("stays at the whole band where nothing of it matches", () => {
    const [label] = ends(career(["a"], ["a"]), [["a", 90]], { matches: new Set(), matched: 0 });
    expect(label).toMatchObject({ note: "0 of 2", matched: false, anchorY: FRAME.plot.y1 - 45 });
  });

  it("gives each name the lines it needs and no more: a long one does not take the others' room", () => {
    const frame = { ...FRAME, plot: { ...FRAME.plot, y0: FRAME.plot.y1 - 140 } };
    const { placed: labels, dropped } = placed(career(["d"], ["a"], ["b"], ["c"]), [["d", 40], ["a", 30], ["b", 30]], { frame, room: 100 });
    expect([labels.map(({ domainId, lines }) => [domainId, lines.length]), dropped]).toEqual([[["b", 1], ["a", 1], ["d", 5]], []]);
    labels.slice(1).forEach((label, i) => expect(label.y - (labels[i]?.y ?? 0)).toBeGreaterThanOrEqual(19 - 1e-9));
  });

  it("names no band of a part that has no height at its end, whether it matches or not, and nothing as matching that cannot be seen", () => {
    const of: EndCounts["of"] = () => ({ count: 1, matched: 1 });
    const seen = (asked: Asked): readonly (readonly [string, boolean])[] => ends(career(["a"], ["b"], ["d"]), [["a", 90], ["b", 0], ["d", 0.4]], asked).map(({ domainId, matched }) => [domainId, matched]);
    expect(seen({ counts: { of, said: false } })).toEqual([["a", true]]);
    expect(seen({ counts: { of, said: false }, matches: new Set(["w0", "w1"]) })).toEqual([["a", true]]);
    expect(seen({ counts: { of, said: false }, matches: new Set(["w0", "w1"]), matched: 0 })).toEqual([["a", false]]);
    // Of the whole, each is named: its note says how many there are.
    expect(seen({ counts: { of, said: true } })).toHaveLength(3);
    expect(seen({})).toHaveLength(3);
  });

  it("reports what finds no room", () => {
    const frame = { ...FRAME, plot: { ...FRAME.plot, y0: FRAME.plot.y1 - 36 } };
    expect(placed(career(["a"], ["a"], ["b"], ["d"]), [["a", 10], ["b", 10], ["d", 10]], { frame }).dropped).toEqual(["d"]);
  });
});

describe("endsRoom", () => {
  const named = (...labels: string[]): Career => careerOf([makeRole({ achievements: labels.map((_, i) => makeAchievement({ id: `w${i}`, domains: [`f${i}`] })) })], { domains: labels.map((label, i) => ({ id: `f${i}`, label })) });

  it("is what the names need, and less where they are short", () => {
    expect(endsRoom(named("Ads", "Go"), 640, 1)).toBeLessThan(90);
    expect(endsRoom(named("Ads", "Compliance"), 640, 1)).toBeGreaterThan(endsRoom(named("Ads", "Go"), 640, 1));
    expect(endsRoom(named("Compliance"), 640, 1.3)).toBeGreaterThan(endsRoom(named("Compliance"), 640, 1));
  });

  it("keeps whole the longest word of names that go on two lines, and leaves most of the drawing to the plot", () => {
    const wordy = named("Machine learning for the settlement of international payments", "Responsibilities");
    for (const width of [520, 640, 900]) for (const widthFactor of [0.9, 1, 1.3]) {
      const names = endsRoom(wordy, width, widthFactor);
      expect(names).toBeLessThan(width * 0.42);
      const frame = createArcFrame({ width, height: 340, form: "embed", widthFactor, names }, { lanes: 1, dense: false, below: false });
      const bands = wordy.domains.map(({ id }, slot) => ({ domainId: id, slot, y0: [200 - 90 * slot], yMatched: [110 - 90 * slot], y1: [110 - 90 * slot] }));
      const found = placeEnds(wordy, bands, frame.plot.x1, frame, null);
      expect(found.dropped).toEqual([]);
      expect(found.placed.map(({ lines }) => lines.join(" ")).sort()).toEqual(wordy.domains.map(({ label }) => label).sort());
    }
  });

  it("is none where no achievement has a field", () => {
    expect(endsRoom(careerOf([makeRole({ achievements: [makeAchievement({ domains: [] })] })]), 640, 1)).toBe(0);
  });
});
