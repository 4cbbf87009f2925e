import type { ListedStick } from '@smet/estimating';

/** Whole sticks for one wall look alike: told once, with how many there are. */
export interface StickGroup {
  stick: ListedStick;
  count: number;
  /** Place of the first of them in the list. */
  first: number;
}

/** What a person reads of a stick: its cuts and where they go; which part of a wall it is does not tell it from another. */
function reading({ cuts, restMm }: ListedStick): string {
  return JSON.stringify([restMm, cuts.map(({ roomId, label, lengthMm }) => [roomId, label, lengthMm])]);
}

/** Sticks that are cut alike for the same places, each kind once, in the order of the list. */
export function sameSticks(sticks: readonly ListedStick[]): StickGroup[] {
  const groups = new Map<string, StickGroup>();
  sticks.forEach((stick, index) => {
    const key = reading(stick);
    const group = groups.get(key);
    groups.set(key, group ? { ...group, count: group.count + 1 } : { stick, count: 1, first: index });
  });
  return [...groups.values()];
}
