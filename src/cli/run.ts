import { parseArgs } from "node:util";
import { nearest } from "../lib/nearest.js";
import { showText } from "../lib/show.js";
import { fail, type Command, type Outcome, type Progress } from "./command.js";

/**
 * Finds the command, reads its arguments, runs it. Never throws: what goes wrong inside a command is our own fault,
 * said in one sentence.
 * @param progress takes lines about work that goes on; left out where nobody watches
 */
export async function runCli(argv: readonly string[], commands: readonly Command[], progress?: Progress): Promise<Outcome> {
  const [name, ...args] = argv;
  if (name === undefined) return { exitCode: 1, messages: formatHelp(commands) };
  if (name === "help" || name === "--help" || name === "-h") return { exitCode: 0, data: formatHelp(commands).join("\n"), messages: [] };
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const near = nearest(name, commands.map((each) => each.name));
    return fail(`there is no command ${showText(name)}; ${near === null ? `there are ${commands.map((each) => each.name).join(", ")}` : `did you mean "${near}"?`}`);
  }
  if (args.includes("--help") || args.includes("-h")) return { exitCode: 0, data: [formatUsage(command), ...(command.details ?? [])].join("\n"), messages: [] };
  try {
    const read = readArgs(command, args);
    return "exitCode" in read ? read : await command.run({ ...read, ...(progress ? { progress } : {}) });
  } catch (error) {
    return fail(`${command.name} failed, and that is a fault of this program: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readArgs(command: Command, args: readonly string[]): { positionals: string[]; values: Parameters<Command["run"]>[0]["values"] } | Outcome {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    // Only what was typed can be wrong here; Node says it in one sentence and a long hint.
    if (!(error instanceof Error) || !("code" in error) || !String(error.code).startsWith("ERR_PARSE_ARGS_")) throw error;
    const typed = args.map((arg) => /^--([^=]+)/.exec(arg)?.[1]).find((option) => option !== undefined && command.options[option] === undefined);
    const near = typed === undefined ? null : nearest(typed, Object.keys(command.options));
    return fail(`${(error.message.split(". ")[0] ?? error.message).replace(/\.$/, "")}; ${near === null ? formatUsage(command) : `did you mean "--${near}"?`}`);
  }
}

function formatUsage(command: Command): string {
  return `usage: ${command.name} ${command.usage}`.trimEnd();
}

function formatHelp(commands: readonly Command[]): string[] {
  return [
    "usage: COMMAND …",
    ...commands.flatMap((command) => [`  ${command.name} ${command.usage}`.trimEnd(), `      ${command.summary}`]),
    "exit codes: 0 fine, 1 wrong usage or a fault of this program, 2 the input has errors",
  ];
}
