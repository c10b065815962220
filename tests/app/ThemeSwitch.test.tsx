// @vitest-environment jsdom
import "../support/render.js";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ThemeSwitch } from "../../src/app/ThemeSwitch.js";
import { createTimelineStore } from "../../src/state/store.js";
import { exampleCareer } from "../model/example.js";

describe("ThemeSwitch", () => {
  it("follows the system until told otherwise", async () => {
    const store = createTimelineStore(exampleCareer);
    render(<ThemeSwitch store={store} />);
    const choice = screen.getByRole("combobox", { name: "Colours" });
    expect(choice).toHaveDisplayValue("System");
    await userEvent.setup().selectOptions(choice, "Dark");
    expect(store.getState().theme).toBe("dark");
    expect(choice).toHaveDisplayValue("Dark");
  });

  it("shows what a link asked for", () => {
    render(<ThemeSwitch store={createTimelineStore(exampleCareer, { theme: "light" })} />);
    expect(screen.getByRole("combobox")).toHaveDisplayValue("Light");
  });
});
