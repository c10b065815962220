import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { packPackage, type Packed } from "./packed.js";
import { ROOT } from "./sourceTree.js";

/*
 * Strangers' projects, `tests/hosts`, with the packed package in them. What they need is installed once per lock file into a
 * cache outside of this project, so that no host finds this project's packages above itself.
 */

const run = promisify(execFile);
const SOURCES = join(ROOT, "tests/hosts");
const CACHE = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "career-timeline-hosts");
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";
/** npm's first word says enough; the rest is in the cause. */
const UNREACHABLE = "(is the npm registry reachable?)";
const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** As a host's owner runs it: without what vitest has set, and without news to anybody. */
const environment = (): NodeJS.ProcessEnv => {
  const { NODE_ENV: _mode, VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env;
  return { ...env, CI: "1", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1" };
};

/** @throws `what`, then what the command has to say */
async function execute(what: string, command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run(command, [...args], { cwd, env: environment(), maxBuffer: 20_000_000, shell: process.platform === "win32" });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
    const said = `${stderr}\n${stdout}`.trim();
    throw new Error(`${what}: ${what.endsWith(UNREACHABLE) ? said.replace(/\n.*/s, "") : said.slice(-3000)}`, { cause: error });
  }
}

/** A folder of the cache, which appears there whole or not at all. */
async function cached(name: string, of: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, `${name}-${createHash("sha256").update(`${process.platform} ${process.arch} ${of}`).digest("hex").slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  try {
    await fill(fresh);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another run may have been first: then its copy is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package as its user has it: made by `npm pack`, put into a project by `npm install`, its site built by its own command line. */
export interface InstalledPackage extends Packed {
  /** In the project's `node_modules`. */
  readonly place: string;
  /** Builds the site of the first career, for the fixed day. @returns its folder */
  readonly buildSite: () => Promise<string>;
}

export async function installPackage(): Promise<InstalledPackage> {
  const packed = await packPackage();
  const home = join(dirname(packed.tarball), "installed");
  await mkdir(home);
  await writeFile(join(home, "package.json"), '{ "private": true }\n');
  await execute(`the packed package cannot be installed ${UNREACHABLE}`, NPM, ["install", packed.tarball, "--prefer-offline", ...QUIET], home);
  const place = join(home, "node_modules/career-timeline");
  return {
    ...packed,
    home,
    place,
    buildSite: async () => {
      const site = join(home, "site");
      await execute("the site cannot be built", process.execPath, [join(place, "dist/cli/main.js"), "build", join(ROOT, "data/career.json"), "-o", site, "--as-of", inject("built").asOf], home);
      return site;
    },
  };
}

/**
 * A project of `tests/hosts`, ready to be built: what it depends on is as its lock file says, the package is the packed one.
 *
 * @param of sources that several projects share, another folder there
 * @returns its folder
 */
export async function installHost(name: string, tarball: string, of = name): Promise<string> {
  const files = ["package.json", "package-lock.json"];
  const text = (await Promise.all(files.map((file) => readFile(join(SOURCES, name, file), "utf8")))).join("");
  const folder = await cached(name, text, async (fresh) => {
    for (const file of files) await cp(join(SOURCES, name, file), join(fresh, file));
    // Not `npm ci`: that refuses a lock file without the packages of other systems, where the registry that it was written with lacked them.
    await execute(`the host "${name}" cannot be installed ${UNREACHABLE}`, NPM, ["install", "--no-save", "--prefer-offline", ...QUIET], fresh);
  });
  for (const entry of await readdir(folder)) if (entry !== "node_modules" && !files.includes(entry)) await rm(join(folder, entry), { recursive: true, force: true });
  await cp(join(SOURCES, of), folder, { recursive: true });
  const place = join(folder, "node_modules/career-timeline");
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
  await cp(join(SOURCES, "static/host.css"), join(folder, "host.css"));
  await cp(join(ROOT, "data/career.json"), join(folder, of === "astro" ? "public" : ".", "career.json"));
  return folder;
}

/** @param result folder that the build writes @returns where that is */
export async function buildHost(folder: string, result: string): Promise<string> {
  await execute(`the host in ${folder} cannot be built`, NPM, ["run", "--silent", "build"], folder);
  return join(folder, result);
}

/** Published style sheets, from the registry as they are. @returns the folder that holds each package under its name */
export async function fetchStyles(): Promise<string> {
  const list = await readFile(join(SOURCES, "static/packages.json"), "utf8");
  const packages = new Map(Object.entries(JSON.parse(list) as Record<string, string>));
  return cached("styles", list, async (fresh) => {
    const said = await execute(`the style sheets cannot be fetched ${UNREACHABLE}`, NPM, ["pack", ...packages.keys(), "--json", "--prefer-offline", "--loglevel=error"], fresh);
    const made = Object.values(JSON.parse(said) as Record<string, { readonly id: string; readonly name: string; readonly filename: string; readonly integrity: string }>);
    if (made.length !== packages.size) throw new Error(`npm pack has made ${made.length} of ${packages.size} packages`);
    for (const { id, name, filename, integrity } of made) {
      if (packages.get(id) !== integrity) throw new Error(`${id} is not the package that tests/hosts/static/packages.json names: ${integrity}`);
      const place = join(fresh, name);
      await mkdir(place, { recursive: true });
      await run("tar", ["-xzf", join(fresh, filename), "-C", place, "--strip-components=1"]);
      await rm(join(fresh, filename));
    }
  });
}

export interface RunningHost {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A host that has a server of its own, `next start`, until it answers. */
export async function startNext(folder: string): Promise<RunningHost> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [join(folder, "node_modules/next/dist/bin/next"), "start", "-p", String(port), "-H", "127.0.0.1"], { cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await new Promise<void>((ready, failed) => {
    let said = "";
    const hear = (text: unknown): void => {
      said += String(text);
      if (said.includes("Ready")) ready();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => failed(new Error(`next start has ended: ${said}`)));
  });
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
