import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/cli/command.js";
import { checkCommand } from "../../src/cli/commands/check.js";
import { MAX_TEXT_BYTES } from "../../src/model/parseCareer.js";
import { makeDocument, makeRole } from "../support/document.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "career-check-"));
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const check = async (file: string, json = false, asOf = "2026-11-22"): Promise<Outcome> => checkCommand.run({ positionals: [file], values: { "as-of": asOf, ...(json ? { json } : {}) } });
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");

describe("check", () => {
  it("ends with 0 for a good file, and says so in one line", async () => {
    const file = write("good.json", JSON.stringify(makeDocument()));
    expect(await check(file)).toEqual({ exitCode: 0, messages: [`${file}: no errors, no warnings`] });
    expect(await check(file, true)).toEqual({ exitCode: 0, data: { ok: true, errors: 0, warnings: 0, issues: [] }, messages: [] });
  });
  it("ends with 0 where there are only warnings", async () => {
    const file = write("warned.json", JSON.stringify(makeDocument({ person: { headline: "<b>x</b>" } })));
    expect(await check(file)).toMatchObject({ exitCode: 0, messages: [expect.stringMatching(/^warning person\.headline: /), "  write plain text", `${file}: no errors, 1 warning`] });
  });
  it("ends with 2 for errors: a line for each, and an indented one with what to do", async () => {
    const file = write("bad.json", JSON.stringify(makeDocument({ roles: [makeRole({ end: "2019" })] })));
    expect(await check(file)).toEqual({
      exitCode: 2,
      messages: [
        'error roles[0].end: the end "2019" is before the start "2020-01"',
        "  swap the two, or mend the one that is wrong",
        `${file}: 1 error, no warnings`,
      ],
    });
    expect(await check(file, true)).toMatchObject({ exitCode: 2, data: { ok: false, errors: 1, warnings: 0, issues: [{ severity: "error", code: "end-before-start", path: "roles[0].end" }] }, messages: [] });
  });
  it("says line and column of what is no JSON", async () => {
    const { exitCode, messages } = await check(write("broken.json", '{\n "version": 1,\n}'));
    expect(exitCode).toBe(2);
    expect(messages[0]).toBe("error: line 2, column 14: a comma stands before }");
  });
  it("counts what it lists, and says that there is more", async () => {
    const file = write("many.json", JSON.stringify({ ...makeDocument(), roles: Array.from({ length: 300 }, () => 0) }));
    expect((await check(file)).messages.at(-1)).toBe(`${file}: 200 errors, no warnings, and more`);
    expect(await check(file, true)).toMatchObject({ data: { errors: 200 } });
  });
  it("reads UTF-16 where its mark says so, and warns that not everybody does; refuses it otherwise", async () => {
    const file = write("utf16.json", utf16(JSON.stringify(makeDocument())));
    const { exitCode, messages } = await check(file);
    expect(exitCode).toBe(0);
    expect(messages).toEqual(["warning: the file is UTF-16, which an embed does not read", "  save it with the encoding UTF-8", `${file}: no errors, 1 warning`]);
    const large = write("large-end.json", Buffer.from(utf16(JSON.stringify(makeDocument()))).swap16());
    expect(await check(large, true)).toMatchObject({ exitCode: 0, data: { warnings: 1, issues: [{ severity: "warning", code: "utf-16", path: "" }] } });
    expect((await check(write("nomark.json", utf16(JSON.stringify(makeDocument())).subarray(2)), true)).data).toMatchObject({ issues: [{ code: "encoding" }] });
  });
  it("refuses bytes that are no UTF-8, rather than show other letters", async () => {
    const latin = Buffer.from(JSON.stringify(makeDocument({ person: { headline: "Café" } })), "latin1");
    expect(await check(write("latin.json", latin))).toMatchObject({ exitCode: 2, messages: ["error: the text is not UTF-8", "  save the file with the encoding UTF-8", expect.stringContaining("1 error")] });
  });
  it("knows which day it is, or is told", async () => {
    const file = write("agreed.json", JSON.stringify(makeDocument({ roles: [makeRole({ end: "2027-03" })] })));
    expect(await check(file, true)).toMatchObject({ data: { issues: [{ severity: "warning", code: "end-in-future", path: "roles[0].end" }] } });
    expect(await check(file, true, "2027-03-01")).toMatchObject({ data: { warnings: 0 } });
    const far = write("far.json", JSON.stringify(makeDocument({ roles: [makeRole({ end: "9999-12" })] })));
    expect(await checkCommand.run({ positionals: [far], values: { json: true } })).toMatchObject({ data: { issues: [{ code: "end-in-future" }] } });
    expect(await check(file, false, "soon")).toMatchObject({ exitCode: 1 });
    expect((await check(file, false, "1926")).messages[0]).toContain("warning --as-of: 1926 is more than a year from today");
  });
  it("gives up on what is too large", async () => {
    const file = write("large.json", "x".repeat(MAX_TEXT_BYTES * 2 + 1));
    expect(await check(file, true)).toMatchObject({ exitCode: 2, data: { issues: [{ code: "too-large" }] } });
  });
  it("ends with 1 for what is no file, in one sentence", async () => {
    expect(await check(join(folder, "none.json"))).toEqual({ exitCode: 1, messages: [`there is no file ${join(folder, "none.json")}`] });
    expect(await check(folder)).toEqual({ exitCode: 1, messages: [`${folder} is a folder, not a file`] });
  });
  it("ends with 1 without a file, or with two", async () => {
    expect(await checkCommand.run({ positionals: [], values: {} })).toMatchObject({ exitCode: 1, messages: [expect.stringContaining("needs a file")] });
    expect(await checkCommand.run({ positionals: ["a", "b"], values: {} })).toMatchObject({ exitCode: 1 });
  });
});
