import { spellTabIndex } from "../preactAttributes.js";
import { drawInTasks } from "../preactTiming.js";
import { defineElement } from "./defineElement.js";

drawInTasks();
spellTabIndex();
defineElement();
