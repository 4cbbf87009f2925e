import type { ReadingsCheck } from './built-room.js';
import type { Reading } from './triangulated-readings.js';

export type Misclosure = Pick<ReadingsCheck, 'misclosureMm' | 'misclosurePercent'>;

/** What all the other readings say of one differs from it by `misfit`, metres or radians. */
export interface Disagreement {
  reading: Reading;
  misfit: number;
  /** The share of an error of the reading that shows up in its own residual. */
  control: number;
}

/**
 * Readings controlled this much disagree by what they are off; of those controlled less the others know so little that
 * the difference is mostly their errors, which flat triangles make greater: it counts no more than theirs would.
 */
const SOUND_CONTROL = 0.02;

/**
 * A misfit in millimetres and as a share of the length. That of an angle is what it moves the far end of the shorter of
 * its walls: the diagonal it stands for cannot be off by more.
 */
export function misclosureOf(reading: Reading, misfit: number): Misclosure {
  const [lengthM, offM] =
    reading.kind === 'angle' ? [reading.reachM, misfit * reading.reachM] : [reading.value, misfit];
  return { misclosureMm: Math.abs(offM) * 1000, misclosurePercent: (Math.abs(offM) / lengthM) * 100 };
}

/** The same with what flat triangles add taken off. */
export function soundMisclosure({ reading, misfit, control }: Disagreement): Misclosure {
  return misclosureOf(reading, misfit * Math.min(1, Math.sqrt(control / SOUND_CONTROL)));
}

/** The greatest in millimetres, and the greatest share: not always of the same reading. */
export function greatest(misclosures: readonly Misclosure[]): Misclosure {
  return {
    misclosureMm: Math.max(0, ...misclosures.map(({ misclosureMm }) => misclosureMm)),
    misclosurePercent: Math.max(0, ...misclosures.map(({ misclosurePercent }) => misclosurePercent)),
  };
}

/**
 * How far the diagonals and angles of a room are from what all its other readings say of them. Which of them were taken
 * to fix the room and which control it makes no difference.
 */
export function misclosureOfAll(disagreements: readonly Disagreement[]): Misclosure {
  const all = disagreements.map((disagreement) => {
    const sigmas = Math.abs(disagreement.misfit) / disagreement.reading.sigma;
    return { ...soundMisclosure(disagreement), sigmas };
  });
  return greatest(all.filter((one) => !all.some((other) => isLikelier(other, one))));
}

interface Sized extends Misclosure {
  sigmas: number;
}

/** The same error in another reading where it takes less of one, alike but for the curvature of a large error. */
function isLikelier(other: Sized, one: Sized): boolean {
  const alike = 1 - (2 * one.misclosurePercent) / 100;
  return (
    other.sigmas < one.sigmas && other.misclosureMm < one.misclosureMm && other.misclosureMm > one.misclosureMm * alike
  );
}
