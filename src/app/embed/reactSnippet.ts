import { NO_FILTERS, type Filters } from "../../model/select.js";
import { jsxAttribute, toInlineJson } from "./escape.js";
import { linkAddress } from "./frameSnippets.js";
import type { SnippetInput } from "./snippetInput.js";

const PACKAGE = "import { CareerTimeline } from \"career-timeline/react\";\nimport \"career-timeline/style.css\";";

/** A component of one's own, in JavaScript that is TypeScript, too. */
export function reactCode(input: SnippetInput): string {
  return input.data === null ? followingCode(input) : frozenCode(input);
}

function frozenCode(input: SnippetInput): string {
  return `${PACKAGE}

const career = ${toInlineJson(input.data)};

export function Career() {
  return ${timeline(input)};
}`;
}

/** The text is handed over as it came: the component reads it, and says what is wrong with it. */
function followingCode(input: SnippetInput): string {
  return `"use client";

import { useEffect, useState } from "react";
${PACKAGE}

export function Career() {
  const [career, setCareer] = useState("");
  useEffect(() => {
    fetch(${toInlineJson(`${input.site.url}career.json`)})
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then(setCareer, () => {});
  }, []);
  if (career === "") return <a ${jsxAttribute("href", linkAddress(input))}>{${toInlineJson(input.title)}}</a>;
  return ${timeline(input)};
}`;
}

function timeline({ site, filters, at, chrome, theme, background, data, asOf, published }: SnippetInput): string {
  const state = { ...sparse(filters), ...(at === null ? {} : { at }) };
  const props = [
    "career={career}",
    data === null ? "" : jsxAttribute("asOf", asOf),
    Object.keys(state).length === 0 ? "" : `defaultState={${toInlineJson(state)}}`,
    chrome === "filters" ? "" : jsxAttribute("chrome", chrome),
    theme === "host" ? "" : jsxAttribute("theme", theme),
    background === "paper" ? "" : jsxAttribute("background", background),
    published ? jsxAttribute("pageHref", site.url + site.index) : "",
  ].filter(Boolean);
  return `<CareerTimeline ${props.join(" ")} />`;
}

/** Only what keeps something out. */
function sparse(filters: Filters): object {
  const given = Object.entries(filters).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(NO_FILTERS, name)));
  return given.length === 0 ? {} : { filters: Object.fromEntries(given) };
}
