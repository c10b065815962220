import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, expectTypeOf, it } from "vitest";
import { createJsonSchema } from "../../src/cli/commands/schema.js";
import type { CareerDocument, Metric } from "../../src/model/document.js";
import { CareerSchema, ID, METRIC_KINDS } from "../../src/model/schema.js";
import { makeDocument } from "../support/document.js";

type Read = v.InferOutput<typeof CareerSchema>;
/** Every key of every object, optional or not: a key that one side lacks makes the two differ. */
type AllRequired<T> = T extends readonly (infer Item)[] ? AllRequired<Item>[] : T extends object ? { [K in keyof T]-?: AllRequired<T[K]> } : T;

describe("the schema and the types", () => {
  it("say the same: what the schema lets through is a CareerDocument", () => {
    expectTypeOf<Read>().toExtend<CareerDocument>();
    expectTypeOf<CareerDocument>().toExtend<v.InferInput<typeof CareerSchema> | CareerDocument>();
  });
  it("name the same keys everywhere", () => {
    expectTypeOf<keyof Read>().toEqualTypeOf<keyof CareerDocument>();
    expectTypeOf<keyof AllRequired<Read>["person"]>().toEqualTypeOf<keyof AllRequired<CareerDocument>["person"]>();
    type ReadRole = AllRequired<Read>["roles"][number];
    type Role = AllRequired<CareerDocument>["roles"][number];
    expectTypeOf<keyof ReadRole>().toEqualTypeOf<keyof Role>();
    expectTypeOf<keyof ReadRole["achievements"][number]>().toEqualTypeOf<keyof Role["achievements"][number]>();
    expectTypeOf<keyof AllRequired<Read>["activity"]>().toEqualTypeOf<keyof AllRequired<CareerDocument>["activity"]>();
    expectTypeOf<keyof AllRequired<Read>["activity"]["series"][number]>().toEqualTypeOf<keyof AllRequired<CareerDocument>["activity"]["series"][number]>();
    expectTypeOf<keyof AllRequired<Read>["person"]["claims"][number]>().toEqualTypeOf<keyof AllRequired<CareerDocument>["person"]["claims"][number]>();
  });
  it("know the same twelve kinds of metric, with the same keys each", () => {
    type ReadMetric = NonNullable<NonNullable<Read["roles"][number]["achievements"]>[number]["metrics"]>[number];
    expectTypeOf<ReadMetric["kind"]>().toEqualTypeOf<Metric["kind"]>();
    type KeysByKind<M extends { kind: string }> = { [K in M["kind"]]: keyof Extract<M, { kind: K }> };
    expectTypeOf<KeysByKind<ReadMetric>>().toEqualTypeOf<KeysByKind<Metric>>();
    expect(METRIC_KINDS).toHaveLength(12);
    expect(new Set(METRIC_KINDS).size).toBe(12);
  });
});

describe("ids", () => {
  it.each(["go", "carousell-lead", "a_b", "7", "付款", "überweisung", "हिन्दी"])("%j is one", (id) => expect(ID.test(id)).toBe(true));
  it.each(["", "-a", "_a", "a b", "a.b", "a/b", "a,b", "a?b", "a#b", "<a>", "a\u200b", "a\n"])("%j is none", (id) => expect(ID.test(id)).toBe(false));
});

describe("lists and objects", () => {
  it("are not taken for each other", () => {
    const paths = (tree: unknown): unknown[] => (v.safeParse(CareerSchema, tree).issues ?? []).map((issue) => issue.path?.map((step) => step.key).join("."));
    expect(paths({ ...makeDocument(), person: [] })).toEqual(["person"]);
    expect(paths({ ...makeDocument(), domains: {} })).toEqual(["domains"]);
    expect(paths({ ...makeDocument(), roles: [[]] })).toEqual(["roles.0"]);
    expect(paths({ ...makeDocument(), views: [{ slug: "a", title: "A", filter: [] }] })).toEqual(["views.0.filter"]);
  });
});

describe("data/schema.json", () => {
  const file = readFileSync(new URL("../../data/schema.json", import.meta.url), "utf8");

  it("is what the schema generates; refresh it with: npm run --silent cli -- schema > data/schema.json", async () => {
    expect(file).toBe(`${JSON.stringify(await createJsonSchema(), null, 2)}\n`);
  });
  it("lets every object have further keys, and describes every key it knows", () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      // A shape for them is a dictionary's; what may not be is a closed door.
      expect(node).not.toHaveProperty("additionalProperties", false);
      const properties = "properties" in node && typeof node.properties === "object" && node.properties !== null ? node.properties : {};
      for (const [key, value] of Object.entries(properties)) {
        const said = JSON.stringify(value).includes('"description"') || Object.hasOwn(Object(value), "const");
        if (!said) undescribed.push(`${path}.${key}`);
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
    };
    visit(JSON.parse(file), "");
    expect(undescribed).toEqual([]);
  });
});
