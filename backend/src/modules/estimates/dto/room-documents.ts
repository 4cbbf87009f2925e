import { roomPlanSchema, roomShapeSchema } from '@smet/estimating';
import { namedParts, type Schemas } from '../../../platform/http/named-schemas.js';

/**
 * The documents of a room and their named parts in the description of the API, as @smet/estimating has them: it checks
 * them too, and names the wrong reading itself.
 */
export const roomDocuments: Schemas = { ...namedParts(roomShapeSchema), ...namedParts(roomPlanSchema) };
