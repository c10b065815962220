export { detectFormat, importCareer, type Format, type Imported, type ImportOptions } from "../import/importCareer.js";
export { toJsonResume } from "../import/jsonResume/toJsonResume.js";
export type { JsonObject } from "../import/jsonResume/json.js";
export type { Issue, Result, Severity } from "../lib/result.js";
export type { CareerDocument } from "../model/document.js";
