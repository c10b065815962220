import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../support/sourceTree.js";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

it("the frame has the sheets that the other embeds have, in their order", () => {
  const styles = read("src/embed/styles.ts");
  const files = new Map([...styles.matchAll(/import (\w+) from "([^"?]+\.css)\?inline"/g)].map(([, name = "", path = ""]) => [name, basename(path)]));
  const inOrder = [...(styles.split("widgetCss")[1] ?? "").matchAll(/\w+/g)].flatMap(([name]) => files.get(name) ?? []);
  const imported = [...read("src/embed/frame/frame.css").matchAll(/@import "([^"]+)"/g)].map(([, path = ""]) => basename(path));
  expect(imported.length).toBeGreaterThan(3);
  expect(imported).toEqual(inOrder);
});
