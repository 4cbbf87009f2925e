import { ruleSetSchema } from '@smet/estimating';
import { namedParts, type Schemas } from '../../../platform/http/named-schemas.js';

/** A rule set and its named parts in the description of the API, as @smet/estimating has and checks them. */
export const ruleSetDocuments: Schemas = namedParts(ruleSetSchema);
