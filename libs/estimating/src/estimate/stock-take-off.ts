import { fromDouble, roundHalfUp, roundUp } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { RuleSet } from '../rules/rule-set.js';
import type { RoomMeasures } from './estimate-result.js';

/** What the warehouse gives out beside film and sticks: pieces are whole, lengths are metres. */
export interface StockTakeOff {
  screws: DecimalString;
  dowels: DecimalString;
  /** Insert between profile and wall; textile takes none. */
  tapeM: DecimalString;
  /** Welded along the edges of the canvases. */
  harpoonM: DecimalString;
}

/**
 * Takes off the stock of all rooms of an estimate together, by the norms of the rule set: what is left over in one room
 * serves the next.
 */
export function stockTakeOff(
  rooms: readonly Pick<RoomMeasures, 'billedProfileLength' | 'canvas' | 'film'>[],
  ruleSet: RuleSet,
): StockTakeOff {
  const { screwsPerM, dowelsPerM, tapeExtraM } = ruleSet.stock;
  const insertFilms = new Set(ruleSet.films.filter(({ material }) => material === 'pvc').map(({ key }) => key));
  const profileM = sum(rooms.map(({ billedProfileLength }) => Number(billedProfileLength)));
  const tapesM = rooms
    .filter(({ film }) => insertFilms.has(film))
    .map(({ billedProfileLength }) => Number(billedProfileLength) + tapeExtraM);
  const harpoonM = sum(rooms.map(({ canvas }) => canvas.harpoonM));
  return {
    screws: pieces(profileM * screwsPerM),
    dowels: pieces(profileM * dowelsPerM),
    tapeM: metres(sum(tapesM), ruleSet),
    harpoonM: metres(harpoonM, ruleSet),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function pieces(count: number): DecimalString {
  return roundUp(fromDouble(count), '1');
}

function metres(lengthM: number, { steps }: RuleSet): DecimalString {
  return roundHalfUp(fromDouble(lengthM), steps.lengthM);
}
