import * as v from "valibot";
import { isObject } from "./schemaWalk.js";

/** Entries of one list. A career of 100,000 achievements in ten roles fills ten of them. */
export const LONGEST_LIST = 10_000;

/** A list is given up after so many faults, or five megabytes of nonsense would fill the memory with them. */
export const MOST_FAULTS = 1000;

/** An object with these keys and any others. Unlike `v.object` alone, it takes no list for an object. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries, title: string, description: string) {
  const plain = v.object(entries);
  const strict: typeof plain = {
    ...plain,
    // null is refused as a list should be: by its type. The words come from the document, not from here.
    "~run": (dataset, config) => plain["~run"](Array.isArray(dataset.value) ? { value: null } : dataset, config),
  };
  return v.pipe(strict, v.title(title), v.description(description));
}

const tooMany = v.pipe(v.any(), v.check(() => false, "too-many"));

/**
 * An object whose keys are data, given up after MOST_FAULTS faults. Every key is looked at, also those that valibot's own
 * record passes over ("constructor").
 */
export function dictionary<const Key extends v.GenericSchema<string, string>, const Value extends v.GenericSchema>(key: Key, value: Value, description: string) {
  const plain = v.record(key, value);
  const run = (dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>): v.OutputDataset<unknown, v.BaseIssue<unknown>> => {
    const input: unknown = dataset.value;
    if (!isObject(input)) return plain["~run"]({ value: null }, config);
    const issues: v.BaseIssue<unknown>[] = [];
    for (const [name, entry] of Object.entries(input)) {
      if (issues.length >= MOST_FAULTS) break;
      const step = { type: "object", input, key: name } as const;
      for (const issue of key["~run"]({ value: name }, config).issues ?? []) issues.push({ ...issue, path: [{ ...step, origin: "key", value: name }] });
      for (const issue of value["~run"]({ value: entry }, config).issues ?? []) issues.push({ ...issue, path: [{ ...step, origin: "value", value: entry }] });
    }
    const [first, ...rest] = issues;
    return first === undefined ? { typed: true, value: input } : { typed: false, value: input, issues: [first, ...rest] };
  };
  // As in `list`: what it gives is the document itself.
  const limited: typeof plain = { ...plain, "~run": run as (typeof plain)["~run"] };
  return v.pipe(limited, v.description(description));
}

/** A list of at most `longest` entries, given up after MOST_FAULTS faults. */
export function list<const Item extends v.GenericSchema>(item: Item, description: string, longest = LONGEST_LIST) {
  const plain = v.array(item);
  const run = (dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>): v.OutputDataset<unknown, v.BaseIssue<unknown>> => {
    const input: unknown = dataset.value;
    if (!Array.isArray(input)) return plain["~run"](dataset, config);
    if (input.length > longest) return { ...tooMany["~run"]({ value: input }, config), typed: false } as v.FailureDataset<v.BaseIssue<unknown>>;
    const issues: v.BaseIssue<unknown>[] = [];
    for (let key = 0; key < input.length && issues.length < MOST_FAULTS; key += 1) {
      const value: unknown = input[key];
      for (const issue of item["~run"]({ value }, config).issues ?? []) {
        issues.push({ ...issue, path: [{ type: "array", origin: "value", input, key, value }, ...(issue.path ?? [])] });
      }
    }
    const [first, ...rest] = issues;
    return first === undefined ? { typed: true, value: input } : { typed: false, value: input, issues: [first, ...rest] };
  };
  // The same type as valibot's own run, whose output nobody reads: the document itself is what goes on.
  const limited: typeof plain = { ...plain, "~run": run as (typeof plain)["~run"] };
  // maxLength never speaks here, since longer lists were refused; it tells editors.
  return v.pipe(limited, v.maxLength(longest), v.description(description));
}
