import type { RoomResult } from '@smet/estimating';

/** Why a room has no measures yet: readings are missing or wrong, or they disagree by more than is allowed. */
export function lackOf(result: RoomResult | undefined): 'unfinished' | 'needsReason' {
  const problems = result && 'problems' in result ? result.problems : [];
  const isRefused = problems.length > 0 && problems.every(({ code }) => code === 'MISCLOSURE_TOO_LARGE');
  return isRefused ? 'needsReason' : 'unfinished';
}
