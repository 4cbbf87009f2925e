// The TypeScript types of the OpenAPI document.
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString, COMMENT_HEADER, NUMBER } from 'openapi-typescript';
import ts from 'typescript';

/** Arrays of numbers with a fixed length are tuples (the two sides of a rectangle); all others stay arrays. */
function tupleOf({ type, items, minItems, maxItems }) {
  const fixed = type === 'array' && items?.type === 'number' && minItems !== undefined && minItems === maxItems;
  return fixed ? ts.factory.createTupleTypeNode(Array.from({ length: minItems }, () => NUMBER)) : undefined;
}

/** The text of schema.ts for the document in `file`. */
export async function apiTypes(file) {
  const types = await openapiTS(pathToFileURL(file), { silent: true, transform: tupleOf });
  return `${COMMENT_HEADER}${astToString(types)}`;
}
