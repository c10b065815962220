import { useId, type ReactNode } from "react";

export interface ExportAction {
  readonly label: string;
  /** What it does to what, for those who do not see the row. Begins as the label does. */
  readonly name: string;
  readonly onPress: () => void;
}

export interface ExportRowProps {
  readonly name: string;
  readonly note: string;
  readonly actions: readonly ExportAction[];
  readonly children?: ReactNode;
}

/** One way to take it along: what it is, what it is good for, and the buttons. */
export function ExportRow({ name, note, actions, children }: ExportRowProps): ReactNode {
  const id = useId();
  return (
    <section className="way" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <div>
        <p>{note}</p>
        {children}
      </div>
      <div className="actions">
        {actions.map(({ label, name: full, onPress }) => <button key={label} type="button" className={label === "Save" ? "main" : undefined} aria-label={full} onClick={onPress}>{label}</button>)}
      </div>
    </section>
  );
}
