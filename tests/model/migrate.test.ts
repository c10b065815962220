import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CURRENT_VERSION, migrate, MIGRATIONS, type DocumentTree, type Migration } from "../../src/model/migrate.js";
import { checkDocument } from "../../src/model/parseCareer.js";
import { makeDocument } from "../support/document.js";
import { briefly } from "../support/issues.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
vi.setConfig({ testTimeout: 5000 + RUNS.numRuns * 30 });

/** A made-up history: 1 called the roles jobs, 2 kept the name at the top. */
const CHAIN: readonly Migration[] = [
  { from: 2, to: 3, migrate: ({ name, ...rest }) => ({ ...rest, person: { name } }) },
  { from: 1, to: 2, migrate: ({ jobs, ...rest }) => ({ ...rest, roles: jobs }) },
];

function freeze(tree: DocumentTree): DocumentTree {
  for (const value of Object.values(tree)) if (typeof value === "object" && value !== null) Object.freeze(value);
  return Object.freeze(tree);
}

describe("migrate", () => {
  it("goes step by step, keeps what it does not know, and leaves the old tree alone", () => {
    const old = freeze({ version: 1, jobs: [1], name: "Ada", mine: { kept: true } });
    expect(migrate(old, CHAIN, 3)).toEqual({ ok: true, value: { version: 3, roles: [1], person: { name: "Ada" }, mine: { kept: true } }, issues: [] });
    expect(migrate(freeze({ version: 2, name: "Ada" }), CHAIN, 3)).toMatchObject({ ok: true, value: { version: 3, person: { name: "Ada" } } });
  });
  it("hands a current document back itself", () => {
    const tree = freeze({ version: 3 });
    const result = migrate(tree, CHAIN, 3);
    expect(result.ok && result.value).toBe(tree);
  });
  it.each([
    [{}, "version-missing", 'add "version": 3'],
    [{ versoin: 3 }, "version-missing", 'there is "versoin"'],
    [{ version: "3" }, "version-unreadable", "write"],
    [{ version: 1.5 }, "version-unreadable", "write"],
    [{ version: null }, "version-unreadable", "write"],
    [{ version: -1 }, "version-unreadable", "write"],
    [{ version: 4 }, "version-newer", "newer release"],
    [{ version: 0 }, "version-unknown", "write"],
  ])("says what is wrong with %j: %s", (tree, code, hint) => {
    const result = migrate(tree, CHAIN, 3);
    expect(briefly(result.issues)).toEqual([`error ${code} version`]);
    expect(result.issues[0]?.hint).toContain(hint);
  });
  it("says up to which version it reads", () => {
    expect(migrate({ version: 2 }).issues[0]?.message).toBe("the document has version 2; this program reads up to version 1");
  });
  it("cannot be led in circles by a chain that does not go up", () => {
    const circular: readonly Migration[] = [{ from: 1, to: 1, migrate: (tree) => tree }, { from: 2, to: 1, migrate: (tree) => tree }];
    expect(migrate({ version: 1 }, circular, 3).ok).toBe(false);
  });
  it("never throws for any version", () => {
    fc.assert(fc.property(fc.jsonValue(), (version) => {
      const result = migrate({ version }, CHAIN, 3);
      expect(result.ok).toBe(version === 1 || version === 2 || version === 3);
    }), RUNS);
  });
});

describe("the published chain", () => {
  it("reaches the current version from every version it starts at", () => {
    for (const { from } of MIGRATIONS) expect(migrate({ version: from }).ok).toBe(true);
    expect(MIGRATIONS.every((step) => step.to <= CURRENT_VERSION && step.from < step.to)).toBe(true);
  });
  it("is used by the check: what it gives is checked like any other document", () => {
    const chain: readonly Migration[] = [{ from: 0, to: 1, migrate: ({ jobs, ...rest }) => ({ ...rest, roles: jobs }) }];
    const { roles, ...rest } = makeDocument();
    const result = checkDocument({ ...rest, version: 0, jobs: roles, mine: 1 }, { migrations: chain });
    expect(result).toMatchObject({ ok: true, value: { ...makeDocument(), mine: 1 } });
    expect(checkDocument({ ...rest, version: 0, jobs: 3 }, { migrations: chain }).issues[0]?.path).toBe("roles");
  });
});
