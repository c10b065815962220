import type { RoleDocument, RoleKind } from "../../model/document.js";
import { valueOf } from "./json.js";
import { keptOf } from "./kept.js";

/** A list of JSON Resume whose dated entries become roles, and where its entries have what every role has. */
export interface Section {
  readonly key: "work" | "volunteer" | "education" | "projects";
  /** undefined: an ordinary role. */
  readonly kind: RoleKind | undefined;
  /** Joined by commas. Ours is written to the last one. */
  readonly title: readonly [string, ...string[]];
  /** The first that says something; the later ones are from before version 1.0.0. Ours is written to the first. */
  readonly organization: readonly [string, ...string[]];
}

/** In the order in which their roles follow each other. */
export const SECTIONS: readonly Section[] = [
  { key: "work", kind: undefined, title: ["position"], organization: ["name", "company"] },
  { key: "volunteer", kind: "service", title: ["position"], organization: ["organization"] },
  { key: "education", kind: "education", title: ["studyType", "area"], organization: ["institution"] },
  { key: "projects", kind: undefined, title: ["name"], organization: ["entity"] },
];

/** Where a role goes by its kind alone: breaks, freelance work and founders' years stand under "work". */
export function sectionByKind(kind: RoleKind | undefined): Section["key"] {
  if (kind === "service") return "volunteer";
  return kind === "education" ? "education" : "work";
}

/** Where a role came from; for one that was written here, where it would go. */
export function sectionOf(role: RoleDocument): Section["key"] {
  const kept = valueOf(keptOf(role), "section");
  return SECTIONS.find(({ key }) => key === kept)?.key ?? sectionByKind(role.kind);
}
