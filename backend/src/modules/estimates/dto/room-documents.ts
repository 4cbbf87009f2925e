import { getSchemaPath } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/**
 * The documents of a room in the description of the API. They are checked by @smet/estimating, which names the wrong
 * reading itself.
 */
export const roomDocuments: Schemas = {
  RoomShape: { description: 'The measured shape of a room.' },
  RoomPlan: { description: 'What is decided about a room beside its shape.' },
};

/** A property that is one of these documents. */
export const documentRef = (name: 'RoomShape' | 'RoomPlan') => ({ allOf: [{ $ref: getSchemaPath(name) }] });
