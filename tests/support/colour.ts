/**
 * Colour arithmetic for the tests of the palette: contrast, colour difference, and what people with a colour vision
 * deficiency see. sRGB only; colours come in as "#RRGGBB".
 */

/** Three numbers: linear-light R, G, B (0 to 1), or CIELAB L* (0 to 100), a*, b*. */
export type Triple = readonly [number, number, number];

export type Vision = "normal" | "protanopia" | "deuteranopia" | "tritanopia";

type Matrix = readonly [Triple, Triple, Triple];

/** IEC 61966-2-1 transfer function, undone. @throws if the text is not "#RRGGBB" */
export function linearOfHex(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`not a colour as #RRGGBB: ${JSON.stringify(hex)}`);
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Relative luminance, 0 (black) to 1 (white): WCAG 2.2, "relative luminance". */
export function luminance(hex: string): number {
  const [r, g, b] = linearOfHex(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio, 1 to 21; the order does not matter. */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

function apply(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple): number => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/**
 * G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE TVCG 15(6), 2009, table of the matrices: severity 1.0, for linear-light RGB.
 */
const MACHADO: Record<Exclude<Vision, "normal">, Matrix> = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

export const VISIONS: readonly Vision[] = ["normal", "protanopia", "deuteranopia", "tritanopia"];

/** What is left of a colour for that eye, clipped to what a screen can show. */
export function seenBy(vision: Vision, colour: Triple): Triple {
  if (vision === "normal") return colour;
  const [r, g, b] = apply(MACHADO[vision], colour);
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [clip(r), clip(g), clip(b)];
}

/** Linear sRGB to XYZ (IEC 61966-2-1), D65; its row sums are the white point used below. */
const TO_XYZ: Matrix = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]];
const WHITE = apply(TO_XYZ, [1, 1, 1]);

/** CIELAB 1976, D65, 2° observer (CIE 15:2004). */
export function labOfLinear(colour: Triple): Triple {
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const [x, y, z] = apply(TO_XYZ, colour);
  const [fx, fy, fz] = [f(x / WHITE[0]), f(y / WHITE[1]), f(z / WHITE[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const radians = (angle: number): number => (angle * Math.PI) / 180;

/**
 * CIEDE2000 colour difference of two CIELAB colours, kL = kC = kH = 1. About 1 is just noticeable side by side.
 * G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary Test
 * Data, and Mathematical Observations", Color Research and Application 30(1), 2005; names follow its equations.
 */
export function deltaE00([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const cMean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = (1 - Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7))) / 2;
  const [ap1, ap2] = [(1 + g) * a1, (1 + g) * a2];
  const [cp1, cp2] = [Math.hypot(ap1, b1), Math.hypot(ap2, b2)];
  const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (degrees(Math.atan2(b, a)) + 360) % 360);
  const [hp1, hp2] = [hue(ap1, b1), hue(ap2, b2)];

  const grey = cp1 * cp2 === 0;
  const turn = hp2 - hp1;
  const dh = grey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  const dL = l2 - l1;
  const dC = cp2 - cp1;
  const dH = 2 * Math.sqrt(cp1 * cp2) * Math.sin(radians(dh / 2));

  const lMean = (l1 + l2) / 2;
  const cpMean = (cp1 + cp2) / 2;
  const sum = hp1 + hp2;
  const hMean = grey ? sum : Math.abs(turn) <= 180 ? sum / 2 : sum < 360 ? sum / 2 + 180 : sum / 2 - 180;

  const t = 1 - 0.17 * Math.cos(radians(hMean - 30)) + 0.24 * Math.cos(radians(2 * hMean))
    + 0.32 * Math.cos(radians(3 * hMean + 6)) - 0.2 * Math.cos(radians(4 * hMean - 63));
  const dTheta = 30 * Math.exp(-(((hMean - 275) / 25) ** 2));
  const rC = 2 * Math.sqrt(cpMean ** 7 / (cpMean ** 7 + 25 ** 7));
  const sL = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const sC = 1 + 0.045 * cpMean;
  const sH = 1 + 0.015 * cpMean * t;
  const rT = -Math.sin(radians(2 * dTheta)) * rC;
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH));
}

/** CIEDE2000 of two colours as that eye sees them. */
export function difference(a: string, b: string, vision: Vision = "normal"): number {
  const lab = (hex: string): Triple => labOfLinear(seenBy(vision, linearOfHex(hex)));
  return deltaE00(lab(a), lab(b));
}

/** A pair of a palette, told apart by the eye that finds it hardest. */
export interface ClosestPair {
  readonly a: string;
  readonly b: string;
  readonly vision: Vision;
  readonly deltaE: number;
}

/** The pair nearest to each other under any of the four visions. @throws if there are fewer than two colours */
export function closestPair(colours: readonly string[]): ClosestPair {
  const pairs = VISIONS.flatMap((vision) =>
    colours.flatMap((a, i) => colours.slice(i + 1).map((b): ClosestPair => ({ a, b, vision, deltaE: difference(a, b, vision) }))));
  return pairs.reduce((least, pair) => (pair.deltaE < least.deltaE ? pair : least));
}

/** A share (0 to 1) of one colour laid over another, as `color-mix(in srgb, …)` does it. */
export function mix(over: string, share: number, under: string): string {
  const channel = (at: number): string => {
    const [a, b] = [Number.parseInt(over.slice(at, at + 2), 16), Number.parseInt(under.slice(at, at + 2), 16)];
    return Math.round(a * share + b * (1 - share)).toString(16).padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
