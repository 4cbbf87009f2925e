import { fromDouble } from '@smet/money';
import { PROFILE_KINDS } from '../plan/room-plan.js';
import type { PointObjectKind, ProfileKind } from '../plan/room-plan.js';
import type { ExplanationNote } from './estimate-result.js';
import type { MeasuredBuild } from './measure-room.js';

/** What was done with readings that do not agree. */
export function readingNotes({ room: { gapMm }, measures: { check } }: MeasuredBuild): ExplanationNote[] {
  const gap: ExplanationNote[] = gapMm ? [{ code: 'GAP_SPREAD', params: { gapXmm: gapMm.x, gapYmm: gapMm.y } }] : [];
  if (check?.reason == null) {
    return gap;
  }
  const params = {
    misclosureMm: fromDouble(check.misclosureMm),
    misclosurePercent: fromDouble(check.misclosurePercent),
    reason: check.reason,
  };
  return [...gap, { code: 'MISCLOSURE_ACCEPTED', params }];
}

/** What decided the roll. */
export function rollNotes({ room, plan, canvas, measures }: MeasuredBuild): ExplanationNote[] {
  const { rollM } = canvas;
  const seam: ExplanationNote[] =
    canvas.strips > canvas.pieces
      ? [{ code: 'SEAM_NEEDED', params: { rollM, strips: canvas.strips, shrink: measures.shrink } }]
      : [];
  if (plan.canvas?.seamThroughMm) {
    return [{ code: 'SEAM_GIVEN', params: { rollM, strips: canvas.strips } }];
  }
  if (plan.canvas?.rollM !== undefined) {
    return [{ code: 'ROLL_GIVEN', params: { rollM } }, ...seam];
  }
  if (plan.canvas?.preference === 'cheapest') {
    return [{ code: 'ROLL_CHEAPEST', params: { rollM } }, ...seam];
  }
  if (seam.length > 0) {
    return seam;
  }
  const params = {
    rollM,
    minWidthM: fromDouble(room.minWidthM),
    shrinkMin: String(canvas.film.shrink.across.min),
  };
  return [{ code: 'ROLL_CHOSEN', params }];
}

/** Lamps that are counted though they lie outside of the room. */
export function outsideNotes({ outside }: MeasuredBuild, kinds: readonly PointObjectKind[]): ExplanationNote[] {
  const count = outside.filter(({ kind }) => kinds.some((counted) => counted === kind)).length;
  return count === 0 ? [] : [{ code: 'OUTSIDE_ROOM', params: { count } }];
}

/** Profiles the rule set has no line for; a side without a profile takes nothing, and nothing is said of it. */
export function profileNotes({ measures: { takeOff } }: MeasuredBuild): ExplanationNote[] {
  return PROFILE_KINDS.flatMap((profile) => {
    const metres = fromDouble(takeOff.profileM[profile] ?? 0);
    const code = metres === '0' ? undefined : NOTED_PROFILES[profile];
    return code ? [{ code, params: { profile, metres } }] : [];
  });
}

const NOTED_PROFILES: Partial<Record<ProfileKind, 'PROFILE_AS_ORDINARY' | 'PROFILE_NOT_BILLED'>> = {
  ceiling: 'PROFILE_AS_ORDINARY',
  shadow: 'PROFILE_AS_ORDINARY',
  floating: 'PROFILE_AS_ORDINARY',
  gapless: 'PROFILE_AS_ORDINARY',
  niche: 'PROFILE_NOT_BILLED',
};
