import { CareerSchema } from "../../model/schema.js";
import type { Command } from "../command.js";

export const schemaCommand: Command = {
  name: "schema",
  usage: "",
  summary: "Print the JSON Schema of career.json, from which editors complete and check it",
  options: {},
  run: async () => ({ exitCode: 0, data: await createJsonSchema(), messages: [] }),
};

/**
 * Draft 07, which every editor knows. It says a little less than `check`: nothing about ids, quotes, or two fields together.
 * The converter is loaded here only, since nothing else needs it.
 */
export async function createJsonSchema(): Promise<object> {
  const { toJsonSchema } = await import("@valibot/to-json-schema");
  const { $schema, title, description, ...shape } = toJsonSchema(CareerSchema, {
    target: "draft-07",
    // What JSON cannot break (finite) or Schema cannot say (check) is left out; anything else it cannot say is an error.
    ignoreActions: ["check", "finite"],
    // Patterns with the u flag are said without it: editors read every pattern as Unicode.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === "regex" && "requirement" in valibotAction && valibotAction.requirement instanceof RegExp
        ? { ...jsonSchema, pattern: valibotAction.requirement.source }
        : undefined,
  });
  return { $schema, title, description, ...shape };
}
