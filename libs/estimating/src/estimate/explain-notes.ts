import { fromDouble } from '@smet/money';
import { PROFILE_KINDS } from '../plan/room-plan.js';
import type { PlanObject, ProfileKind } from '../plan/room-plan.js';
import type { CompiledRules } from '../rules/compile-rule-set.js';
import { MEASURE_BY_NAME } from '../rules/measures.js';
import type { ExplanationNote } from './estimate-result.js';
import type { MeasuredBuild } from './measure-room.js';
import { measureReader } from './measure-values.js';

/** What there is to say about a quantity, by the measures it is made of. */
export function notesOf(names: readonly string[], build: MeasuredBuild, rules: CompiledRules): ExplanationNote[] {
  const uses = (measures: ReadonlySet<string>) => names.some((name) => measures.has(name));
  const ofProfiles = names.filter((name) => PROFILE_MEASURES.has(name));
  const counted = new Set(
    names.flatMap((name) => {
      const measure = MEASURE_BY_NAME.get(name);
      const objects = measure && measureReader(measure.name).objects;
      return objects ? [objects] : [];
    }),
  );
  return [
    ...(uses(MEASURED) ? readingNotes(build) : []),
    ...(uses(OF_THE_ROLL) ? rollNotes(build) : []),
    ...(ofProfiles.length > 0 ? profileNotes(build, ofProfiles, rules) : []),
    ...outsideNotes(build, counted),
  ];
}

const PROFILE_MEASURES: ReadonlySet<string> = new Set(['profile_length', 'profile.ordinary']);
const AREAS = ['area', 'billed_area'];
/** Measures that disagreeing readings blur. */
const MEASURED: ReadonlySet<string> = new Set([...AREAS, 'perimeter', 'billed_perimeter', ...PROFILE_MEASURES]);
const OF_THE_ROLL: ReadonlySet<string> = new Set([...AREAS, 'seam_length', 'billed_seam_length', 'film_area', 'roll']);

/** What was done with readings that do not agree. */
function readingNotes({ room: { gapMm }, measures: { check } }: MeasuredBuild): ExplanationNote[] {
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
function rollNotes({ room, plan, canvas, measures }: MeasuredBuild): ExplanationNote[] {
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

/** Things that are counted though they lie outside of the room. */
function outsideNotes({ outside }: MeasuredBuild, kinds: ReadonlySet<PlanObject['kind']>): ExplanationNote[] {
  const count = outside.filter(({ kind }) => kinds.has(kind)).length;
  return count === 0 ? [] : [{ code: 'OUTSIDE_ROOM', params: { count } }];
}

/**
 * Profiles of the room that no line of the rule set asks for by name; a side without a profile takes nothing, and nothing
 * is said of it.
 */
function profileNotes(
  { measures: { takeOff } }: MeasuredBuild,
  names: readonly string[],
  rules: CompiledRules,
): ExplanationNote[] {
  const asked = profilesAsked(rules);
  return PROFILE_KINDS.filter((profile) => profile !== 'ordinary' && profile !== 'none').flatMap((profile) => {
    const metres = fromDouble(takeOff.profileM[profile] ?? 0);
    if (metres === '0' || asked.has(profile)) {
      return [];
    }
    const isOrdinary = profile !== 'niche' && names.includes('profile_length');
    const code = isOrdinary ? ('PROFILE_AS_ORDINARY' as const) : ('PROFILE_NOT_BILLED' as const);
    return [{ code, params: { profile, metres } }];
  });
}

const askedProfiles = new WeakMap<CompiledRules, ReadonlySet<ProfileKind>>();

/** Profiles that some billed quantity or some value is made of. */
function profilesAsked(rules: CompiledRules): ReadonlySet<ProfileKind> {
  const known = askedProfiles.get(rules);
  if (known) {
    return known;
  }
  const formulas = [...rules.lines.map((line) => line?.quantity), ...rules.values.values()];
  const names = new Set(formulas.flatMap((formula) => formula?.formula.names ?? []));
  const asked = new Set(PROFILE_KINDS.filter((kind) => names.has(`profile.${kind}`)));
  askedProfiles.set(rules, asked);
  return asked;
}
