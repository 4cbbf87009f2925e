import type { ReadingsCheck } from './built-room.js';

/** How far the readings of a room may disagree; whichever limit is reached first counts. */
export interface MeasurementTolerances {
  warnMm: number;
  warnPercent: number;
  blockMm: number;
  blockPercent: number;
}

export const DEFAULT_TOLERANCES: MeasurementTolerances = { warnMm: 10, warnPercent: 0.3, blockMm: 30, blockPercent: 1 };

/** `refused` asks for a reason before the room may be used. */
export type CheckVerdict = 'agrees' | 'doubtful' | 'refused';

/** A difference of readings in tenths of a millimetre is a double: what reaches a limit on paper must reach it here. */
const NOISE = 1e-6;

/** Judges the misclosure of a room; one without readings to spare has none to judge and agrees. */
export function judgeCheck(
  check: Pick<ReadingsCheck, 'misclosureMm' | 'misclosurePercent'> | null,
  tolerances: MeasurementTolerances,
): CheckVerdict {
  if (!check) {
    return 'agrees';
  }
  const { misclosureMm, misclosurePercent } = check;
  const reaches = (mm: number, percent: number) => misclosureMm >= mm - NOISE || misclosurePercent >= percent - NOISE;
  if (reaches(tolerances.blockMm, tolerances.blockPercent)) {
    return 'refused';
  }
  return reaches(tolerances.warnMm, tolerances.warnPercent) ? 'doubtful' : 'agrees';
}
