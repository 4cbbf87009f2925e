/** What a cell holds as text; nothing of what is not a text, a number or a yes or no. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : '';
}
