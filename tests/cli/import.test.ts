import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCommand } from "../../src/cli/commands/check.js";
import { importCommand } from "../../src/cli/commands/import.js";
import { makeDocument } from "../support/document.js";

const RESUME = "data/samples/json-resume/gardener.json";
const folder = mkdtempSync(join(tmpdir(), "career-import-"));

describe("import", () => {
  it("makes a career.json that check takes, and says what it left to its owner", async () => {
    const { exitCode, data, messages } = await importCommand.run({ positionals: [RESUME], values: {} });
    expect(exitCode).toBe(0);
    expect(messages.join("\n")).toMatch(/^warning /m);
    const file = join(folder, "career.json");
    writeFileSync(file, JSON.stringify(data));
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version: 1, person: { headline: expect.any(String) }, roles: expect.any(Array) });
    expect(await checkCommand.run({ positionals: [file], values: {} })).toMatchObject({ exitCode: 0 });
  });

  it("gives a career.json back as it is", async () => {
    const file = join(folder, "own.json");
    writeFileSync(file, JSON.stringify(makeDocument()));
    expect(await importCommand.run({ positionals: [file], values: {} })).toEqual({ exitCode: 0, data: makeDocument(), messages: [] });
  });

  it("ends with 2 for what it cannot read, and with 1 for a file that is not there", async () => {
    const file = join(folder, "bad.json");
    writeFileSync(file, "{");
    expect(await importCommand.run({ positionals: [file], values: {} })).toMatchObject({ exitCode: 2, messages: expect.arrayContaining([expect.stringMatching(/^error: line 1/)]) });
    expect(await importCommand.run({ positionals: [join(folder, "none.json")], values: {} })).toMatchObject({ exitCode: 1 });
    expect(await importCommand.run({ positionals: [], values: {} })).toMatchObject({ exitCode: 1 });
  });
});

describe("the other commands", () => {
  it("take a JSON Resume as they take a career.json", async () => {
    expect(await checkCommand.run({ positionals: [RESUME], values: {} })).toMatchObject({ exitCode: 0 });
  });
});
