/*
 * Properties as the browser has them. In a page with `<form name="hidden">`, `document.hidden` is that form: names of
 * pictures, forms, frames and objects come before a document's properties, and names of inputs before their form's.
 */

export const ownProperty = <Name extends keyof Document>(page: Document, name: Name): Document[Name] =>
  Reflect.get(Document.prototype, name, page);

export const parentOf = (node: Node): Node | null => Reflect.get(Node.prototype, "parentNode", node);
