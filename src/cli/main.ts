#!/usr/bin/env node
import type { Command } from "./command.js";
import { activityCommand } from "./commands/activity.js";
import { buildCommand } from "./commands/build.js";
import { checkCommand } from "./commands/check.js";
import { elementCommand } from "./commands/element.js";
import { importCommand } from "./commands/import.js";
import { schemaCommand } from "./commands/schema.js";
import { serveCommand } from "./commands/serve.js";
import { printLine, printOutcome } from "./print.js";
import { runCli } from "./run.js";

const COMMANDS: readonly Command[] = [activityCommand, buildCommand, checkCommand, elementCommand, importCommand, schemaCommand, serveCommand];

// Whoever reads us may stop early, as `head` does; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// For somebody at a screen; in a log or a pipe it would only be in the way.
const progress = process.stderr.isTTY ? (line: string): void => void process.stderr.write(printLine(line)) : undefined;
const outcome = await runCli(process.argv.slice(2), COMMANDS, progress);
const { stdout, stderr } = printOutcome(outcome);
process.stderr.write(stderr);
process.stdout.write(stdout);
// Not process.exit(): it would cut off what a pipe has not taken yet.
process.exitCode = outcome.exitCode;
