import { useId, type ReactNode } from "react";
import type { Option } from "./choices.js";

export interface ChoiceGroupProps<Value> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  /** Beneath the legend. */
  readonly hint?: string;
  /** Cannot be chosen now. */
  readonly refused?: Value;
}

/** One of a few, all of them in sight. */
export function ChoiceGroup<Value extends string | number | boolean>({ legend, hint, options, value, onChoose, refused }: ChoiceGroupProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="choices" aria-describedby={hint === undefined ? undefined : `${name}hint`}>
      <legend>{legend}</legend>
      {hint === undefined ? null : <p id={`${name}hint`} className="aside">{hint}</p>}
      {options.map((option) => (
        <label key={String(option.value)} className={option.faint ? "faint" : undefined}>
          <input type="radio" name={name} checked={option.value === value} disabled={option.value === refused} onChange={() => onChoose(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
