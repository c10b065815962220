import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { formatNumber } from "../lib/format.js";
import { foldText } from "../model/search.js";

export interface FacetMenuProps {
  readonly name: string;
  readonly many: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly aliases?: readonly string[] }[];
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly onClear: () => void;
}

/** Fewer are read faster than anything is typed; in those a letter leads to what begins with it. */
const FINDABLE = 5;

/** The list behind a facet's button: boxes that are the browser's own, so every aid knows them, and a field that narrows them. */
export function FacetOptions({ id, name, many, options, counts, chosen, onToggle, onClear }: FacetMenuProps & { readonly id: string }): ReactNode {
  const [find, setFind] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const findable = options.length >= FINDABLE;
  // A finger opens the list to read it: the caret in the field would bring a keyboard that covers half of it.
  const enter = (): void => {
    const box = list.current?.querySelector("input");
    ((matchMedia("(pointer: coarse)").matches ? box : null) ?? field.current ?? box)?.focus();
  };
  useEffect(enter, []);
  const wanted = foldText(find.trim());
  const shown = options.filter((option) => [option.label, ...(option.aliases ?? [])].some((word) => foldText(word).includes(wanted)));
  // As in the browser's own lists.
  const onKeyDown = ({ key, ctrlKey, metaKey, currentTarget }: KeyboardEvent): void => {
    if (key.trim().length !== 1 || ctrlKey || metaKey) return;
    const boxes = [...(list.current?.querySelectorAll("input") ?? [])];
    const after = boxes.findIndex((box) => box === currentTarget) + 1;
    [...boxes.slice(after), ...boxes].find((box) => foldText(box.parentElement?.textContent ?? "").startsWith(foldText(key)))?.focus();
  };
  // The button goes with what it clears; focus stays in the menu.
  const clear = (): void => {
    enter();
    onClear();
  };
  return (
    <div className="pop" id={id} role="group" aria-label={name}>
      {findable ? <input ref={field} type="search" aria-label={`Find among the ${many}`} placeholder={`Find among ${options.length}`} value={find} onChange={(event) => setFind(event.target.value)} /> : null}
      <ul ref={list}>
        {shown.map((option) => {
          const count = counts.get(option.id) ?? 0;
          return (
            <li key={option.id}>
              <label className={count === 0 ? "none" : undefined}>
                <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => onToggle(option.id)} onKeyDown={onKeyDown} />
                <span dir="auto">{option.label}</span>
                <i>{formatNumber(count)}</i>
              </label>
            </li>
          );
        })}
      </ul>
      {shown.length === 0 ? <p>None of the {many} has these letters.</p> : null}
      {chosen.length > 0 ? <button type="button" className="text" onClick={clear}>Clear {many}</button> : null}
    </div>
  );
}
