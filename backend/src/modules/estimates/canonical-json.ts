/**
 * One text for one value: keys in the order of their code units, nothing undefined, no blanks. Two documents are the same
 * when their texts are, whoever wrote them and however the database keeps them.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isPlainObject(part) ? sortedKeys(part) : part));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedKeys(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(object)
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((key) => [key, object[key]]),
  );
}
