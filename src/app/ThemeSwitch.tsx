import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { TimelineStore } from "../state/store.js";
import type { Theme } from "../state/viewState.js";

const THEMES: readonly { readonly theme: Theme; readonly label: string }[] = [
  { theme: "system", label: "System" },
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
];

export function ThemeSwitch({ store }: { readonly store: TimelineStore }): ReactNode {
  const theme = useStore(store, (state) => state.theme);
  return (
    <label className="theme">
      <span className="sr">Colours</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((option) => option.theme === event.target.value);
          if (chosen) store.actions.setTheme(chosen.theme);
        }}
      >
        {THEMES.map((option) => <option key={option.theme} value={option.theme}>{option.label}</option>)}
      </select>
    </label>
  );
}
