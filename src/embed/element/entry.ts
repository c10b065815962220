import { drawInTasks } from "../preactTiming.js";
import { defineElement } from "./defineElement.js";

drawInTasks();
defineElement();
