import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { chromium as playwright, type Browser, type LaunchOptions } from "playwright-core";

/** Same picture on every machine: no GPU, no subpixel text, no hinting, and no calls to anybody. */
const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--font-render-hinting=none", "--force-color-profile=srgb", "--disable-lcd-text",
];

const INSTALLED = [
  "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const HOW_TO_GET_ONE = "no Chromium found: install one (Debian: apt-get install chromium-headless-shell) or set CHROME_PATH to a Chrome or Chromium";

export interface FoundBrowser {
  readonly executablePath: string;
  /** The pinned one, whose screenshots are comparable from machine to machine. */
  readonly pinned: boolean;
  readonly env: Record<string, string>;
}

/**
 * A browser on any machine, without root where it can: `CHROME_PATH`, the pinned binary of the npm package, Playwright's
 * own, then what is installed. Each is proved by a launch.
 * @public `.ci/run` asks for it, too
 * @throws one sentence that says how to get one
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is set to ${named}, and there is no such file`);
    return { executablePath: named, pinned: false, env: {} };
  }
  const pinned = await unpackPinned();
  const others = [ownOfPlaywright(), ...INSTALLED].filter((path) => path !== "" && existsSync(path)).map((executablePath): FoundBrowser => ({ executablePath, pinned: false, env: {} }));
  for (const candidate of [...(pinned ? [pinned] : []), ...others]) {
    if (await launches(candidate)) return candidate;
  }
  throw new Error(HOW_TO_GET_ONE);
}

function launchOptions({ executablePath, env }: FoundBrowser): LaunchOptions {
  return { executablePath, args: ARGS, env: { ...stringsOf(process.env), ...env } };
}

let found: Promise<FoundBrowser> | null = null;

/** Starts the browser that was found; it is looked for once per process. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  found ??= findBrowser();
  const base = launchOptions(await found);
  return playwright.launch({ ...base, ...options, args: [...ARGS, ...(options.args ?? [])] });
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

async function launches(candidate: FoundBrowser): Promise<boolean> {
  try {
    const browser = await playwright.launch({ ...launchOptions(candidate), timeout: 20_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function ownOfPlaywright(): string {
  try {
    return playwright.executablePath();
  } catch {
    return "";
  }
}

/**
 * The npm package holds a Linux x64 binary, packed. It unpacks into the temporary folder and believes whatever lies
 * there already, so it gets a folder of its own per version, which appears whole or not at all.
 */
async function unpackPinned(): Promise<FoundBrowser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const require = createRequire(import.meta.url);
  const root = dirname(dirname(require.resolve("@sparticuz/chromium")));
  const { version } = require(join(root, "package.json")) as { readonly version: string };
  const modules = dirname(dirname(root));
  const home = join(modules, ".cache", "chromium", version);
  const executablePath = join(home, "chromium");
  if (!existsSync(executablePath)) {
    const { inflate } = await import("@sparticuz/chromium");
    const fresh = `${home}-${process.pid}`;
    await mkdir(fresh, { recursive: true });
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = fresh;
    try {
      for (const part of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) await inflate(join(root, "bin", part));
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
    }
    // Another process may have been first: then its copy is as good.
    await rename(fresh, home).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  // Libraries that a bare machine lacks; the machine's own come first where it has them.
  const libraries = [process.env["LD_LIBRARY_PATH"], "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", join(home, "al2023", "lib")];
  return {
    executablePath,
    pinned: true,
    env: { LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter), ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: await listFonts(home) }) },
  };
}

/**
 * For a machine that knows of no fonts: the package has one. Its own list of folders names none where that is unpacked to, so no
 * word would have a width.
 * @returns a list that does
 */
async function listFonts(home: string): Promise<string> {
  const list = join(home, "fonts.conf");
  const fresh = `${list}-${process.pid}`;
  const folder = join(home, "fonts").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  await writeFile(fresh, `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`);
  await rename(fresh, list);
  return list;
}
