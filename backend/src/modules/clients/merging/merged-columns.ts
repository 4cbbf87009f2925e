import { isDeepStrictEqual } from 'node:util';

type Value = string | number | boolean | null;

/** The columns of a client's own row that a merge decides on. */
export interface ClientImage {
  readonly kind: 'person' | 'company';
  readonly name: string;
  readonly source: string | null;
  readonly responsible_user_id: string | null;
  readonly comment: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

export type Choice = 'mine' | 'theirs';
/** By the name the API has for a column, own fields as `fields.<key>`. */
export type Choices = Readonly<Record<string, Choice>>;

const COLUMNS = {
  kind: 'kind',
  name: 'name',
  source: 'source',
  responsibleUserId: 'responsible_user_id',
  comment: 'comment',
} as const satisfies Record<string, keyof ClientImage>;

/** What can be chosen beside the own fields. */
export const CHOSEN: readonly string[] = Object.keys(COLUMNS);
const FIELD = 'fields.';

/** One flat list of values: columns by their API names, own fields as `fields.<key>`. */
function flat(image: ClientImage): Map<string, Value> {
  const columns = Object.entries(COLUMNS).map(([name, column]) => [name, image[column]] as const);
  const fields = Object.entries(image.fields).map(([key, value]) => [`${FIELD}${key}`, value] as const);
  return new Map<string, Value>([...columns, ...fields]);
}

function unflat(values: ReadonlyMap<string, Value>, like: ClientImage): ClientImage {
  const fields = [...values].flatMap(([name, value]) =>
    name.startsWith(FIELD) && value !== null ? [[name.slice(FIELD.length), value] as const] : [],
  );
  const columns = Object.entries(COLUMNS).map(([name, column]) => [column, values.get(name) ?? null] as const);
  return { ...like, ...Object.fromEntries(columns), fields: Object.fromEntries(fields) };
}

/** What the winner becomes: what was chosen, and where nothing was, the own value unless there is none. */
export function mergeColumns(mine: ClientImage, theirs: ClientImage, choices: Choices): ClientImage {
  const [own, other] = [flat(mine), flat(theirs)];
  const values = new Map<string, Value>();
  for (const name of new Set([...own.keys(), ...other.keys()])) {
    const [left, right] = [own.get(name) ?? null, other.get(name) ?? null];
    const choice = choices[name] ?? (left === null ? 'theirs' : 'mine');
    values.set(name, choice === 'mine' ? left : right);
  }
  // A client without a name or a kind there is not.
  return { ...unflat(values, mine), kind: choices['kind'] === 'theirs' ? theirs.kind : mine.kind };
}

/** Which values the merge changed. */
export function touched(before: ClientImage, after: ClientImage): string[] {
  const [left, right] = [flat(before), flat(after)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => (left.get(name) ?? null) !== (right.get(name) ?? null),
  );
}

/** What the winner is without the merge: what it changed goes back, unless somebody has changed it since. */
export function partColumns(before: ClientImage, after: ClientImage, now: ClientImage): ClientImage {
  const values = flat(now);
  const [old, merged] = [flat(before), flat(after)];
  for (const name of touched(before, after)) {
    if (isDeepStrictEqual(values.get(name) ?? null, merged.get(name) ?? null)) values.set(name, old.get(name) ?? null);
  }
  return unflat(values, now);
}
