interface Entry<Value> {
  from: readonly unknown[];
  value: Value;
}

/** As many as the variants of an estimate that are computed one after the other from the same rooms, and a few. */
const MOST = 8;

/**
 * Remembers of each object the last values computed from it, and what else they were computed from: on every keystroke the
 * whole estimate is computed in all its variants, and all rooms but one are as they were. A value is given back only when
 * every part it was computed from is the very same one (Object.is), so it cannot be stale as long as inputs are never
 * changed in place: whoever changes a room makes a new object, as the state of an editor does. Entries go when their
 * object does, and the one that was not asked for the longest when there are more than eight.
 */
export class Remembered<Key extends object, Value> {
  private readonly entries = new WeakMap<Key, Entry<Value>[]>();

  /** @param from everything beside the key that `compute` reads. */
  get(key: Key, from: readonly unknown[], compute: () => Value): Value {
    const entries = this.entries.get(key) ?? [];
    const index = entries.findIndex((entry) => isSame(entry.from, from));
    const entry = index < 0 ? { from, value: compute() } : entries[index]!;
    if (index !== 0) {
      const others = entries.filter((other) => other !== entry).slice(0, MOST - 1);
      this.entries.set(key, [entry, ...others]);
    }
    return entry.value;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => Object.is(part, b[index]));
}
