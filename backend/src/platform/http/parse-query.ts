import { parse } from 'node:querystring';

/** `field.colour` and `field[colour]`: a filter by a field that an organization made up itself. */
const OWN_FIELD = /^field(?:\.([^.[\]]+)|\[([^[\]]+)\])$/;

/** The query of an address; filters by own fields are gathered in one object `field`, so that a DTO can name it. */
export function parseQuery(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const fields: [string, unknown][] = [];
  for (const [name, value] of Object.entries(parse(text))) {
    const [, dotted, bracketed] = OWN_FIELD.exec(name) ?? [];
    const key = dotted ?? bracketed;
    if (key === undefined)
      Object.defineProperty(query, name, { value, enumerable: true, writable: true, configurable: true });
    else fields.push([key, value]);
  }
  if (fields.length > 0) query['field'] = Object.fromEntries(fields);
  return query;
}
