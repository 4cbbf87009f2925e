import type { ReadingsCheck } from '../rooms/built-room.js';
import { judgeCheck } from '../rooms/tolerances.js';
import type { MeasurementTolerances } from '../rooms/tolerances.js';
import type { RoomPlan } from './room-plan.js';

/** A reason stands while the misclosure has not grown by more than the larger of these over the one it was given for. */
const GROWTH_MM = 5;
const GROWTH_SHARE = 0.2;
/** A misclosure of tenths of a millimetre is a double: growth that reaches the limit on paper is still within it. */
const NOISE_MM = 1e-6;

/**
 * True while readings that disagree by more than allowed may not be used: nobody has said why to take them, or the reason
 * was given when they disagreed far less. A reason without the misclosure it was given for stands whatever it is now.
 */
export function lacksReason(
  check: ReadingsCheck | null,
  plan: Pick<RoomPlan, 'misclosureReason' | 'acceptedMisclosureMm'>,
  tolerances: MeasurementTolerances,
): boolean {
  if (!check || judgeCheck(check, tolerances) !== 'refused') {
    return false;
  }
  return (plan.misclosureReason ?? '').trim() === '' || hasGrown(check.misclosureMm, plan.acceptedMisclosureMm);
}

function hasGrown(misclosureMm: number, acceptedMm: number | undefined): boolean {
  return (
    acceptedMm !== undefined && misclosureMm > acceptedMm + Math.max(GROWTH_MM, acceptedMm * GROWTH_SHARE) + NOISE_MM
  );
}
