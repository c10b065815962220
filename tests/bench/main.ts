import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, platform } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chartSvg } from "./harness/chart.js";
import { reportText } from "./harness/report.js";
import { runBench } from "./harness/run.js";
import { SEED } from "./serve.js";
import { BENCH, selectSubjects } from "./subjects.js";

/* npm run bench [-- --sizes 20,1000 --subjects canvas,plot --rounds 3 --throttle 1,4 --quick]: see README.md. */

const SIZES = [20, 1000, 10_000, 100_000];

function numbersOf(name: string, text: string, least: number, most: number): number[] {
  const numbers = text.split(",").map(Number);
  const wrong = numbers.find((value) => !Number.isInteger(value) || value < least || value > most);
  if (wrong !== undefined || text === "") throw new Error(`--${name} takes whole numbers from ${least} to ${most}, found ${text}`);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** What the peers need is installed once, in this folder only. */
function installPeers(): void {
  if (existsSync(join(BENCH, "node_modules/vega"))) return;
  process.stderr.write("installing the peers in tests/bench\n");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: BENCH, stdio: ["ignore", "ignore", "inherit"] });
}

const { values } = parseArgs({
  options: {
    sizes: { type: "string" }, subjects: { type: "string" }, rounds: { type: "string" }, throttle: { type: "string" }, limit: { type: "string", default: "60" },
    quick: { type: "boolean", default: false }, out: { type: "string", default: BENCH }, pictures: { type: "string" },
  },
});

try {
  const subjects = selectSubjects(values.subjects?.split(",") ?? null);
  const sizes = values.sizes === undefined ? (values.quick ? [20, 1000] : SIZES) : numbersOf("sizes", values.sizes, 1, 999_999);
  const throttles = values.throttle === undefined ? (values.quick ? [1] : [1, 4]) : numbersOf("throttle", values.throttle, 1, 20);
  const [rounds = 1] = values.rounds === undefined ? [values.quick ? 1 : 5] : numbersOf("rounds", values.rounds, 1, 100);
  const [limitSeconds = 60] = numbersOf("limit", values.limit, 1, 3600);
  // A run is long: a folder that cannot be written to is found out before it.
  await mkdir(values.out, { recursive: true });
  installPeers();
  const results = await runBench({ subjects, sizes, throttles, rounds, limitSeconds, pictures: values.pictures ?? null, seed: SEED, node: process.versions.node, system: platform(), cores: cpus().length, say: (text) => void process.stderr.write(`${text}\n`) });
  await writeFile(join(values.out, "RESULTS.md"), reportText(results));
  await writeFile(join(values.out, "results.json"), `${JSON.stringify(results, null, 1)}\n`);
  await writeFile(join(values.out, "results.svg"), chartSvg(results));
  process.stdout.write(`${join(values.out, "RESULTS.md")}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
