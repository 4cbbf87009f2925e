import { isSame } from './same-form';

/** One thing in three states: what was saved when the work began, what a person made of it, what others saved since. */
export interface Sides<T> {
  base: T;
  mine: T;
  theirs: T;
  /** What of mine was sent and not answered: where theirs is the same, it is my own that came back. */
  sent?: T;
}

/** The same part of all three. */
export const each = <T, V>({ base, mine, theirs, sent }: Sides<T>, of: (state: T) => V): Sides<V> => ({
  base: of(base),
  mine: of(mine),
  theirs: of(theirs),
  ...(sent !== undefined && { sent: of(sent) }),
});

export type Choice = 'mine' | 'theirs';

/** What is the matter, so that it can be said in words. */
export interface Place {
  of: 'estimate' | 'room' | 'variant';
  /** Of the room or the variant; empty for the estimate. */
  id: string;
  name: string;
  field: PlaceField;
  /** Which of several: the index of a side, the ends of a diagonal, the key of a line, the id of a thing. */
  at?: string | number;
}

export type PlaceField =
  | 'title'
  | 'current'
  | 'name'
  | 'whole'
  | 'shape'
  | 'side'
  | 'diagonal'
  | 'angle'
  | 'arc'
  | 'cutout'
  | 'profile'
  | 'object'
  | 'canvas'
  | 'plan'
  | 'spotlights'
  | 'chandeliers'
  | 'discount'
  | 'lineDiscount'
  | 'categoryDiscount'
  | 'override'
  | 'line'
  | 'coefficient'
  | 'schedule'
  | 'film'
  | 'variantProfile'
  | 'substitute';

/** Both sides changed the same thing to something else; null where it was taken away. */
export interface Conflict {
  key: string;
  place: Place;
  mine: unknown;
  theirs: unknown;
}

interface ListOf<T> {
  key: (item: T) => string;
  place: (item: T) => Place;
  /** How two changed states of one item become one; an item is a whole without it. */
  merge?: (sides: Sides<T>, raw: T) => T;
}

const placeKey = ({ of, id, field, at = '' }: Place): string => `${of} ${id} ${field} ${at}`;

/**
 * Puts two changes of one state together. What only one side changed is taken from it; what both changed alike is no
 * matter; of what both changed differently the person chooses (`choices` by the key of the conflict), until then it stays
 * mine. `raw` is mine as it is typed, where `sides` has it in the words of the server.
 */
export class ThreeWay {
  readonly conflicts: Conflict[] = [];
  /** What was taken over from the others. */
  readonly taken: Place[] = [];

  constructor(private readonly choices: ReadonlyMap<string, Choice>) {}

  value<T>(place: Place, sides: Sides<T>, raw: T = sides.mine): T {
    const { base, mine, theirs } = sides;
    const isOwn = 'sent' in sides && isSame(theirs, sides.sent);
    if (isOwn || isSame(theirs, base) || isSame(mine, theirs)) return raw;
    if (isSame(mine, base)) {
      this.taken.push(place);
      return theirs;
    }
    const key = placeKey(place);
    this.conflicts.push({ key, place, mine, theirs });
    return this.choices.get(key) === 'theirs' ? theirs : raw;
  }

  list<T>(sides: Sides<readonly T[]>, raw: readonly T[], of: ListOf<T>): T[] {
    const byKey = (items: readonly T[]): Map<string, T> => new Map(items.map((item) => [of.key(item), item]));
    const { base, mine, theirs, sent } = each(sides, byKey);
    const typed = byKey(raw);
    return orderOf([...base.keys()], [...mine.keys()], [...theirs.keys()]).flatMap((key) => {
      const [b, m, t] = [base.get(key), mine.get(key), theirs.get(key)];
      const known = m ?? t ?? b;
      if (known === undefined) return [];
      const own = sent && { sent: sent.get(key) };
      // What is new here and is there already came with what was sent.
      const from = b ?? own?.sent;
      if (of.merge && from !== undefined && m !== undefined && t !== undefined) {
        const parts = { base: from, mine: m, theirs: t, ...(own?.sent !== undefined && { sent: own.sent }) };
        const shown = typed.get(key) ?? m;
        // What nobody else touched stays the very same, and what was computed of it stays known.
        return [isSame(t, from) ? shown : of.merge(parts, shown)];
      }
      const states = { base: b, mine: m, theirs: t, ...own };
      const item = this.value<T | undefined>(of.place(known), states, typed.get(key) ?? m);
      return item === undefined ? [] : [item];
    });
  }
}

/** The order of the side that changed it, mine before theirs; what only the other has comes after what it comes after there. */
function orderOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = (keys: readonly string[], by: readonly string[]): string[] => keys.filter((key) => by.includes(key));
  const isMoved = !isSame(kept(mine, base), kept(base, mine));
  const [lead, other] = isMoved ? [mine, theirs] : [theirs, mine];
  const order = [...lead];
  other.forEach((key, index) => {
    if (order.includes(key)) return;
    const before = index === 0 ? -1 : order.indexOf(other[index - 1] ?? '');
    order.splice(before + 1, 0, key);
  });
  return order;
}
