import type { CareerDocument } from "./document.js";
import { redactDocument } from "./redact.js";
import { CareerSchema } from "./schema.js";
import { pickKnown } from "./schemaWalk.js";

/**
 * The document as it is handed out: without private parts, and without keys that the format does not know, since owners
 * write those for themselves. Where the owner's editor finds the schema is nobody else's business either.
 *
 * @param document has passed `checkDocument`
 */
export function publishedDocument(document: CareerDocument): CareerDocument {
  const { $schema: _, ...shown } = redactDocument(document);
  // Safe: a checked document stays one when keys go that the schema does not name.
  return pickKnown(CareerSchema, shown) as CareerDocument;
}
