import { describe, expect, it } from "vitest";
import { prettyMarkup, roundGeometry } from "./markup.js";

describe("prettyMarkup", () => {
  it("gives every element a line, indented by its depth", () => {
    expect(prettyMarkup('<svg class="arc"><g><path d="M0,0"></path><text>a <tspan>b</tspan> c</text></g><circle r="1"/></svg><p>x<br/>y</p>')).toBe(
      '<svg class="arc">\n <g>\n  <path d="M0,0"></path>\n  <text>a \n   <tspan>b</tspan> c\n  </text>\n </g>\n <circle r="1"/>\n</svg>\n<p>x\n <br/>y\n</p>\n',
    );
  });

  it("loses nothing but line breaks and indents", () => {
    const markup = '<ul><li>one</li><li><b>two</b> &lt;i&gt; <input type="checkbox" checked=""/></li></ul>';
    expect(prettyMarkup(markup).replace(/\n */g, "")).toBe(markup);
  });
});

describe("roundGeometry", () => {
  it("rounds places to a tenth and leaves words alone", () => {
    expect(roundGeometry('<path d="M1.25,-0.04L3.999,4" stroke-width="1.05"></path>')).toBe('<path d="M1.3,0L4,4" stroke-width="1.1"></path>');
    expect(roundGeometry('<a aria-label="0.25 s" data-d="0.25" href="?x=0.25">0.25</a>')).toBe('<a aria-label="0.25 s" data-d="0.25" href="?x=0.25">0.25</a>');
  });
});
