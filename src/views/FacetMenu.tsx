import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { FacetMenuProps } from "./FacetOptions.js";
import { createLate, useLate } from "./hooks/late.js";

export const facetOptions = createLate(() => import("./FacetOptions.js"), ({ FacetOptions }) => FacetOptions);

/** One choice is none. */
export const hasMenu = (offered: readonly unknown[], chosen: readonly unknown[]): boolean => offered.length > 1 || chosen.length > 0;

/** A searchable list of checkboxes behind a button; the list comes after the page has come to rest. */
export function FacetMenu({ name, many, options: offered, counts, chosen, stop, onToggle, onClear }: FacetMenuProps & { readonly stop: string | null }): ReactNode {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [Options, failed] = useLate(facetOptions, open);

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !event.composedPath().includes(root.current ?? event.target)) setOpen(false);
    };
    // On the window: a document's own methods can be hidden behind a form's name.
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [open]);

  if (!hasMenu(offered, chosen)) return null;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      // A dialog of the host's that this is in would close, too.
      event.preventDefault();
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

  return (
    <div className="menu" ref={root} onKeyDown={onKeyDown}>
      <button ref={button} type="button" className={`chip plain${chosen.length > 0 ? " some" : ""}`} data-item={name} tabIndex={stop === name ? 0 : -1} aria-expanded={open} aria-controls={open && Options ? id : undefined} onClick={() => setOpen(!open)}>
        {name}
        {chosen.length > 0 ? <i>{chosen.length}</i> : null}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M1.5,4l4.5,4.5L10.5,4" /></svg>
      </button>
      {open && Options ? (
        <Options id={id} name={name} many={many} options={offered} counts={counts} chosen={chosen} onToggle={onToggle} onClear={onClear} />
      ) : null}
      {open && !Options && failed ? <p className="pop" role="alert">The list did not load.</p> : null}
    </div>
  );
}
