import { fail, type Command } from "../command.js";
import { formatIssue } from "../print.js";
import { readCareer } from "../readCareer.js";
import { readAsOf } from "../siteOptions.js";

export const importCommand: Command = {
  name: "import",
  usage: "FILE",
  summary: "Print the career.json of a JSON Resume, to which figures and fields are then added by hand; - reads from stdin",
  options: {},
  run: async ({ positionals }) => {
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return fail("import takes one file: import resume.json > career.json");
    const day = readAsOf(undefined);
    if (typeof day === "string") return fail(day);
    const career = await readCareer(file, day.asOf);
    if (!career.read) return fail(career.message);
    const { result } = career;
    const messages = result.issues.flatMap(formatIssue);
    return result.ok ? { exitCode: 0, data: result.value, messages } : { exitCode: 2, messages };
  },
};
