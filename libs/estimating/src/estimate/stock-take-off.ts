import { fromDouble, roundHalfUp, roundUp } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { RuleSet } from '../rules/rule-set.js';
import { cuttingList } from '../sticks/cutting-list.js';
import type { CuttingRoom } from '../sticks/cutting-list.js';
import type { ProfileRun } from '../sticks/profile-pieces.js';
import type { RoomMeasures } from './estimate-result.js';

/** What the warehouse gives out for a room: pieces are whole, lengths are metres. */
export interface StockTakeOff {
  screws: DecimalString;
  dowels: DecimalString;
  /** Insert between profile and wall; textile takes none. */
  tapeM: DecimalString;
  harpoonM: DecimalString;
  /** Whole sticks by profile, when this room is cut alone: rooms cut together take no more. */
  sticks: Partial<Record<ProfileRun['profile'], number>>;
}

/** Takes off the stock of a room that was measured, by the norms of the rule set. */
export function stockTakeOff(room: CuttingRoom & { measures: RoomMeasures }, ruleSet: RuleSet): StockTakeOff {
  const { billedProfileLength, canvas, film } = room.measures;
  const { screwsPerM, dowelsPerM, tapeExtraM } = ruleSet.stock;
  const profileM = Number(billedProfileLength);
  const hasInsert = ruleSet.films.some(({ key, material }) => key === film && material === 'pvc');
  const cuttings = cuttingList([room], ruleSet.sticks);
  return {
    screws: pieces(profileM * screwsPerM),
    dowels: pieces(profileM * dowelsPerM),
    tapeM: metres(hasInsert ? profileM + tapeExtraM : 0, ruleSet),
    harpoonM: metres(canvas.harpoonM, ruleSet),
    sticks: Object.fromEntries(cuttings.map(({ profile, count }) => [profile, count])),
  };
}

function pieces(count: number): DecimalString {
  return roundUp(fromDouble(count), '1');
}

function metres(lengthM: number, { steps }: RuleSet): DecimalString {
  return roundHalfUp(fromDouble(lengthM), steps.lengthM);
}
