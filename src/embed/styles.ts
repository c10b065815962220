import theme from "../charts/theme.css?inline";
import forced from "../charts/forcedColors.css?inline";
import embed from "../views/embed.css?inline";
import live from "../views/live.css?inline";
import timeline from "../views/timeline.css?inline";
import { openTokens } from "./tokens.js";

/** Every style of the widget, for a root of its own. */
export const widgetCss: string = openTokens(theme) + timeline + live + embed + forced;
