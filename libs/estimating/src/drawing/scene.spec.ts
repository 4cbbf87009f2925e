import { describe, expect, it } from '@jest/globals';
import { drawingRooms, roundRoom } from '../../test-data/drawing-rooms.js';
import type { DrawingRoom } from '../../test-data/drawing-rooms.js';
import { buildRoom } from '../rooms/build-room.js';
import type { RoomDraft, RoomShape } from '../shape/room-shape.js';
import { dimensionsOf } from './object-dimensions.js';
import { outlineOf } from './outline-of.js';
import type { PlacedLabel } from './place-labels.js';
import { composeScene } from './scene.js';
import type { Scene } from './scene.js';
import { clipSegment, lengthOf, shareInside } from './screen.js';
import type { Box } from './screen.js';
import type { Frame } from './view.js';

function sceneOf(room: DrawingRoom, frame: Frame, hasDimensions = false): Scene {
  const build = buildRoom(room.shape);
  const dimensions = hasDimensions && build.ok ? dimensionsOf(build.room, room.plan) : [];
  return composeScene({ ...room, outline: outlineOf(room.shape, build), dimensions }, frame);
}

const outlineFor = (draft: RoomDraft) => outlineOf(draft, buildRoom(draft));

function labelsOf(scene: Scene): PlacedLabel[] {
  return [
    scene.cornerLabels,
    scene.wallLabels,
    scene.diagonalLabels,
    scene.angleLabels,
    scene.cutoutLabels,
    scene.levelLabels,
    scene.dimensionLabels,
    scene.seamLabels,
    scene.stripLabels,
  ].flat();
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const insideOf = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

const rooms = Object.entries(drawingRooms);
const SIZES = [
  [620, 460],
  [1180, 700],
  [340, 260],
  [1000, 1400],
] as const;

describe('labels of a drawing', () => {
  it.each(rooms)('of %s keep apart, off the symbols and inside the picture', (_, room) => {
    for (const [width, height] of SIZES) {
      const scene = sceneOf(room, { width, height }, true);
      expect(scene.state).toBe('built');
      const labels = labelsOf(scene);
      for (const [index, { text, box }] of labels.entries()) {
        const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
        expect({ text, inside }).toEqual({ text, inside: true });
        const covered = labels.slice(index + 1).filter((other) => overlap(box, other.box));
        expect({ text, covered: covered.map((other) => other.text) }).toEqual({ text, covered: [] });
        const symbols = scene.objects.filter(
          ({ spots: [at], spots, radius }) =>
            spots.length === 1 &&
            overlap(box, { x: at!.x - radius, y: at!.y - radius, width: 2 * radius, height: 2 * radius }),
        );
        expect({ text, symbols: symbols.map(({ id }) => id) }).toEqual({ text, symbols: [] });
      }
    }
  });

  it.each(rooms)('of %s all stand there, and no wall or leader runs through one', (_, room) => {
    for (const [width, height] of SIZES.filter(([width]) => width > 340)) {
      const outline = outlineFor(room.shape);
      const scene = sceneOf(room, { width, height });
      expect(scene.wallLabels).toHaveLength(outline.walls.length);
      expect(scene.cornerLabels).toHaveLength(outline.corners.length);
      expect(scene.diagonalLabels).toHaveLength(outline.diagonals.length);
      const lines = scene.walls.map(({ index }) => {
        const { from, to, arc } = outline.walls.find((wall) => wall.index === index)!;
        return arc ? [] : [{ a: scene.view.toScreen(from), b: scene.view.toScreen(to) }];
      });
      const leaders = scene.wallLabels.flatMap(({ leader }) => leader ?? []);
      for (const { text, box, leader } of labelsOf(scene)) {
        const others = [...lines.flat(), ...leaders.filter((other) => other !== leader)];
        const through = others.reduce((sum, line) => sum + shareInside(line, insideOf(box, 2)) * lengthOf(line), 0);
        expect({ text, isCrossed: through > 4 }).toEqual({ text, isCrossed: false });
      }
    }
  });

  it('name what they belong to', () => {
    const scene = sceneOf(drawingRooms['twelve corners']!, { width: 620, height: 460 });
    const wallTexts = new Map(scene.wallLabels.map(({ of, text }) => [of, text]));
    expect(wallTexts.get(0)).toBe('300');
    expect(wallTexts.get(9)).toBe('120');
    const columns = sceneOf(drawingRooms['columns']!, { width: 620, height: 460 });
    expect(columns.cutoutLabels.map(({ of, text }) => `${of} ${text}`)).toEqual(['c1 40×60', 'c2 Ø45', 'c3 90×60']);
    const arcs = sceneOf(drawingRooms['arcs']!, { width: 620, height: 460 });
    const arcTexts = new Map(arcs.wallLabels.map(({ of, text }) => [of, text]));
    expect([1, 2, 3].map((wall) => arcTexts.get(wall))).toEqual(['300 · h 50', '500 · R 320', '300 · h 40']);
  });
});

describe('the view', () => {
  const frame = { width: 620, height: 460 };
  const lettered = (shape: RoomShape, way: 'clockwise' | 'counter-clockwise'): DrawingRoom => ({
    shape: { ...shape, lettered: way },
  });

  it('draws a room lettered clockwise with A at the top left and AB at the top', () => {
    const { shape } = drawingRooms['twelve corners']!;
    const [a, b] = sceneOf(lettered(shape, 'clockwise'), frame).corners;
    const others = sceneOf(lettered(shape, 'clockwise'), frame).corners.slice(2);
    expect(b!.x).toBeGreaterThan(a!.x);
    expect(b!.y).toBeCloseTo(a!.y, 6);
    expect(others.every(({ y }) => y >= a!.y)).toBe(true);
    const [lowA] = sceneOf(lettered(shape, 'counter-clockwise'), frame).corners;
    expect(lowA!.y).toBeGreaterThan(frame.height / 2);
  });

  it.each(rooms)('of %s is the mirror image when it is lettered the other way round', (_, { shape }) => {
    const one = sceneOf(lettered(shape, 'clockwise'), frame);
    const other = sceneOf(lettered(shape, 'counter-clockwise'), frame);
    for (const [index, { x, y }] of one.corners.entries()) {
      expect(other.corners[index]!.x).toBeCloseTo(x, 6);
      expect(other.corners[index]!.y).toBeCloseTo(frame.height - y, 6);
    }
    const sweeps = (scene: Scene): string =>
      scene.walls.map(({ path }) => / 0 [01] ([01]) /.exec(path)?.[1] ?? '-').join('');
    expect(sweeps(other)).toBe(sweeps(one).replace(/[01]/g, (sweep) => (sweep === '0' ? '1' : '0')));
  });

  it('goes from metres to pixels and back', () => {
    const { view } = sceneOf(drawingRooms['arcs']!, { ...frame, zoom: { scale: 3.5, centre: { x: 1, y: 2 } } });
    const at = view.toFrame(view.toScreen({ x: 1.234, y: 0.567 }));
    expect(at.x).toBeCloseTo(1.234, 9);
    expect(at.y).toBeCloseTo(0.567, 9);
    expect(view.toScreen({ x: 1, y: 2 })).toEqual({ x: 310, y: 230 });
  });

  it('zoomed in keeps the sizes of labels, and those of what is seen', () => {
    const room = drawingRooms['twenty corners']!;
    const scene = sceneOf(room, { ...frame, zoom: { scale: 4, centre: { x: 1.4, y: 0.2 } } });
    const texts = scene.wallLabels.map(({ of }) => of);
    expect(texts).toEqual(expect.arrayContaining([0, 1, 2, 3, 4]));
    expect(texts).not.toContain(14);
    expect(scene.wallLabels.every(({ fontSize }) => fontSize <= 13)).toBe(true);
    expect(scene.view.scale).toBeCloseTo(sceneOf(room, frame).view.scale * 4, 6);
  });

  it('puts level and upright walls on half pixels', () => {
    const { corners } = sceneOf(drawingRooms['П with a niche']!, { width: 617, height: 453 });
    expect(corners.every(({ x, y }) => x % 1 === 0.5 && y % 1 === 0.5)).toBe(true);
  });
});

describe('what is drawn', () => {
  const frame = { width: 620, height: 460 };

  it('leaves columns, openings and levels out of the fill', () => {
    expect(sceneOf(drawingRooms['columns']!, frame).contour.match(/Z/g)).toHaveLength(4);
    expect(sceneOf(drawingRooms['level inside']!, frame).contour.match(/Z/g)).toHaveLength(2);
  });

  it('keeps objects to scale where they can be read', () => {
    const lamp = (zoom: number): number =>
      sceneOf(drawingRooms['many lamps']!, { ...frame, zoom: { scale: zoom, centre: { x: 3, y: 2.5 } } }).objects[0]!
        .radius;
    expect(lamp(1)).toBe(6);
    expect(lamp(2.5)).toBeCloseTo(sceneOf(drawingRooms['many lamps']!, frame).view.scale * 2.5 * 0.045, 6);
    expect(lamp(20)).toBe(12);
  });

  it('marks profiles inside the wall and materials outside', () => {
    const { walls, view } = sceneOf(drawingRooms['columns']!, frame);
    const [top] = walls;
    const ys = (path: string): number[] => [...path.matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    const wall = ys(top!.path)[0]!;
    expect(top).toMatchObject({ profile: 'shadow', material: 'concrete' });
    expect(ys(top!.profilePath).every((y) => y > wall)).toBe(true);
    expect(ys(top!.materialPath).every((y) => y <= wall)).toBe(true);
    expect(view.isMirrored).toBe(true);
    expect(sceneOf(drawingRooms['pentagon']!, frame).walls[0]).toMatchObject({
      profile: 'ordinary',
      profilePath: '',
      material: null,
      materialPath: '',
    });
  });

  it('tells control diagonals from those the room stands on', () => {
    const { diagonals } = sceneOf(drawingRooms['control readings']!, frame);
    expect(diagonals).toHaveLength(4);
    expect(diagonals.some(({ isControl }) => isControl)).toBe(true);
    expect(sceneOf(drawingRooms['pentagon']!, frame).diagonals.every(({ isControl }) => !isControl)).toBe(true);
  });

  it('opens the arc of an angle towards the room', () => {
    for (const way of ['clockwise', 'counter-clockwise'] as const) {
      const { shape } = drawingRooms['control readings']!;
      const scene = sceneOf({ shape: { ...shape, lettered: way } }, frame);
      const inside = scene.view.toScreen({ x: 2, y: 1.8 });
      const [label] = scene.angleLabels;
      const corner = scene.corners[0]!;
      const towards = (label!.x - corner.x) * (inside.x - corner.x) + (label!.y - corner.y) * (inside.y - corner.y);
      expect(towards).toBeGreaterThan(0);
    }
  });

  it('measures lamps of a row once across and then from one to the next', () => {
    const build = buildRoom(drawingRooms['many lamps']!.shape);
    const texts = sceneOf(drawingRooms['many lamps']!, { width: 1180, height: 700 }, true).dimensionLabels.map(
      ({ text }) => text,
    );
    expect(build.ok).toBe(true);
    expect(texts.filter((text) => text === '75').length).toBeGreaterThan(2);
    expect(texts).toContain('37,5');
    expect(texts).not.toContain('112,5');
  });

  it('stays inside the picture with strips wider than the room', () => {
    const scene = sceneOf(drawingRooms['two strips']!, frame);
    for (const { path } of scene.strips) {
      for (const [, x, y] of path.matchAll(/([\d.-]+) ([\d.-]+)/g)) {
        expect(Number(x) > 0 && Number(x) < 620 && Number(y) > 0 && Number(y) < 460).toBe(true);
      }
    }
    expect(scene.seamLabels.map(({ text }) => text)).toEqual(['595']);
    expect(scene.stripLabels.map(({ text }) => text)).toEqual(['1', '2']);
  });

  it('takes sixty corners', () => {
    const scene = sceneOf({ shape: roundRoom(60, 4000) }, { width: 1180, height: 700 });
    expect(scene.walls).toHaveLength(60);
    expect(scene.wallLabels.length).toBeGreaterThan(50);
  });
});

describe('clipping', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };

  it.each([
    [
      [-5, 5, 15, 5],
      [0.25, 0.75],
    ],
    [
      [15, 5, -5, 5],
      [0.25, 0.75],
    ],
    [
      [5, 2, 5, 8],
      [0, 1],
    ],
    [
      [5, 5, 5, 25],
      [0, 0.25],
    ],
    [[-5, 20, 25, 20], null],
    [[-10, 5, -1, 5], null],
    [[-10, 8, 5, 25], null],
    [[20, 5, 20, 5], null],
  ] as const)('of %j is %j', ([ax, ay, bx, by], expected) => {
    expect(clipSegment({ a: { x: ax, y: ay }, b: { x: bx, y: by } }, box)).toEqual(expected);
  });
});
