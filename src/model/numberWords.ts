/** English words that state a number. Maps, not objects: the words come from strangers' text. */

export const ONES: ReadonlyMap<string, number> = new Map([
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
].map((word, n) => [word, n]));

export const TENS: ReadonlyMap<string, number> = new Map(
  ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map((word, n) => [word, (n + 2) * 10]),
);

/** Written after a number as words of their own: "3 million", "two dozen". */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12], ["hundred", 100], ["thousand", 1e3], ["k", 1e3], ["lakh", 1e5], ["million", 1e6], ["millions", 1e6], ["mio", 1e6], ["mn", 1e6], ["crore", 1e7],
  ["billion", 1e9], ["billions", 1e9], ["bn", 1e9], ["trillion", 1e12], ["tn", 1e12],
  ["千", 1e3], ["万", 1e4], ["萬", 1e4], ["亿", 1e8], ["億", 1e8],
]);

/** Written onto the digits: "10k", "3M", "1.4B". Case matters for m: "3m" may be metres or minutes as well. */
export const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ...SCALES, ["K", 1e3], ["M", 1e6], ["m", 1e6], ["MM", 1e6], ["B", 1e9], ["b", 1e9], ["BN", 1e9], ["Bn", 1e9], ["T", 1e12],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
].map((word, n) => [word, n + 1]));

/** "two thirds", "a quarter": what the word divides by. */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ["half", 2], ["halves", 2], ["third", 3], ["thirds", 3], ["quarter", 4], ["quarters", 4], ["fifth", 5], ["fifths", 5],
  ["sixth", 6], ["sixths", 6], ["eighth", 8], ["eighths", 8], ["tenth", 10], ["tenths", 10],
]);

export const FRACTION_GLYPHS: ReadonlyMap<string, number> = new Map([
  ["¼", 1 / 4], ["½", 1 / 2], ["¾", 3 / 4], ["⅓", 1 / 3], ["⅔", 2 / 3], ["⅕", 1 / 5], ["⅖", 2 / 5], ["⅗", 3 / 5], ["⅘", 4 / 5],
  ["⅙", 1 / 6], ["⅚", 5 / 6], ["⅛", 1 / 8], ["⅜", 3 / 8], ["⅝", 5 / 8], ["⅞", 7 / 8], ["⅒", 1 / 10],
]);

/** Words that multiply. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ["double", 2], ["doubled", 2], ["doubles", 2], ["doubling", 2], ["twofold", 2],
  ["treble", 3], ["trebled", 3], ["triple", 3], ["tripled", 3], ["triples", 3], ["tripling", 3], ["threefold", 3],
  ["quadruple", 4], ["quadrupled", 4], ["quadrupling", 4], ["fourfold", 4], ["quintuple", 5], ["quintupled", 5], ["fivefold", 5],
  ["sixfold", 6], ["sevenfold", 7], ["eightfold", 8], ["ninefold", 9], ["tenfold", 10], ["hundredfold", 100], ["thousandfold", 1000],
]);
/** Words that divide. */
export const DIVISIONS: ReadonlyMap<string, number> = new Map([["halve", 2], ["halved", 2], ["halves", 2], ["halving", 2]]);

/** Words that are a plain number and nothing more. */
export const PLAIN: ReadonlyMap<string, number> = new Map([
  ["single", 1], ["sole", 1], ["once", 1], ["both", 2], ["pair", 2], ["couple", 2], ["dual", 2], ["twice", 2], ["thrice", 3],
  ["none", 0], ["nil", 0], ["nought", 0], ["without", 0], ["never", 0], ["nothing", 0],
]);

/** Says all there is, hence 100%. */
export const WHOLES: ReadonlySet<string> = new Set(["all", "every", "each", "entire", "entirely", "whole", "fully", "full"]);

/** After these, "no" does not mean none: "no more than 3", "no later than May". */
export const AFTER_NO: ReadonlySet<string> = new Set(["more", "less", "fewer", "longer", "later", "sooner", "earlier", "matter"]);

/** Written before the digits without a space: "USD3M". Other letters there make a name of it: "EC2", "p99". */
export const CURRENCY_WORDS: ReadonlySet<string> = new Set(["usd", "eur", "gbp", "twd", "nt", "us", "jpy", "inr", "rs", "cny", "rmb", "sgd", "chf", "aud", "cad", "hk", "a", "c"]);

/** Units of time are comparable within a base only: a month has no fixed number of days. */
export interface TimeUnit {
  readonly base: "second" | "month";
  readonly size: number;
}

const UNITS: readonly (readonly [TimeUnit["base"], number, string])[] = [
  ["second", 1e-6, "µs μs microsecond microseconds"],
  ["second", 1e-3, "ms msec millisecond milliseconds"],
  ["second", 1, "s sec secs second seconds"],
  ["second", 60, "min mins minute minutes"],
  ["second", 3600, "h hr hrs hour hours"],
  ["second", 86_400, "d day days"],
  ["second", 604_800, "w wk wks week weeks"],
  ["second", 1_209_600, "fortnight fortnights"],
  ["month", 1, "mo mos month months"],
  ["month", 3, "quarter quarters"],
  ["month", 12, "y yr yrs year years"],
  ["month", 120, "decade decades"],
];

export const TIME_UNITS: ReadonlyMap<string, TimeUnit> = new Map(
  UNITS.flatMap(([base, size, words]) => words.split(" ").map((word): [string, TimeUnit] => [word, { base, size }])),
);
