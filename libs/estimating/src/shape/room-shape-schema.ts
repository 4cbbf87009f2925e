import type { JsonSchema } from '../documents/json-schema.js';
import { shapeField } from './shape-fields.js';

/**
 * JSON Schema of a stored room shape, for documentation and foreign clients; fit for an OpenAPI 3.0 document too.
 * Reusable parts carry a `title`. parseRoomShape, which is made of the same table, is the law: beyond the schema it
 * knows which corners and sides the room has and that nothing is given twice.
 */
export const roomShapeSchema: JsonSchema = shapeField.schema;
