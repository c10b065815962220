export type * from "../embed/element/publicTypes.js";
