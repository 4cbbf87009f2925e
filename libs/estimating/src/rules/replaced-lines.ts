import type { RuleLine } from './rule-set.js';

/** For each line the indexes of those that replace it. */
export function linesReplacing(lines: readonly RuleLine[]): readonly (readonly number[])[] {
  const indexOf = new Map(lines.map(({ key }, index) => [key, index]));
  const replacing = lines.map((): number[] => []);
  lines.forEach(({ replaces = [] }, by) => {
    for (const key of replaces) {
      const index = indexOf.get(key);
      if (index !== undefined) {
        replacing[index]!.push(by);
      }
    }
  });
  return replacing;
}

/**
 * A round of lines that replace one another, as keys ending with the first again; null where there is none.
 */
export function replacingCycle(lines: readonly RuleLine[]): string[] | null {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const done = new Set<string>();
  for (const { key: start } of lines) {
    const cycle = cycleFrom(start, byKey, done);
    if (cycle) {
      return cycle;
    }
  }
  return null;
}

/** Walks depth first without recursion: a chain may be as long as there are lines. */
function cycleFrom(start: string, byKey: ReadonlyMap<string, RuleLine>, done: Set<string>): string[] | null {
  const path: { key: string; next: number }[] = done.has(start) ? [] : [{ key: start, next: 0 }];
  const onPath = new Set<string>([start]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const key = byKey.get(top.key)?.replaces?.[top.next++];
    if (key === undefined) {
      done.add(top.key);
      onPath.delete(top.key);
      path.pop();
    } else if (onPath.has(key)) {
      const keys = path.map((step) => step.key);
      return [...keys.slice(keys.indexOf(key)), key];
    } else if (byKey.has(key) && !done.has(key)) {
      onPath.add(key);
      path.push({ key, next: 0 });
    }
  }
  return null;
}
