import { describe, expect, it } from "vitest";
import { isSameJson, omit, pick, valueOf } from "../../../src/import/jsonResume/json.js";

const parse = (text: string): Readonly<Record<string, unknown>> => JSON.parse(text) as Readonly<Record<string, unknown>>;

describe("keys of an object that may hold any", () => {
  it("are its own: what every object has by nature is not said by anybody", () => {
    expect(valueOf({}, "constructor")).toBeUndefined();
    expect(valueOf(parse('{"constructor":1,"__proto__":2}'), "constructor")).toBe(1);
    expect(valueOf(parse('{"__proto__":2}'), "__proto__")).toBe(2);
  });

  it("stay keys when some are taken or left out", () => {
    const source = parse('{"a":1,"__proto__":{"x":2},"b":3}');
    expect(JSON.stringify(pick(source, ["__proto__", "b", "toString"]))).toBe('{"__proto__":{"x":2},"b":3}');
    expect(JSON.stringify(omit(source, ["a"]))).toBe('{"__proto__":{"x":2},"b":3}');
    expect(omit(source, ["c"])).toBe(source);
  });
});

it.each<readonly [string, string, boolean]>([
  ['{"a":[1,{"b":null}],"c":"x"}', '{"c":"x","a":[1,{"b":null}]}', true], ["[1,2]", "[2,1]", false], ["[]", "{}", false], ["{}", "[]", false], ["[1]", "[1,2]", false], ['{"a":1}', '{"b":1}', false], ['{"a":1}', "{}", false], ["null", "{}", false], ["0", '"0"', false],
  ['{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}', false], ['{"toString":1}', "{}", false], ['{"__proto__":{}}', '{"a":1}', false],
])("%s and %s are the same: %s", (a, b, same) => expect(isSameJson(parse(a), parse(b))).toBe(same));
