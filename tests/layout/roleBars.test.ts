import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArcFrame, type ArcForm, type ArcFrame } from "../../src/layout/arcFrame.js";
import { placeRoleBars, roleLanes, roleName, runsOf, type RoleBar, type RoleBars } from "../../src/layout/roleBars.js";
import { textWidth } from "../../src/layout/textWidth.js";
import { createTimeScale } from "../../src/layout/timeScale.js";
import { careerExtent } from "../../src/layout/timeDomain.js";
import type { Career } from "../../src/model/career.js";
import type { RoleDocument } from "../../src/model/document.js";
import { careerOf, firstCareer, RUNS, someAchievements } from "../support/careers.js";
import { makeRole } from "../support/document.js";
import { overlap, roleTextBox } from "./arcFaults.js";

interface Drawn {
  readonly bars: RoleBars;
  readonly frame: ArcFrame;
}

interface Asked {
  readonly width?: number;
  readonly form?: ArcForm;
  readonly dense?: boolean;
  readonly below?: boolean;
  readonly selected?: string | null;
}

function drawn(career: Career, { width = 1280, form = "wide", dense = false, below = false, selected = null }: Asked = {}): Drawn {
  const frame = createArcFrame({ width, height: 600, form }, { lanes: 1 + Math.max(0, ...roleLanes(career)), dense, below });
  const { toPx } = createTimeScale(careerExtent(career) ?? { from: 0, to: 1 }, frame.plot.x0, frame.plot.x1);
  return { frame, bars: placeRoleBars(career, frame, toPx, undefined, selected) };
}

const says = (bar: RoleBar | undefined): string[] => (bar?.texts ?? []).map(({ text, tone }) => `${tone} ${text}`);
const role = (id: string, start: string, end: string | null, more: Partial<RoleDocument> = {}): RoleDocument => makeRole({ id, start, end, organization: id, achievements: [], ...more });

describe("words in a bar", () => {
  it("are all there where there is room", () => {
    const { bars } = drawn(firstCareer).bars;
    expect(says(bars[0])).toEqual(["name Carousell", "note Mar 2022 – Oct 2025", "note 5 achievements", "title Lead Software Engineer, Backend"]);
  });

  it("give way whole: the count, then the dates, then the title, then the name leaves the bar", () => {
    const roles = [role("Acme", "2020", "2020", { title: "Software Engineer, Backend", achievements: someAchievements(3) }), role("Other", "2021", "2023")];
    const seen = Array.from({ length: 80 }, (_, i) => says(drawn(careerOf(roles), { width: 2400 - i * 26 }).bars.bars[0]).map((text) => text.replace(/^(\w+) \D*$/, "$1").replace(/^note 3.*/, "count").replace(/^note \d.*/, "dates")).join(" "));
    expect([...new Set(seen)]).toEqual(["name dates count title", "name dates title", "name dates", "name", "tight", "note", ""].filter((words) => seen.includes(words)));
    expect(new Set(seen).size).toBeGreaterThanOrEqual(5);
  });

  it("on a phone are name and years", () => expect(says(drawn(firstCareer, { width: 390, form: "narrow" }).bars.bars[0])).toEqual(["name Carousell", "note 2022–25"]));
  it("where it is crowded are name and title", () => expect(says(drawn(firstCareer, { dense: true }).bars.bars[0])).toEqual(["name Carousell", "title Lead Software Engineer, Backend"]));
  it("of a role without an organization are its title", () => {
    const { organization: _, ...own } = makeRole({ title: "Photographer" });
    expect(says(drawn(careerOf([own])).bars.bars[0])[0]).toBe("name Photographer");
    expect(roleName(careerOf([own]).roles[0] ?? (firstCareer.roles[0] as never))).toBe("Photographer");
  });

  it("of a break have no count", () => {
    const [bar] = drawn(careerOf([role("Leave", "2020", "2023", { kind: "break" })])).bars.bars;
    expect(bar?.isBreak).toBe(true);
    expect(says(bar).join()).not.toContain("achievement");
  });
});

describe("a promotion", () => {
  const career = careerOf([role("a", "2018-01", "2020-06", { organization: "Acme", title: "Engineer" }), role("b", "2020-07", "2023-12", { organization: "Acme", title: "Lead" }), role("c", "2024-06", "2026-01", { organization: "Acme", title: "Adviser" })]);
  it("says its title and not the name again; a return after a while says the name", () => {
    const { bars } = drawn(career).bars;
    expect(bars.map((bar) => says(bar)[0])).toEqual(["name Acme", "title Lead", "name Acme"]);
  });

  it("may hand over within a month", () => {
    const handed = careerOf([role("a", "2018-01", "2020-06", { organization: "Acme" }), role("b", "2020-06", "2023-12", { organization: "Acme", title: "Lead" })]);
    expect(roleLanes(handed)).toEqual([0, 0]);
    expect(says(drawn(handed).bars.bars[1])[0]).toBe("title Lead");
  });
});

describe("a bar too narrow for its name on one line", () => {
  /** One role among others, so long that its bar is this wide. */
  const barOf = (px: number, more: Partial<RoleDocument> = {}): { readonly bar: RoleBar | undefined; readonly said: string[] } => {
    const year = 1028 / 40;
    const career = careerOf([role("Northgate Robotics", "1986", String(1986 + Math.round(px / year) - 1), { title: "Engineer", ...more }), role("After", String(1986 + Math.round(px / year)), "2025")]);
    const [bar] = drawn(career, { dense: true }).bars.bars;
    return { bar, said: says(bar) };
  };

  it("has it on two lines, inside a bar of 34 px", () => {
    const { bar, said } = barOf(100);
    expect(said).toEqual(["tight Northgate", "tight Robotics"]);
    for (const text of bar?.texts ?? []) {
      const words = roleTextBox(text);
      expect(words.y0 >= (bar?.box.y0 ?? 0) + 3 && words.y1 <= (bar?.box.y1 ?? 0) && words.x0 - (bar?.box.x0 ?? 0) >= 5 && (bar?.box.x1 ?? 0) - words.x1 >= 5).toBe(true);
    }
  });

  it("tears no word, and takes no third line", () => {
    expect(barOf(52).said.join()).not.toContain("tight");
    expect(barOf(78, { organization: "North gate and South gate Robotics" }).said.join()).not.toContain("tight");
  });

  it("breaks Chinese between characters", () => expect(barOf(128, { organization: "臺北虛構文化出版基金會" }).said).toEqual(["tight 臺北虛構文化出版", "tight 基金會"]));

  it("is as tall as one without a second line", () => {
    const career = careerOf([role("Northgate Robotics", "2018", "2019"), role("B", "2020", "2035")]);
    expect(drawn(career).bars.twoLines).toBe(true);
    expect(drawn(careerOf([role("Northgate Robotics", "1986", "1988", { title: "A title that is longer than its bar" }), role("B", "1989", "2025", { title: "Long ".repeat(60) })])).bars.twoLines).toBe(false);
  });
});

describe("a run of promotions", () => {
  const run = (years: readonly (readonly [title: string, from: number, to: number])[], organization = "Northgate Robotics", around: readonly RoleDocument[] = [role("Before", "1990", "1999"), role("After", "2020", "2025")]): Career =>
    careerOf([...around, ...years.map(([title, from, to], i) => role(`p${i}`, String(from), String(to), { organization, title, achievements: someAchievements(1, {}, `w${i}`) }))]);
  const wordsOf = (career: Career, asked: Asked = {}): Record<string, string> => Object.fromEntries(drawn(career, asked).bars.bars.map((bar) => [bar.roleId, says(bar).join(", ")]));

  it("says its name in the first bar that can hold it, where the first one cannot", () => {
    const said = wordsOf(run([["Trainee", 2000, 2000], ["Director of everything and more", 2001, 2005], ["Engineer", 2006, 2019]]), { width: 900, form: "medium", dense: true });
    expect(said["p1"]).toBe("tight Northgate, tight Robotics");
    expect(said["p2"]).toContain("title Engineer");
  });

  it("says name and title where the bar has room for both", () => {
    const said = wordsOf(run([["Trainee", 2000, 2000], ["Engineer", 2001, 2019]]));
    expect(said["p1"]).toMatch(/^name Northgate Robotics.*title Engineer/);
  });

  it("is named once at most outside, and the bars that say nothing are reported", () => {
    const career = run([["Trainee of everything", 2000, 2000], ["Director of everything", 2001, 2001]], "A name far too long for any of these bars");
    const { bars: { bars, unnamed } } = drawn(career, { below: true });
    expect(bars.flatMap((bar) => says(bar)).filter((text) => text.includes("far too long"))).toHaveLength(1);
    expect(unnamed).toHaveLength(1);
  });

  it("is called by its name rather than by a title, where there is room for one alone", () => {
    const said = wordsOf(run([["A", 2000, 2000], ["Lead", 2001, 2005]], "Northgate Robotics", [role("Before", "1990", "1999"), role("After", "2006", "2035"), role("Under", "1990", "2035")]), { width: 1000, form: "medium", dense: true });
    expect(said["p1"]).toBe("tight Northgate, tight Robotics");
  });

  it("names the selected role before all others", () => {
    const career = run([["Engineer", 2000, 2009], ["Director of everything and more", 2010, 2014], ["Lead", 2015, 2019]]);
    expect(wordsOf(career, { width: 900, form: "medium", dense: true })["p1"]).toBe("");
    expect(wordsOf(career, { width: 900, form: "medium", dense: true, selected: "w1-0" })["p1"]).toBe("tight Northgate, tight Robotics");
  });
});

describe("whose title it is", () => {
  const LABELS = ["Ads", "Tern Valley Water", "Northgate Robotics", "A bottling company in the north of the county"] as const;
  const TITLES = ["Lead", "Director of Networks", "Engineer"] as const;
  const arbRoles = fc.array(fc.record({ label: fc.constantFrom(...LABELS), title: fc.constantFrom(...TITLES), months: fc.integer({ min: 1, max: 90 }), gap: fc.constantFrom(0, 0, 0, 5) }), { minLength: 1, maxLength: 9 });
  const careerIn = (roles: typeof arbRoles extends fc.Arbitrary<infer T> ? T : never, reversed: boolean): Career => {
    let month = 12 * 1995;
    const text = (at: number): string => `${Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, "0")}`;
    const made = roles.map(({ label, title, months, gap }, i) => {
      const start = month + gap;
      month = start + months;
      return role(`r${i}`, text(start), text(month - 1), { organization: label, title, achievements: someAchievements(1, {}, `w${i}`) });
    });
    return careerOf(reversed ? [...made].reverse() : made);
  };

  it("is said before it in the same run, and whoever has room in a bar is named", () => {
    let [titles, across] = [0, 0];
    fc.assert(fc.property(arbRoles, fc.boolean(), fc.integer({ min: 320, max: 1300 }), fc.constantFrom("narrow", "wide", "embed"), fc.boolean(), fc.nat(), (roles, reversed, width, form: ArcForm, below, pick) => {
      const career = careerIn(roles, reversed);
      const selected = pick % 3 === 0 ? (career.achievements[pick % career.achievements.length]?.id ?? null) : null;
      const { bars: { bars, unnamed }, frame } = drawn(career, { width, form, below, selected });
      for (const run of runsOf(career.roles)) {
        const label = career.roles[run[0] ?? 0]?.organization?.label ?? "";
        const words = run.map((index) => (bars[index]?.texts ?? []).map(({ text }) => text).join(" "));
        const room = run.some((index) => (bars[index]?.box.x1 ?? 0) - (bars[index]?.box.x0 ?? 0) - 10 >= textWidth(label, 13, 620) * frame.widthFactor);
        if (room) expect(words.some((said) => said.includes(label))).toBe(true);
        run.forEach((_, at) => {
          if (words[at] === "" || words[at]?.includes(label)) return;
          expect([words[at], words.slice(0, at).some((said) => said.includes(label))]).toEqual([words[at], true]);
          titles += 1;
        });
        if (run.some((index, at) => words[at] === "" && !unnamed.includes(bars[index]?.roleId ?? ""))) across += 1;
      }
    }), { numRuns: RUNS });
    expect([titles > 0, across > 0]).toEqual([true, true]);
  });

  it("is said across bars of which none has room for it, where together they have", () => {
    const said = (width: number): readonly string[] => {
      const roles = [role("Before", "1990", "2009"), role("a", "2010", "2014", { organization: "Tern Valley Water", title: "Manager" }), role("b", "2015", "2020", { organization: "Tern Valley Water", title: "Director of Networks" })];
      return drawn(careerOf(roles), { width, form: "narrow" }).bars.bars.map((bar) => says(bar).join());
    };
    expect(said(390)).toEqual(["name Before,note 1990–2009", "", "tight Tern Valley Water"]);
    expect(said(500)).toEqual(["name Before,note 1990–2009", "tight Tern Valley,tight Water", "title Director of,title Networks"]);
    expect(said(250).slice(1).join(" ")).not.toContain("Director");
  });
});

describe("a name without room in its bar", () => {
  const short = (more: Partial<RoleDocument> = {}, ...others: RoleDocument[]): Career =>
    careerOf([role("A long organization name", "2020-05-01", "2020-05-20", more), ...others, role("Before", "2010", "2012")]);

  it("stands beside it where that is free", () => {
    const { bars: { bars, unnamed } } = drawn(short({}, role("After", "2024", "2026")));
    expect(bars[0]?.texts).toMatchObject([{ tone: "note", anchor: "start" }]);
    expect([bars[0]?.tick, unnamed]).toEqual([null, []]);
  });

  it("stands under it, with a tick, where there is a row for it", () => {
    const career = short({}, role("After", "2020-05-21", "2026-01"));
    const { bars: { bars }, frame } = drawn(career, { below: true });
    expect(bars[0]?.texts).toMatchObject([{ anchor: "middle" }]);
    expect(bars[0]?.tick?.y0).toBe(bars[0]?.box.y1);
    expect(bars[0]?.texts[0]?.y).toBeLessThan(frame.axisBaseline - 10);
  });

  it("is reported where there is neither", () => {
    const { unnamed } = drawn(short({}, role("After", "2020-05-21", "2026-01"))).bars;
    expect(unnamed).toEqual(["A long organization name"]);
  });

  it("never stands under the bar of another role in a lower lane", () => {
    const career = careerOf([role("A long organization name", "2020-05-01", "2020-05-20"), role("Before", "2010", "2020-04"), role("After", "2020-06", "2026-01"), role("Lower", "2012", "2025")]);
    const { bars: { unnamed, bars } } = drawn(career, { below: true });
    expect([unnamed, bars[0]?.texts]).toEqual([["A long organization name"], []]);
  });

  it("does not stand all along another bar of its lane, as if it were that one's", () => {
    const name = "A name that is far longer than the bars beside it";
    const career = careerOf([role("A", "2018", "2019"), role(name, "2020-01", "2020-01"), role("B", "2020-02", "2021-12"), role("C", "2022", "2025"), role("Before", "1986", "2017")]);
    expect(drawn(career, { below: true }).bars.unnamed).toEqual([name]);
  });

  it("keeps clear of the open end of an ongoing role, its own and others'", () => {
    const [own] = drawn(careerOf([role("Just begun", "2026-11-10", null), role("Before", "1990", "1992")])).bars.bars;
    expect(own?.texts).toHaveLength(1);
    expect(own?.texts[0]?.x).toBeGreaterThanOrEqual((own?.box.x1 ?? Infinity) + 16);
    const { bars } = drawn(careerOf([role("Going on", "2020", null), role("B", "2026-11-20", null)], {}, Date.UTC(2026, 10, 22))).bars;
    for (const bar of bars) for (const text of bar.texts) for (const other of bars) {
      if (other === bar || !other.ongoing) continue;
      expect(overlap(roleTextBox(text), { ...other.box, x0: other.box.x1, x1: other.box.x1 + 16 })).toBe(false);
    }
  });
});

describe("bars", () => {
  it("of roles at the same time lie in lanes of their own", () => {
    const { bars: { bars } } = drawn(careerOf([role("a", "2018", "2022"), role("b", "2019", "2020"), role("c", "2021", "2023")]));
    expect(bars.map(({ box }) => box.y0 - (bars[0]?.box.y0 ?? 0))).toEqual([0, 50, 50]);
  });

  it("fade where another role holds what is selected", () => expect(drawn(firstCareer, { selected: "order-flow" }).bars.bars.map(({ faded }) => faded)).toEqual([false, true]));
  it("are open where the role goes on", () => expect(drawn(careerOf([role("a", "2018", null), role("b", "2019", "2020")])).bars.bars.map(({ ongoing }) => ongoing)).toEqual([true, false]));
  it("are 2 px wide at the least", () => {
    const { bars: { bars } } = drawn(careerOf([role("a", "1960", "2025"), role("b", "1990-01-01", "1990-01-01")]), { width: 390, form: "narrow" });
    expect((bars[1]?.box.x1 ?? 0) - (bars[1]?.box.x0 ?? 0)).toBe(2);
  });
});
