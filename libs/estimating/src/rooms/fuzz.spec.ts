import { describe, expect, it } from '@jest/globals';
import { priceBook } from '../../test-data/builders.js';
import { randomDraft } from '../../test-data/random-drafts.js';
import { randomCanvasOptions, randomEstimate } from '../../test-data/random-plans.js';
import { measure, triangulate } from '../../test-data/random-polygons.js';
import { seeded, simplePolygon } from '../../test-data/simple-polygons.js';
import { computeEstimate } from '../estimate/compute-estimate.js';
import { isInside } from '../geometry/inside.js';
import type { Point } from '../geometry/point.js';
import { distanceToLine, distanceToSegment } from '../geometry/segment.js';
import type { Canvas } from '../layout/canvas.js';
import { layOutCanvas } from '../layout/lay-out-canvas.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import { ruleSetR1 } from '../rules/r1.js';
import { parseRoomShape } from '../shape/check-shape.js';
import { buildRoom } from './build-room.js';
import type { BuildRoomResult, BuiltRoom } from './built-room.js';
import { suggestReadings } from './suggest-readings.js';

const INPUTS = 100_000;

/** Where in a result a number is not finite, written out or not; null when all of them are. */
function firstNotFinite(value: unknown): string | null {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? null : ` is ${value}`;
  }
  if (typeof value === 'string') {
    return /^-?(NaN|Infinity)$/.test(value) ? ` is "${value}"` : null;
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  for (const key of Object.keys(value)) {
    const found = firstNotFinite((value as Record<string, unknown>)[key]);
    if (found) {
      return `.${key}${found}`;
    }
  }
  return null;
}

/** What is wrong with an answer of buildRoom; null when nothing is. */
function faultOfBuild(build: BuildRoomResult): string | null {
  if (build.ok) {
    return firstNotFinite(build.room) ?? (build.room.areaM2 > 0 ? null : `an area of ${build.room.areaM2}`);
  }
  // What a problem says of an odd number may be that number; places and codes are always there.
  const isNamed = build.problems.every(({ code, path }) => code !== undefined && path !== undefined);
  return build.problems.length === 0 || !isNamed ? 'no named problem' : firstNotFinite(build.partial ?? []);
}

/** What is wrong with a canvas: a number that is none, film stretched too far, a seam elsewhere than asked for. */
function faultOfCanvas(canvas: Canvas, room: BuiltRoom, options: CanvasOptions): string | null {
  const { film, shrink, shrinkAlong, strips, sheets, filmM2, cutPieceM2, seams } = canvas;
  const { along, across } = film.shrink;
  const tightest = options.ignoreSliversMm === undefined ? across.min : film.tightest;
  if (shrink < tightest || shrink > across.default || shrinkAlong < along.min || shrinkAlong > along.default) {
    return `k of ${shrink} and ${shrinkAlong}`;
  }
  if (sheets.length !== strips || filmM2 < cutPieceM2 - 1e-6 || (film.onePiece && strips > 1)) {
    return `${strips} strips, ${sheets.length} sheets of ${filmM2} m² for ${cutPieceM2} m²`;
  }
  const { seamThroughMm } = options;
  const asked = seamThroughMm && { x: seamThroughMm.x / 1000, y: seamThroughMm.y / 1000 };
  if (asked && !isOnEdge(asked, room)) {
    const runsThrough = seams.some(({ from, to }) => distanceToSegment(asked, from, to) < 1e-6);
    return isOnCanvas(asked, room) && runsThrough ? firstNotFinite(canvas) : 'a seam where none was asked for';
  }
  return firstNotFinite(canvas);
}

function isOnEdge(point: Point, { contour, cutouts }: BuiltRoom): boolean {
  return [contour, ...cutouts.map((cutout) => cutout.contour)].some((line) => distanceToLine(point, line) < 0.0011);
}

function isOnCanvas(point: Point, { contour, cutouts }: BuiltRoom): boolean {
  return isInside(point, contour) && !cutouts.some((cutout) => isInside(point, cutout.contour));
}

describe('a hundred thousand random inputs', () => {
  it('each become a room of finite measures with a canvas, or named problems, and none of them throws', () => {
    const [random, asking] = [seeded(3), seeded(6)];
    const outcomes = { rooms: 0, canvases: 0, seamed: 0, refused: 0 };
    for (let made = 0; made < INPUTS; made += 1) {
      const draft = randomDraft(random);
      const build = buildRoom(draft);
      let fault = faultOfBuild(build);
      let options: CanvasOptions = {};
      if (build.ok) {
        outcomes.rooms += 1;
        options = randomCanvasOptions(build.room.walls.length, asking);
        const laid = layOutCanvas(build.room, ruleSetR1.films, options);
        fault ??= laid.ok ? faultOfCanvas(laid.canvas, build.room, options) : null;
        outcomes.canvases += laid.ok ? 1 : 0;
        outcomes.seamed += laid.ok && laid.canvas.seams.length > 0 ? 1 : 0;
        outcomes.refused += laid.ok ? 0 : 1;
      }
      if (fault) {
        expect({ fault, draft, options }).toEqual({});
      }
    }
    // The inputs are near enough to rooms and canvases to test more than the first check.
    expect(outcomes.rooms).toBeGreaterThan(INPUTS * 0.02);
    expect(INPUTS - outcomes.rooms).toBeGreaterThan(INPUTS * 0.3);
    expect(outcomes.canvases).toBeGreaterThan(outcomes.rooms * 0.3);
    expect(outcomes.seamed).toBeGreaterThan(outcomes.rooms * 0.05);
    expect(outcomes.refused).toBeGreaterThan(outcomes.rooms * 0.05);
  });

  it('are told apart the same way by the check of stored shapes: what it lets pass is built without a throw', () => {
    const random = seeded(4);
    for (let made = 0; made < INPUTS / 20; made += 1) {
      const draft: unknown = randomDraft(random);
      const parsed = parseRoomShape(draft);
      if (parsed.ok) {
        buildRoom(parsed.shape);
      } else if (parsed.problems.length === 0) {
        expect(draft).toBe('a shape or a list of problems');
      }
    }
  });

  it('of readings with a wrong digit never hang or make a room of no size', () => {
    const random = seeded(5);
    for (let made = 0; made < INPUTS / 100; made += 1) {
      const shape = readingsOf(3 + (made % 12), random);
      const wrong = Math.floor(random() * shape.sidesMm.length);
      shape.sidesMm[wrong] = shape.sidesMm[wrong]! * (random() < 0.5 ? 10 : 0.1);
      const build = buildRoom(shape);
      expect(build.ok ? firstNotFinite(build.room) : null).toBeNull();
      expect(firstNotFinite(suggestReadings(shape))).toBeNull();
    }
  });
});

describe('random estimates with plans and levels', () => {
  it('come to finite measures and totals, each room measured or with named problems', () => {
    const random = seeded(7);
    const prices = priceBook();
    const outcomes = { measured: 0, levels: 0, wrong: 0 };
    for (let made = 0; made < INPUTS / 100; made += 1) {
      const draft = randomEstimate(random);
      const result = computeEstimate(draft, { priceBook: prices, ruleSet: ruleSetR1 });
      const fault = firstNotFinite([
        result.lines,
        result.totals,
        result.rooms.map((room) => 'measures' in room && room),
      ]);
      if (fault) {
        expect({ fault, draft }).toEqual({});
      }
      for (const [index, room] of result.rooms.entries()) {
        if ('measures' in room) {
          outcomes.measured += 1;
          outcomes.levels += index > 0 ? 1 : 0;
        } else {
          outcomes.wrong += 1;
          expect(room.problems.every(({ path }) => path !== '')).toBe(true);
        }
      }
    }
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(INPUTS / 2000);
  });
});

function readingsOf(corners: number, random: () => number): ReturnType<typeof measure> {
  for (;;) {
    const polygon = simplePolygon(corners, random);
    try {
      return measure(polygon, triangulate(polygon, [1, 2, 3]));
    } catch {
      // Too thin somewhere to be cut into triangles that can be measured: another one.
    }
  }
}
