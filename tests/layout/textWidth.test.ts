import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADVANCES_400, ADVANCES_700, CHARACTERS, KERNING } from "../../src/layout/fontMetrics.js";
import { textWidth, wrapText } from "../../src/layout/textWidth.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);
const PATIENCE_MS = 10_000 + 20 * RUNS;

/** Widths at 100 px in weights 440 and 660, measured in Chromium 153 with public/fonts/instrument-sans.woff2, tabular figures on. */
const MEASURED: readonly (readonly [string, number, number])[] = [
  ["3M users", 419.4, 426.8],
  ["in one live event", 735.5, 753.2],
  ["5 projects", 457, 470.8],
  ["on the service template", 1081, 1113.3],
  ["−90%", 240, 240],
  ["user-cache memory", 930.5, 956.3],
  ["65% of orders", 610.1, 622],
  ["on the new billing system", 1158.6, 1192.8],
  ["5 engineers", 539.3, 552.8],
  ["led in the order-flow rebuild", 1264.2, 1304.2],
  ["100%", 240, 240],
  ["of self-billed e-invoices automated", 1595.4, 1642.4],
  ["0 incidents", 503.7, 518.7],
  ["after the first Temporal launch", 1386.1, 1429.1],
  ["payment integration time", 1170.1, 1207],
  ["−75%", 240, 240],
  ["3 → ½ day", 440.2, 443.2],
  ["review time", 532, 549.5],
  ["Taiwan's order flow, rebuilt on the global one", 2013.8, 2074.8],
  ["Total Value To Yield AV Water", 1354.8, 1383.1],
  ["≤3 months", 495.9, 506.2],
  ["$1.4M", 297.7, 302.3],
  ["2.1M riders", 518.8, 530.3],
  ["99.95%", 325.9, 328.1],
  ["Parental leave", 644.2, 664.7],
  ["Lead Software Engineer, Backend", 1536.8, 1577.5],
  ["What belongs in which payment package", 1891.5, 1940.1],
  ["Quarterly revenue: £12,500 – €1,000.50", 1843.8, 1877.1],
  ["Architecte logiciel, équipe paiement à Zürich", 2045.6, 2109.7],
  ["Mar 2018 – Mar 2022", 982.5, 988.1],
  ["Type 1, 7-day, 11:15", 927.5, 941.9],
  ["~10+ workflows × 4 ÷ 2 = ½", 1213.8, 1226.7],
  ["Open ↗ ← e-invoices →", 1048.1, 1070.5],
  ["Payment APIs for 3M+ active users", 1590.7, 1625.2],
  ["Vice President of Technology, Training and Tools", 2214, 2277.8],
  ["WebRTC, PostgreSQL, Kubernetes, TypeScript", 2139.3, 2206],
  ["The company’s first Temporal workflows", 1844.8, 1903.5],
];

/** Latin, marks, other scripts, joined emoji, spaces of several kinds. */
const anyText = fc
  .array(
    fc.constantFrom("a", "W", "i", "Te", "AV", " ", "  ", "-", "1", "½", "→", "é", "e\u0301", "Ł", "漢", "字", "か", "한", "。", "「", "ж", "Ω", "ש", "م", "👩‍💻", "🇹🇼", "\u00a0", "\u200b", "\n", "\ud800"),
    { maxLength: 40, size: "max" },
  )
  .map((parts) => parts.join(""));

describe("the table of advances", () => {
  it("has two advances for every character and whole kerning triples", () => {
    const count = [...CHARACTERS].length;
    expect(new Set(CHARACTERS).size).toBe(count);
    expect(ADVANCES_400).toMatch(/^[0-9a-z]+$/);
    expect([ADVANCES_400.length, ADVANCES_700.length]).toEqual([2 * count, 2 * count]);
    expect(KERNING.length % 3).toBe(0);
  });

  it("holds every sign that the pictures use", () => {
    const needed = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)), ..."–—…‘’“”−×½¼¾→←≤≥~·↗€£éüßñø"];
    expect(needed.filter((char) => !CHARACTERS.includes(char))).toEqual([]);
  });
});

describe("textWidth", () => {
  it.each(MEASURED)("is at most 1.5 %% above the drawn width: %s", (text, at440, at660) => {
    for (const [weight, drawn] of [[440, at440], [660, at660]] as const) {
      const width = textWidth(text, 100, weight);
      expect(width).toBeGreaterThan(drawn * 0.998);
      expect(width).toBeLessThan(drawn * 1.015);
    }
  });

  it("gives all digits and the signs set with them one width at every weight", () => {
    for (const weight of [400, 500, 700])
      expect(new Set([..."0123456789%−+×=<>"].map((char) => textWidth(char, 1000, weight)))).toEqual(new Set([600]));
  });

  it("grows linearly with weight between 400 and 700 and not beyond", () => {
    const at = (weight: number): number => textWidth("engineers", 100, weight);
    expect(at(550)).toBeCloseTo((at(400) + at(700)) / 2, 9);
    expect(at(700)).toBeGreaterThan(at(400));
    expect([at(100), at(900)]).toEqual([at(400), at(700)]);
  });

  it("kerns", () => {
    expect(textWidth("Te", 100, 400)).toBeLessThan(textWidth("T", 100, 400) + textWidth("e", 100, 400) - 8);
  });

  it("adds tracking after every character that takes room", () => {
    expect(textWidth("no\u0301", 100, 400, -0.02)).toBeCloseTo(textWidth("no\u0301", 100, 400) - 4, 9);
  });

  it.each([
    ["漢字", 2],
    ["한", 1],
    ["（", 1],
    ["\u0301\u200b\ufe0f", 0],
    ["\u202e\u2066", 0],
  ])("takes %j for %d em", (text, em) => {
    expect(textWidth(text, 10, 400)).toBeCloseTo(em * 10, 9);
  });

  it("estimates letters of other alphabets between a digit and an em", () => {
    for (const char of "жЖλΩשمŁčşÅ") {
      expect(textWidth(char, 1, 400)).toBeGreaterThan(0.4);
      expect(textWidth(char, 1, 400)).toBeLessThanOrEqual(1);
    }
  });

  it("takes a composed and a decomposed letter for equally wide where the font has both", () => {
    expect(textWidth("Zürich", 16, 500)).toBeCloseTo(textWidth("Zu\u0308rich", 16, 500), 9);
  });

  it("is finite, never negative, proportional to size and never longer than its parts", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(400, 440, 660, 700), (a, b, weight) => {
        const width = textWidth(a + b, 10, weight);
        expect(Number.isFinite(width) && width >= 0).toBe(true);
        expect(textWidth(a + b, 20, weight)).toBeCloseTo(2 * width, 6);
        expect(width).toBeLessThanOrEqual(textWidth(a, 10, weight) + textWidth(b, 10, weight) + 1e-9);
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
});

describe("wrapText", () => {
  it("fills lines at spaces", () => {
    expect(wrapText("Lead Software Engineer, Backend", 10, 400, 95)).toEqual(["Lead Software", "Engineer, Backend"]);
  });

  it("has no line for a blank text", () => {
    expect([wrapText("", 10, 400, 100), wrapText(" \n ", 10, 400, 100)]).toEqual([[], []]);
  });

  it("breaks between ideographs, but not before a full stop nor after an opening bracket", () => {
    expect(wrapText("支付平台。重建", 10, 400, 40)).toEqual(["支付平", "台。重建"]);
    expect(wrapText("支付平「台」", 10, 400, 40)).toEqual(["支付平", "「台」"]);
  });

  it("keeps a no-break space and breaks a word only when it is wider than the line", () => {
    expect(wrapText("for 3\u00a0years", 10, 400, 45)).toEqual(["for", "3\u00a0years"]);
    expect(wrapText("a microservices b", 10, 400, 30).length).toBeGreaterThan(3);
  });

  it("never tears a mark or a joined emoji from what it belongs to", () => {
    expect(wrapText("e\u0301e\u0301", 10, 400, 3)).toEqual(["e\u0301", "e\u0301"]);
    expect(wrapText("👩‍💻👩‍💻", 10, 400, 20)).toEqual(["👩‍💻", "👩‍💻"]);
  });

  it("loses nothing but white space, and no line is too wide unless it is one character", () => {
    const bare = (text: string): string => text.replace(/[ \n\u200b]/g, "");
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 200 }), (text, maxWidth) => {
        const lines = wrapText(text, 10, 440, maxWidth);
        expect(bare(lines.join(""))).toBe(bare(text));
        for (const line of lines) {
          expect(line).not.toBe("");
          const letters = [...line.replace(/[\p{M}\p{Cf}]/gu, "")];
          const single = letters.length <= 1 || line.includes("\u200d");
          if (!single) expect(textWidth(line, 10, 440)).toBeLessThanOrEqual(maxWidth + 1e-6);
        }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("is greedy: the first word of a line would not have fitted on the one before", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("Go", "payments", "API", "team"), { maxLength: 20, size: "max" }), (words) => {
        const lines = wrapText(words.join(" "), 10, 400, 90);
        lines.slice(1).forEach((line, i) => {
          const first = line.split(" ")[0] ?? "";
          expect(textWidth(`${lines[i]} ${first}`, 10, 400)).toBeGreaterThan(90);
        });
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
});
