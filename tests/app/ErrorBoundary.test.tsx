// @vitest-environment jsdom
import { expectComplaints } from "../support/render.js";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../src/app/ErrorBoundary.js";

let broken = true;
function Part(): ReactNode {
  if (broken) throw new Error("no lane for role 3");
  return <p>drawn</p>;
}

describe("ErrorBoundary", () => {
  it("shows what it holds", () => {
    render(<ErrorBoundary><p>drawn</p></ErrorBoundary>);
    expect(screen.getByText("drawn")).toBeInTheDocument();
  });

  it("puts a sentence where a part failed, leaves the rest, says why on the console, and tries again when asked", async () => {
    broken = true;
    render(<><ErrorBoundary><Part /></ErrorBoundary><p>the rest</p></>);
    expect(screen.getByRole("alert")).toHaveTextContent("This part of the page could not be drawn.");
    expect(screen.getByText("the rest")).toBeInTheDocument();
    expectComplaints();

    broken = false;
    await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByText("drawn")).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("fetches the page anew where drawing it again has failed, too", async () => {
    broken = true;
    const reload = vi.fn();
    vi.stubGlobal("location", { reload });
    const user = userEvent.setup();
    render(<ErrorBoundary><Part /></ErrorBoundary>);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(reload).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(reload).toHaveBeenCalledOnce();
    expectComplaints();
    vi.unstubAllGlobals();
  });
});
