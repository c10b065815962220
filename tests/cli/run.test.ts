import { describe, expect, it } from "vitest";
import { fail, type Command } from "../../src/cli/command.js";
import { runCli } from "../../src/cli/run.js";

const COMMANDS: readonly Command[] = [
  { name: "echo", usage: "WORD [--loud]", summary: "Say it again", options: { loud: { type: "boolean" }, times: { type: "string" } }, run: ({ positionals, values }) => ({ exitCode: 0, data: { positionals, values: { ...values } }, messages: [] }) },
  { name: "break", usage: "", summary: "Fail", options: {}, run: () => Promise.reject(new Error("boom")) },
  { name: "refuse", usage: "", summary: "Refuse", options: {}, run: () => fail("no") },
];

describe("runCli", () => {
  it("hands options and words to the command", async () => {
    expect(await runCli(["echo", "a", "--loud", "--times", "3", "b"], COMMANDS)).toEqual({ exitCode: 0, data: { positionals: ["a", "b"], values: { loud: true, times: "3" } }, messages: [] });
  });
  it("hands on who listens to the work, and nothing where nobody does", async () => {
    const listening: Command = { name: "listen", usage: "", summary: "", options: {}, run: ({ progress }) => (progress?.("half"), { exitCode: 0, data: progress !== undefined, messages: [] }) };
    const said: string[] = [];
    expect(await runCli(["listen"], [listening], (line) => void said.push(line))).toMatchObject({ data: true });
    expect(said).toEqual(["half"]);
    expect(await runCli(["listen"], [listening])).toMatchObject({ data: false });
  });
  it.each([
    [["ehco"], 'there is no command "ehco"; did you mean "echo"?'],
    [["xyz"], 'there is no command "xyz"; there are echo, break, refuse'],
    [["echo", "--luod"], "Unknown option '--luod'; did you mean \"--loud\"?"],
    [["echo", "--nothing-like-it"], "Unknown option '--nothing-like-it'; usage: echo WORD [--loud]"],
    [["echo", "--times"], "Option '--times <value>' argument missing; usage: echo WORD [--loud]"],
    [["break"], "break failed, and that is a fault of this program: boom"],
    [["refuse"], "no"],
    [["\u001b[2J"], 'there is no command "\\u{1b}[2J"; there are echo, break, refuse'],
  ])("%j ends with 1 and one sentence", async (argv, message) => {
    expect(await runCli(argv, COMMANDS)).toEqual({ exitCode: 1, messages: [message] });
  });
  it("helps when asked, on stdout; and without a command, on stderr", async () => {
    const { exitCode, data } = await runCli(["--help"], COMMANDS);
    expect(exitCode).toBe(0);
    for (const { name, summary } of COMMANDS) expect(data).toMatch(new RegExp(`${name}[^]*${summary}`));
    expect(await runCli([], COMMANDS)).toMatchObject({ exitCode: 1, messages: expect.arrayContaining(["      Say it again"]) });
    expect(await runCli(["echo", "--help"], COMMANDS)).toEqual({ exitCode: 0, data: "usage: echo WORD [--loud]", messages: [] });
  });
});
