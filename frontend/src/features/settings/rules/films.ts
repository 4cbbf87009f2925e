import { parseDecimal } from '@smet/money';
import type { Film, RuleItem, RuleLine, RuleSet, StickRule } from '@smet/estimating';
import { freeKey, patched, removedAt, replacedAt } from './rule-document';

type Films = RuleSet['films'];

/** Wider than any roll there is; two digits are a centimetre. */
const ROLL_BOUNDS = { max: 20, scale: 2 };

/** What items by canvas are chosen by: "pvc-matte 3.2". */
export const canvasKey = ({ key }: Film, roll: string): string => `${key} ${roll}`;

/** Every film in every roll of it, in the order of the films. */
export function canvasesOf(films: readonly Film[]): { key: string; film: Film; roll: string }[] {
  return films.flatMap((film) => film.rolls.map((roll) => ({ key: canvasKey(film, roll), film, roll })));
}

export type LineByCanvas = RuleLine & { item: Extract<RuleItem, { by: 'canvas' }> };

/** Lines that have an item of their own for each film and roll, with their place among all lines. */
export function linesByCanvas({ lines }: RuleSet): { line: LineByCanvas; index: number }[] {
  return lines.flatMap((line, index) => (isByCanvas(line) ? [{ line, index }] : []));
}

const isByCanvas = (line: RuleLine): line is LineByCanvas => line.item.by === 'canvas';

/** Shrink as a person says it: 0.93 is "7" percent. */
export const percentOf = (factor: number): string => String(Math.round((1 - factor) * 1000) / 10);
export const factorOf = (percent: string): number => Math.round(1000 - Number(percent) * 10) / 1000;

/** A width as the rules write it, "5.0" for "5" as rooms may have it already; null when it is none. */
export function readRoll(text: string): string | null {
  const width = parseDecimal(text, ROLL_BOUNDS);
  if (width === null || Number(width) <= 0) return null;
  return width.includes('.') ? width : `${width}.0`;
}

export function withFilm(document: RuleSet, index: number, film: Film): RuleSet {
  return { ...document, films: replacedAt(document.films, index, film) as unknown as Films };
}

/**
 * A film like the first one, at the end; which items it is sold as nobody knows yet. Its key has the version of the
 * rules, so that it is never one that older estimates use for a film that is gone.
 */
export function withNewFilm(document: RuleSet, title: string): RuleSet {
  const { films, version } = document;
  const key = freeKey(
    `film-${version}`,
    films.map((film) => film.key),
  );
  return { ...document, films: [...films, { ...films[0], key, title }] };
}

/** Without a film and the items of its rolls; the last one stays. */
export function withoutFilm(document: RuleSet, index: number): RuleSet {
  const { films } = document;
  const film = films[index];
  if (!film || films.length === 1) return document;
  const left = { ...document, films: removedAt(films, index) as unknown as Films };
  return film.rolls.reduce((rules, roll) => withItem(rules, canvasKey(film, roll), { code: null }), left);
}

/** With one more roll, the narrowest first; the same when there is one of that width. */
export function withRoll(document: RuleSet, index: number, roll: string): RuleSet {
  const film = document.films[index];
  if (!film || film.rolls.some((known) => Number(known) === Number(roll))) return document;
  const rolls = [...film.rolls, roll].sort((one, other) => Number(one) - Number(other));
  return withFilm(document, index, { ...film, rolls });
}

/** Without a roll and its items; the last one stays. */
export function withoutRoll(document: RuleSet, index: number, roll: string): RuleSet {
  const film = document.films[index];
  if (!film || film.rolls.length === 1) return document;
  const rolls = film.rolls.filter((known) => known !== roll);
  return withItem(withFilm(document, index, { ...film, rolls }), canvasKey(film, roll), { code: null });
}

/** Another item for a canvas in one line, or, where no line is named, in all that choose by it; null is none. */
export function withItem(
  document: RuleSet,
  canvas: string,
  { line: key, code }: { line?: string; code: string | null },
): RuleSet {
  const lines = document.lines.map((line) => {
    if (!isByCanvas(line) || (key !== undefined && line.key !== key)) return line;
    const { [canvas]: _, ...others } = line.item.codes;
    return { ...line, item: { ...line.item, codes: code === null ? others : { ...line.item.codes, [canvas]: code } } };
  });
  return { ...document, lines };
}

export function withStick(document: RuleSet, profile: keyof RuleSet['sticks'], stick: Partial<StickRule>): RuleSet {
  const { sticks } = document;
  return { ...document, sticks: { ...sticks, [profile]: patched(sticks[profile], stick) } };
}
