// @vitest-environment jsdom
import "../support/render.js";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Extra } from "../../src/views/Extra.js";

const list = <ul><li>one</li><li>two</li></ul>;

describe("Extra", () => {
  it.each([0, 2, 3])("adds nothing to a list of %i where 3 are shown", (total) => {
    render(<Extra total={total} limit={3} what="things">{list}</Extra>);
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
  });

  it("says what there is, shows it and takes it back", async () => {
    const user = userEvent.setup();
    render(<Extra total={4} limit={3} what="things">{list}</Extra>);
    const button = screen.getByRole("button", { name: "Show all 4 things" });
    expect(button).toHaveAttribute("aria-expanded", "false");
    await user.click(button);
    expect(button).toHaveAccessibleName("Show the first 3");
    expect(button).toHaveAttribute("aria-expanded", "true");
    await user.click(button);
    expect(button).toHaveAccessibleName("Show all 4 things");
  });
});
