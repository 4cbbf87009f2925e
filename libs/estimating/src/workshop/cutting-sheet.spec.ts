import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built, estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { canvasOf } from '../../test-data/canvases.js';
import { choices, isComfortable, measure, starPolygon, triangulate } from '../../test-data/random-polygons.js';
import { flatRooms } from '../../test-data/random-rooms.js';
import { isInside } from '../geometry/inside.js';
import type { Point } from '../geometry/point.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import type { Canvas } from '../layout/canvas.js';
import type { CanvasOptions, RoomPlan } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { Cutout, RoomShape } from '../shape/room-shape.js';
import type { CuttingPiece, CuttingSheet } from './cutting-sheet.js';
import { cuttingSheet, cuttingSheetOfRoom } from './make-cutting-sheet.js';

const along = { direction: { wall: 0, turnDeg: 0 } } as const;

function sheetOf(shape: RoomShape, canvasOptions: CanvasOptions = {}, options?: { mirrored: boolean }): CuttingSheet {
  const room = built(shape);
  return cuttingSheet({ room, canvas: canvasOf(room, canvasOptions) }, options);
}

function draftSheet(rooms: { shape: RoomShape; plan?: RoomPlan }[], options?: { mirrored: boolean }): CuttingSheet {
  const inputs = rooms.map(({ shape, plan }, index) => roomInput(shape, { id: `r${index}`, ...(plan && { plan }) }));
  const draft = estimateDraft({ rooms: inputs });
  return cuttingSheetOfRoom({ draft, roomId: 'r0' }, priceBook(), ruleSetR1, options)!;
}

const plain = (points: readonly Point[]): [number, number][] =>
  points.map(({ x, y }) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]);
const byPlace = ([x1, y1]: [number, number], [x2, y2]: [number, number]): number => x1 - x2 || y1 - y2;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const partsAreaMm2 = ({ strips }: CuttingPiece): number =>
  sum(strips.flatMap(({ parts }) => parts.map(({ areaMm2 }) => areaMm2)));
const areaM2 = ({ pieces }: CuttingSheet): number => sum(pieces.map((piece) => piece.areaMm2)) / 1e6;

/** Whatever is cut is cut of the film there is, and is a line a knife can follow. */
function expectSound(sheet: CuttingSheet): void {
  for (const piece of sheet.pieces) {
    expect(partsAreaMm2(piece)).toBeCloseTo(piece.areaMm2, 1);
    for (const { lengthMm, parts, points } of piece.strips) {
      expect(parts.length).toBeGreaterThan(0);
      expect(points.every(({ number }, index) => number === index + 1)).toBe(true);
      for (const { outline, holes } of parts) {
        expect(shoelaceArea(outline)).toBeGreaterThan(0);
        expect(holes.every((hole) => shoelaceArea(hole) < 0 && isInside(hole[0]!, outline))).toBe(true);
        expect([outline, ...holes].map((line) => findCrossing(line))).toEqual([null, ...holes.map(() => null)]);
        const reach = [outline, ...holes]
          .flat()
          .filter(({ x, y }) => x < -1e-6 || y < 0 || x > lengthMm + 1e-6 || y > sheet.rollMm);
        expect(reach).toEqual([]);
      }
    }
  }
}

describe('the cutting sheet of E1', () => {
  const sheet = sheetOf(shapes.E1, {}, { mirrored: false });
  const [piece] = sheet.pieces as [CuttingPiece];

  it('is one strip of 3,72 m with the shrunk rectangle on it', () => {
    expect(sheet).toMatchObject({ rollMm: 3200, mirrored: false, allowanceMm: 0 });
    expect(piece).toMatchObject({ kx: 0.93, ky: 0.93, seams: [], walls: null });
    const [strip] = piece.strips;
    expect(strip!.lengthMm).toBeCloseTo(3720, 9);
    expect(plain(strip!.parts[0]!.outline)).toEqual([
      [0, 0],
      [3720, 0],
      [3720, 2790],
      [0, 2790],
    ]);
    expect(strip!.points.map(({ letter }) => letter).join('')).toBe('ABCD');
    expectSound(sheet);
  });

  it('gives each side as it is in the room and as it is cut', () => {
    const sides = piece.sides.map(({ label, roomMm, cutMm }) => [
      label,
      Math.round(roomMm),
      Math.round(cutMm * 10) / 10,
    ]);
    expect(sides).toEqual([
      ['AB', 4000, 3720],
      ['BC', 3000, 2790],
      ['CD', 4000, 3720],
      ['DA', 3000, 2790],
    ]);
  });
});

it('shrinks by kx along the strips and by ky across them', () => {
  const shrink = { along: { default: 0.95, min: 0.9 }, across: { default: 0.92, min: 0.9 } };
  const film = { ...ruleSetR1.films[0], shrink };
  const room = built(shapes.E1);
  const [piece] = cuttingSheet({ room, canvas: canvasOf(room, along, { film }) }).pieces as [CuttingPiece];
  expect(piece.areaMm2).toBeCloseTo(3800 * 2760, 6);
  expect(piece.sides.map(({ cutMm }) => Math.round(cutMm))).toEqual([3800, 2760, 3800, 2760]);
});

describe('the cutting sheet of E2 on 3,2 m', () => {
  const options = { rollM: '3.2', ...along } as const;
  const sheet = sheetOf(shapes.E2, options, { mirrored: false });
  const canvas = canvasOf(built(shapes.E2), options);
  const [piece] = sheet.pieces as [CuttingPiece];

  it('cuts two strips along the seam, each once', () => {
    expect(piece.strips.map(({ lengthMm }) => Math.round(lengthMm * 1e6) / 1e6)).toEqual(
      canvas.sheetLengthsM.map((length) => Math.round(length * 1e9) / 1e6),
    );
    expect(piece.areaMm2).toBeCloseTo(canvas.cutPieceM2 * 1e6, 2);
    expectSound(sheet);
  });

  it('says what is welded to what', () => {
    expect(piece.seams).toHaveLength(1);
    expect(piece.seams[0]!.lengthMm).toBeCloseTo(canvas.seamsM[0]! * canvas.shrinkAlong * 1000, 6);
    expect(piece.strips.map(({ welds }) => welds.map(({ edge, toStrip }) => [edge, toStrip]))).toEqual([
      [['high', 2]],
      [['low', 1]],
    ]);
    const [lower, upper] = piece.strips.map(({ welds }) => welds[0]!);
    expect([lower!.from.y, upper!.from.y]).toEqual([3200, 0]);
    expect(Math.abs(lower!.to.x - lower!.from.x)).toBeCloseTo(piece.seams[0]!.lengthMm, 6);
  });

  it('has no flat spur where a wall runs along the seam', () => {
    const sheetAtWall = sheetOf(shapes.E2, { ...options, seamThroughMm: { x: 1000, y: 3000 } });
    expectSound(sheetAtWall);
    const upper = sheetAtWall.pieces[0]!.strips.at(-1)!;
    expect(upper.parts.map(({ outline }) => outline.length)).toEqual([4]);
  });
});

describe('a wall with an arc', () => {
  it('is cut as a curve, within a tenth of a millimetre', () => {
    const sheet = sheetOf(shapes.E6, along, { mirrored: false });
    const [piece] = sheet.pieces as [CuttingPiece];
    expectSound(sheet);
    const canvas = canvasOf(built(shapes.E6), along);
    // Chords lie within the curve: by two thirds of the tolerance in the middle.
    expect(areaM2(sheet)).toBeLessThan(canvas.cutPieceM2);
    expect(canvas.cutPieceM2 - areaM2(sheet)).toBeLessThan(0.0001 * 3.3);
    const arc = piece.sides.find(({ label }) => label === 'BC')!;
    expect(arc.roomMm).toBeCloseTo(3217.51, 0);
    const radii = piece.outline
      .filter(({ x }) => x > 3720.001)
      .map(({ x, y }) => Math.hypot(x / 0.93 - 2000, y / 0.93 - 1500));
    expect(radii.length).toBeGreaterThan(60);
    expect(Math.max(...radii.map((radius) => Math.abs(radius - 2500)))).toBeLessThan(1e-6);
    // For cutting by hand the 23 points the layout has between B and C are enough.
    expect(piece.strips[0]!.points).toHaveLength(4 + 23);
  });
});

describe('a room with a column', () => {
  const column = {
    id: 'c',
    purpose: 'column',
    kind: 'circle',
    centreMm: { x: 3000, y: 3441 },
    diameterMm: 400,
  } as const;
  const shape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [6000, 5000], cutouts: [column] } satisfies RoomShape;

  it('has a round hole', () => {
    const sheet = sheetOf(shape, { rollM: '5.0', ...along });
    expectSound(sheet);
    expect(sheet.pieces[0]!.holes).toHaveLength(1);
    expect(sheet.pieces[0]!.areaMm2 / 1e6).toBeCloseTo(
      canvasOf(built(shape), { rollM: '5.0', ...along }).cutPieceM2,
      3,
    );
  });

  it('has a notch in both strips where the seam meets it', () => {
    const options = { rollM: '3.2', ...along, seamThroughMm: { x: 500, y: 3400 } } as const;
    const sheet = sheetOf(shape, options);
    const canvas = canvasOf(built(shape), options);
    expectSound(sheet);
    const [piece] = sheet.pieces as [CuttingPiece];
    expect(piece.strips.map(({ parts }) => parts.map(({ holes }) => holes.length))).toEqual([[0], [0]]);
    expect(piece.seams).toHaveLength(2);
    const seamMm = sum(piece.seams.map(({ lengthMm }) => lengthMm));
    expect(Math.abs(seamMm - canvas.seamLengthM * canvas.shrinkAlong * 1000)).toBeLessThan(2);
  });
});

describe('a textile', () => {
  it('is cut larger by its allowance, holes and all', () => {
    const hole: Cutout = {
      id: 'c',
      purpose: 'column',
      kind: 'rectangle',
      centreMm: { x: 2000, y: 2000 },
      sizeMm: [400, 400],
    };
    const shape: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [6000, 4800], cutouts: [hole] };
    const sheet = sheetOf(shape, { film: 'textile', ...along }, { mirrored: false });
    const canvas = canvasOf(built(shape), { film: 'textile', ...along });
    const [piece] = sheet.pieces as [CuttingPiece];
    expectSound(sheet);
    expect(plain(piece.outline)).toEqual(
      expect.arrayContaining([
        [0, 0],
        [6300, 0],
        [6300, 5100],
        [0, 5100],
      ]),
    );
    expect(plain(piece.walls!)[0]).toEqual([150, 150]);
    expect(piece.holesOnSite).toHaveLength(1);
    // The measure of the canvas leaves out the four corners, 15 × 15 cm each, and the hole.
    expect(areaM2(sheet)).toBeCloseTo(canvas.cutPieceM2 + 4 * 0.15 ** 2 + 0.16, 9);
  });

  it('goes round a niche too narrow to be followed', () => {
    const sides = [5000, 4000, 2400, 600, 200, 600, 2400, 4000];
    const shape: RoomShape = { schemaVersion: 1, kind: 'right-angled', sidesMm: sides, reflexCorners: [4, 5] };
    const sheet = sheetOf(shape, { film: 'textile', ...along });
    expectSound(sheet);
    const [piece] = sheet.pieces as [CuttingPiece];
    expect(piece.walls!.every((corner) => isInside(corner, piece.outline))).toBe(true);
    expect(areaM2(sheet)).toBeCloseTo(5.3 * 4.3, 9);
  });
});

describe('a room that a level cuts in two', () => {
  const base: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [9000, 3400] };
  const level: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [2000, 3400] };
  const inset = { schemaVersion: 1, inset: { roomId: 'r0', atMm: { x: 3000, y: 0 }, turnDeg: 0 } } as const;
  const lamps: RoomPlan = {
    schemaVersion: 1,
    objects: [
      { id: 'left', kind: 'spotlight', atMm: { x: 1000, y: 1000 } },
      { id: 'right', kind: 'chandelier', atMm: { x: 7000, y: 1700 } },
      { id: 'above', kind: 'spotlight', atMm: { x: 4000, y: 1000 } },
    ],
  };
  const sheet = draftSheet(
    [
      { shape: base, plan: lamps },
      { shape: level, plan: inset },
    ],
    { mirrored: false },
  );

  it('is cut in two pieces, each with its own corners, sides and lamps', () => {
    expectSound(sheet);
    expect(
      sheet.pieces.map(({ corners }) =>
        corners
          .map(({ letter }) => letter)
          .sort()
          .join(''),
      ),
    ).toEqual(expect.arrayContaining(['AD', 'BC']));
    expect(areaM2(sheet)).toBeCloseTo(7 * 3.4 * 0.93 ** 2, 9);
    const left = sheet.pieces.find(({ corners }) => corners.some(({ letter }) => letter === 'A'))!;
    expect(left.things.map(({ id }) => id)).toEqual(['left']);
    expect(left.strips[0]!.things.map(({ id }) => id)).toEqual(['left']);
    const sides = Object.fromEntries(left.sides.map(({ label, roomMm }) => [label, Math.round(roomMm)]));
    expect(sides).toEqual({ AB: 3000, CD: 3000, DA: 3400 });
  });

  it('shrinks each piece by its own canvas', () => {
    const sidesMm = [13_000, 5400, 11_000, 2400, 2000, 3000];
    const wide: RoomShape = { schemaVersion: 1, kind: 'right-angled', sidesMm };
    const across: RoomShape = { ...level, sidesMm: [2000, 5400] };
    const plan = { schemaVersion: 1, inset: { ...inset.inset, atMm: { x: 2000, y: 0 } } } as const;
    const { pieces } = draftSheet([{ shape: wide }, { shape: across, plan }]);
    // 5,40 m on a roll of 5 m is stretched to 0,925; beside the level there are only 3 m.
    expect(pieces.map(({ ky }) => ky).sort((a, b) => a - b)).toEqual([0.925, 0.93]);
  });

  it('is not there for a room that is not', () => {
    expect(cuttingSheetOfRoom({ draft: estimateDraft(), roomId: 'r0' }, priceBook(), ruleSetR1)).toBeNull();
  });
});

describe('mirroring', () => {
  const lettersAround = (sheet: CuttingSheet): number =>
    Math.sign(
      shoelaceArea(
        ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => sheet.pieces[0]!.corners.find(({ letter }) => letter === name)!),
      ),
    );
  const turnedOver = ({ pieces }: CuttingSheet): [number, number][][] =>
    pieces.map(({ outline, lengthMm }) => plain(outline.map(({ x, y }) => ({ x: lengthMm - x, y }))).sort(byPlace));

  it.each(['clockwise', 'counter-clockwise'] as const)('turns over a room lettered %s, by default', (lettered) => {
    const shape: RoomShape = { ...shapes.E2, lettered };
    const options = { rollM: '3.2', ...along } as const;
    const [seen, mirrored] = [false, true].map((wish) => sheetOf(shape, options, { mirrored: wish })) as [
      CuttingSheet,
      CuttingSheet,
    ];
    expect(sheetOf(shape, options)).toEqual(mirrored);
    expect(turnedOver(mirrored)).toEqual(seen.pieces.map(({ outline }) => plain(outline).sort(byPlace)));
    // Seen from above letters go round as they were written.
    expect(lettersAround(seen)).toBe(lettered === 'clockwise' ? -1 : 1);
    expect(lettersAround(mirrored)).toBe(-lettersAround(seen));
    expectSound(seen);
    expectSound(mirrored);
  });
});

describe('any room', () => {
  /** What the canvas was counted at, and what is cut. */
  function expectAsCounted(room: BuiltRoom, canvas: Canvas, sheet: CuttingSheet): void {
    expectSound(sheet);
    const isStraight = room.walls.every(({ arc }) => !arc) && room.cutouts.every(({ kind }) => kind !== 'circle');
    const mm = isStraight ? 1e-3 : 20;
    expect(Math.abs(areaM2(sheet) - canvas.cutPieceM2)).toBeLessThan(isStraight ? 1e-6 : 0.01);
    const lengths = sheet.pieces.flatMap(({ strips }) => strips.map(({ lengthMm }) => lengthMm));
    expect(lengths).toHaveLength(canvas.sheets.length);
    lengths.forEach((length, index) => {
      expect(Math.abs(length - canvas.sheetLengthsM[index]! * 1000)).toBeLessThan(mm);
    });
    const seamsMm = sum(sheet.pieces.flatMap(({ seams }) => seams.map(({ lengthMm }) => lengthMm)));
    const counted = (canvas.parts ?? [canvas]).reduce((total, part) => total + part.seamLengthM * part.shrinkAlong, 0);
    expect(Math.abs(seamsMm - counted * 1000)).toBeLessThan(mm);
  }

  it('with straight walls is cut as it was counted', () => {
    const polygons = fc.tuple(starPolygon, choices).filter(([polygon, picks]) => isComfortable(polygon, picks));
    fc.assert(
      fc.property(polygons, fc.constantFrom('3.2', '5.0'), ([polygon, picks], rollM) => {
        const room = built(measure(polygon, triangulate(polygon, picks)));
        const canvas = canvasOf(room, { rollM });
        expectAsCounted(room, canvas, cuttingSheet({ room, canvas }));
      }),
      { numRuns: 40 },
    );
  });

  it('of a flat is cut as it was counted, arcs, columns and levels and all', () => {
    fc.assert(
      fc.property(flatRooms, fc.constantFrom('3.2', '5.0'), (room, rollM) => {
        const canvas = canvasOf(room, { rollM });
        expectAsCounted(room, canvas, cuttingSheet({ room, canvas }));
      }),
      { numRuns: 60 },
    );
  });
});
