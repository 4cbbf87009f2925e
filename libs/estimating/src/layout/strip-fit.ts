import type { Film } from '../rules/rule-set.js';

/** Strips of one roll of a film. */
export interface StripRule {
  film: Film;
  rollM: number;
  /** A strip that would be narrower than this is left out, as far as the film gives. */
  sliverM: number;
}

/** How many strips lie over a height, and how tight the film is stretched over them. */
export interface StripFit {
  strips: number;
  /** ky, at most three digits. */
  shrink: number;
  /** kx, at most three digits. */
  shrinkAlong: number;
}

/** Noise of doubles in a count of strips. */
const NOISE = 1e-9;
/** Noise of doubles in thousandths. */
const NOISE_OF_THOUSANDTH = 1e-6;

/**
 * As few strips as the tightest shrink allows, and the loosest shrink those strips allow. Where the last strip would be
 * a sliver, the others are stretched over it, if need be tighter than the film's least k, but not than its tightest.
 * @param heightM the extent of the room across the strips.
 */
export function fitStrips(heightM: number, rule: StripRule): StripFit {
  const strips = countStrips(heightM, rule);
  return { strips, ...shrinkTo(loosestShrink(heightM, strips, rule), rule.film) };
}

/** The same on both sides of a seam at a given place; a side of no height takes no strip. */
export function fitStripsAround(below: number, above: number, rule: StripRule): StripFit & { stripsBelow: number } {
  const stripsBelow = below > 0 ? countStrips(below, rule) : 0;
  const stripsAbove = above > 0 ? countStrips(above, rule) : 0;
  const shrink = Math.min(
    stripsBelow > 0 ? loosestShrink(below, stripsBelow, rule) : 1,
    stripsAbove > 0 ? loosestShrink(above, stripsAbove, rule) : 1,
  );
  return { strips: stripsBelow + stripsAbove, stripsBelow, ...shrinkTo(shrink, rule.film) };
}

/** The greatest height that takes no more than so many strips. */
export function heightOf(strips: number, { film, rollM, sliverM }: StripRule): number {
  const cut = strips * rollM - 2 * film.allowanceM;
  return Math.min(cut / film.shrink.across.min + sliverM, cut / film.tightest);
}

/** How wide film must be, all strips together, to lie over a height. */
export function cutHeight(heightM: number, { film, sliverM }: Pick<StripRule, 'film' | 'sliverM'>): number {
  const { shrink, tightest, allowanceM } = film;
  return Math.max((heightM - sliverM) * shrink.across.min, heightM * tightest) + 2 * allowanceM;
}

function countStrips(heightM: number, rule: StripRule): number {
  return Math.max(1, Math.ceil(cutHeight(heightM, rule) / rule.rollM - NOISE));
}

function loosestShrink(heightM: number, strips: number, { film, rollM }: StripRule): number {
  return cutToThreeDigits((strips * rollM - 2 * film.allowanceM) / heightM);
}

/** A canvas tighter across is tighter along by the same share, as far as the film allows. */
function shrinkTo(loosest: number, { shrink: { along, across } }: Film): Pick<StripFit, 'shrink' | 'shrinkAlong'> {
  const shrink = Math.min(across.default, loosest);
  const inProportion = Math.round((along.default * shrink * 1000) / across.default) / 1000;
  return { shrink, shrinkAlong: Math.max(along.min, inProportion) };
}

function cutToThreeDigits(value: number): number {
  return Math.floor(value * 1000 + NOISE_OF_THOUSANDTH) / 1000;
}
