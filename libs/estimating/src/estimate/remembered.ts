/**
 * Remembers of each object the last value computed from it, and what else that was computed from: on every keystroke the
 * whole estimate is computed, and all rooms but one are as they were. A value is given back only when every part it was
 * computed from is the very same one (Object.is), so it cannot be stale as long as inputs are never changed in place:
 * whoever changes a room makes a new object, as the state of an editor does. The entry goes when its object does.
 */
export class Remembered<Key extends object, Value> {
  private readonly entries = new WeakMap<Key, { from: readonly unknown[]; value: Value }>();

  /** @param from everything beside the key that `compute` reads. */
  get(key: Key, from: readonly unknown[], compute: () => Value): Value {
    const entry = this.entries.get(key);
    if (entry && isSame(entry.from, from)) {
      return entry.value;
    }
    const value = compute();
    this.entries.set(key, { from, value });
    return value;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => Object.is(part, b[index]));
}
