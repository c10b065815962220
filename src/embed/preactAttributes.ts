import { options } from "preact";

/**
 * Preact writes `tabIndex` as it is spelt, and on SVG that means nothing: every mark would be a stop for the Tab key. In
 * HTML's own spelling both understand it. To be called before anything is drawn.
 */
export function spellTabIndex(): void {
  const before = options.vnode?.bind(options);
  options.vnode = (vnode) => {
    const props: Record<string, unknown> = vnode.props;
    if (typeof vnode.type === "string" && "tabIndex" in props) {
      props["tabindex"] = props["tabIndex"];
      delete props["tabIndex"];
    }
    before?.(vnode);
  };
}
