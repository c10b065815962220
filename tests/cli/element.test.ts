import { describe, expect, it } from "vitest";
import { elementCommand } from "../../src/cli/commands/element.js";

const run = (values: Record<string, string>, positionals: string[] = ["data/career.json"]) => elementCommand.run({ positionals, values: { "as-of": "2026-11-22", ...values } });

describe("element", () => {
  it("prints the element for a published site", async () => {
    const outcome = await run({ url: "https://example.org/cv/" });
    expect(outcome).toMatchObject({ exitCode: 0, messages: [] });
    expect(outcome.data).toMatch(/^<script src="https:\/\/example\.org\/cv\/embed\/career-timeline\.js" defer><\/script><career-timeline .*<\/career-timeline>$/s);
  });

  it.each<readonly [Record<string, string>, RegExp]>([
    [{}, /needs --url/], [{ url: "ftp://example.org/" }, /http/], [{ url: "https://example.org/", chrome: "full" }, /--chrome/], [{ url: "https://example.org/", theme: "blue" }, /--theme/],
  ])("refuses %j", async (values, message) => {
    expect(await run(values)).toMatchObject({ exitCode: 1, messages: [expect.stringMatching(message)] });
  });

  it("needs one file, and one that can be read", async () => {
    expect(await run({ url: "https://example.org/" }, [])).toMatchObject({ exitCode: 1 });
    expect(await run({ url: "https://example.org/" }, ["package-lock.json"])).toMatchObject({ exitCode: 2 });
  });
});
