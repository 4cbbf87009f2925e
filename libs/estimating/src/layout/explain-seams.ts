import type { CanvasOptions } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { Film, RuleSet } from '../rules/rule-set.js';
import type { Canvas, CanvasPrices, SeamAlternative, SeamExplanation, SeamReason } from './canvas.js';
import { layOutCanvas } from './lay-out-canvas.js';
import { neededWidth, takeOrder } from './order.js';
import type { Order } from './order.js';

/** A seam shorter by less is no reason to lay the canvas in another way. */
const SHORTER_M = 0.01;

interface Question {
  room: BuiltRoom;
  films: RuleSet['films'];
  options: CanvasOptions;
  prices: CanvasPrices | null;
}

/**
 * Why the canvas of a room has a seam, and what else could be done: other rolls, directions and films that need fewer
 * seams or shorter ones, each laid out, so that the difference can be priced. Takes some milliseconds.
 * @returns null when there is no seam, or no canvas at all.
 */
export function explainSeams(
  room: BuiltRoom,
  films: RuleSet['films'],
  options: CanvasOptions = {},
  prices: CanvasPrices | null = null,
): SeamExplanation | null {
  const question = { room, films, options, prices };
  const canvas = canvasWith(question, options);
  const taken = takeOrder(room, films, options);
  if (!taken.ok || canvas === null || canvas.seams.length === 0) {
    return null;
  }
  return { reason: reasonOf(question, canvas, taken.order), alternatives: alternativesTo(question, canvas) };
}

function reasonOf(question: Question, canvas: Canvas, order: Order): SeamReason {
  const { options } = question;
  const { film, rollM } = canvas;
  const widest = { neededM: neededWidth(order), widestM: order.rolls.at(-1)! };
  const isSeamless = (wishes: CanvasOptions) => canvasWith(question, wishes)?.seams.length === 0;
  if (options.seamThroughMm) {
    return { code: 'SEAM_BY_HAND', params: {} };
  }
  if (options.preference === 'cheapest' && isSeamless(without(options, 'preference'))) {
    return { code: 'CHEAPER_WITH_SEAM', params: { rollM } };
  }
  const freely = without(options, 'preference');
  if (options.direction && isSeamless(without(freely, 'direction'))) {
    return { code: 'DIRECTION_BY_HAND', params: widest };
  }
  if (options.rollM !== undefined && isSeamless(without(freely, 'rollM'))) {
    return { code: 'ROLL_BY_HAND', params: widest };
  }
  if (options.direction && options.rollM !== undefined && isSeamless(without(freely, 'direction', 'rollM'))) {
    return { code: 'ROLL_AND_DIRECTION_BY_HAND', params: widest };
  }
  return film.rotation !== 'any' && isSeamlessTurnedFreely(question, film)
    ? { code: 'FILM_KEEPS_DIRECTION', params: widest }
    : { code: 'WIDER_THAN_ROLLS', params: widest };
}

function isSeamlessTurnedFreely({ room, options }: Question, film: Film): boolean {
  const wishes = options.ignoreSliversMm === undefined ? {} : { ignoreSliversMm: options.ignoreSliversMm };
  const least = layOutCanvas(room, [{ ...film, rotation: 'any' }], wishes);
  return least.ok && least.canvas.seams.length === 0;
}

/** Of each film and roll the one with the fewest and shortest seams, best first. */
function alternativesTo(question: Question, canvas: Canvas): SeamAlternative[] {
  const better = otherOptions(question, canvas.film)
    .flatMap((options) => {
      const found = canvasWith(question, options);
      return found && lessens(found, canvas) ? [{ options, canvas: found }] : [];
    })
    .toSorted((a, b) => compareSeams(a.canvas, b.canvas));
  const rollOf = ({ canvas: { film, rollM } }: SeamAlternative) => `${film.key} ${rollM}`;
  return better.filter((one, index) => better.findIndex((other) => rollOf(other) === rollOf(one)) === index);
}

function otherOptions({ room, films, options }: Question, film: Film): CanvasOptions[] {
  const free = without(options, 'seamThroughMm', 'preference');
  const directions = room.walls.flatMap((_, wall) => [
    { wall, turnDeg: 0 as const },
    { wall, turnDeg: 90 as const },
  ]);
  const undirected = without(free, 'direction');
  const others = [
    free,
    undirected,
    without(free, 'rollM'),
    without(undirected, 'rollM'),
    ...film.rolls.map((rollM) => ({ ...free, rollM })),
    ...directions.map((direction) => ({ ...free, direction })),
    ...films.filter(({ key }) => key !== film.key).map(({ key }) => ({ ...without(undirected, 'rollM'), film: key })),
  ];
  const asked = new Map(others.map((other) => [JSON.stringify(other), other]));
  asked.delete(JSON.stringify(options));
  return [...asked.values()];
}

function lessens(a: Canvas, b: Canvas): boolean {
  return a.strips < b.strips || (a.strips === b.strips && a.seamLengthM < b.seamLengthM - SHORTER_M);
}

function compareSeams(a: Canvas, b: Canvas): number {
  const shorter = a.seamLengthM - b.seamLengthM;
  return a.strips - b.strips || (Math.abs(shorter) > SHORTER_M ? shorter : a.filmM2 - b.filmM2);
}

function canvasWith({ room, films, prices }: Question, options: CanvasOptions): Canvas | null {
  const result = layOutCanvas(room, films, options, prices);
  return result.ok ? result.canvas : null;
}

function without(options: CanvasOptions, ...left: (keyof CanvasOptions)[]): CanvasOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !left.includes(name as keyof CanvasOptions)));
}
