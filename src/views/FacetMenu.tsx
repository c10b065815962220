import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

export interface FacetMenuProps {
  readonly name: string;
  readonly many: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly aliases?: readonly string[] }[];
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly onClear: () => void;
}

const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** A searchable list of checkboxes behind a button. The boxes are the browser's own, so every aid knows them. */
export function FacetMenu({ name, many, options, counts, chosen, onToggle, onClear }: FacetMenuProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [find, setFind] = useState("");
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !event.composedPath().includes(root.current ?? event.target)) setOpen(false);
    };
    const scope = root.current?.ownerDocument;
    scope?.addEventListener("pointerdown", outside);
    scope?.addEventListener("focusin", outside);
    root.current?.querySelector<HTMLInputElement>("input")?.focus();
    return () => {
      scope?.removeEventListener("pointerdown", outside);
      scope?.removeEventListener("focusin", outside);
    };
  }, [open]);

  if (options.length < 2 && chosen.length === 0) return null;
  const wanted = fold(find.trim());
  const shown = options.filter((option) => [option.label, ...(option.aliases ?? [])].some((word) => fold(word).includes(wanted)));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || !open) return;
    const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input")];
    const at = inputs.findIndex((input) => input === event.target);
    event.preventDefault();
    inputs[Math.min(Math.max(at + step, 0), inputs.length - 1)]?.focus();
  };

  // The button goes with what it clears; focus stays in the menu.
  const clear = (): void => {
    root.current?.querySelector<HTMLElement>("input")?.focus();
    onClear();
  };

  return (
    <div className="menu" ref={root} onKeyDown={onKeyDown}>
      <button ref={button} type="button" className={`chip plain${chosen.length > 0 ? " some" : ""}`} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        {name}
        {chosen.length > 0 ? <i>{chosen.length}</i> : null}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M1.5,4l4.5,4.5L10.5,4" /></svg>
      </button>
      {open ? (
        <div className="pop" id={id} role="group" aria-label={name}>
          <input type="search" aria-label={`Find among the ${many}`} placeholder={`Find among ${options.length}`} value={find} onChange={(event) => setFind(event.target.value)} />
          <ul>
            {shown.map((option) => {
              const count = counts.get(option.id) ?? 0;
              return (
                <li key={option.id}>
                  <label className={count === 0 ? "none" : undefined}>
                    <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => onToggle(option.id)} />
                    <span dir="auto">{option.label}</span>
                    <i>{count}</i>
                  </label>
                </li>
              );
            })}
          </ul>
          {shown.length === 0 ? <p>None of the {many} has these letters.</p> : null}
          {chosen.length > 0 ? <button type="button" className="text" onClick={clear}>Clear {many}</button> : null}
        </div>
      ) : null}
    </div>
  );
}
