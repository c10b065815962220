import type { CareerDocument } from "../../model/document.js";
import { asObject, isEmpty, isSameJson, omit, valueOf, type JsonObject } from "./json.js";
import type { Part } from "./kept.js";
import { SILENT } from "./note.js";
import { readSkills } from "./readSkills.js";

/** JSON Resume has no word for a made-up person; `meta` is where it lets tools write theirs. */
export function isFictional(resume: JsonObject): boolean {
  return asObject(valueOf(resume, "meta"))["fictional"] === true;
}

/** How a career says what stands beside `basics` and the sections. */
export const ROOT_PARTS: readonly Part<CareerDocument>[] = [
  {
    keys: ["skills"],
    write: ({ skills }) => (skills === undefined || skills.length === 0 ? {} : { skills: skills.map(({ label }) => ({ name: label })) }),
    isStill: ({ skills }, source) => isSameJson(readSkills(valueOf(source, "skills"), SILENT).map(({ skill }) => skill), skills ?? []),
  },
  {
    keys: ["meta"],
    write: ({ fictional }, _source, old) => {
      const meta = { ...omit(asObject(old["meta"]), ["fictional"]), ...(fictional === true ? { fictional } : {}) };
      return isEmpty(meta) ? {} : { meta };
    },
    isStill: ({ fictional }, source) => isFictional(source) === (fictional === true),
  },
];
