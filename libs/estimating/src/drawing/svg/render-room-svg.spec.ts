import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawingRooms } from '../../../test-data/drawing-rooms.js';
import { choices, isComfortable, measure, starPolygon, triangulate } from '../../../test-data/random-polygons.js';
import { parseXml } from '../../../test-data/strict-xml.js';
import type { XmlElement } from '../../../test-data/strict-xml.js';
import { LINE_OBJECT_KINDS, POINT_OBJECT_KINDS, PROFILE_KINDS, WALL_MATERIALS } from '../../plan/room-plan.js';
import type { PlanObject, RoomPlan } from '../../plan/room-plan.js';
import type { RoomShape } from '../../shape/room-shape.js';
import type { DrawnCanvas } from '../scene.js';
import { buildRoom } from '../../rooms/build-room.js';
import { ruleSetR1 } from '../../rules/r1.js';
import { renderRoomSvg } from './render-room-svg.js';
import type { RoomSvgOptions } from './render-room-svg.js';

const size = { width: 620, height: 460, theme: 'print' } as const;

function elementsOf(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

interface Drawable {
  shape: RoomShape;
  plan?: RoomPlan;
}

function draw({ shape, plan }: Drawable, options: RoomSvgOptions, canvas?: DrawnCanvas): string {
  return renderRoomSvg({ shape, plan, build: buildRoom(shape) }, options, canvas);
}

const textsOf = (svg: string): string[] =>
  elementsOf(parseXml(svg)).flatMap(({ name, text }) => (name === 'text' ? text : []));

/** Every number of a document is one: in attributes, in paths. */
function expectSound(svg: string): void {
  for (const { name, attributes } of elementsOf(parseXml(svg))) {
    const odd = Object.entries(attributes).filter(([, value]) => /NaN|Infinity|undefined|null/.test(value));
    expect({ name, odd }).toEqual({ name, odd: [] });
  }
}

describe('renderRoomSvg', () => {
  it.each(Object.entries(drawingRooms))('draws %s as a document that needs nothing else', (_, room) => {
    for (const theme of ['light', 'dark', 'print'] as const) {
      const svg = draw(room, { ...size, theme, levels: room.levels ?? [] }, room.canvas);
      expectSound(svg);
      const root = parseXml(svg);
      expect(root).toMatchObject({ name: 'svg', attributes: { width: '620', height: '460', viewBox: '0 0 620 460' } });
      expect(svg).not.toMatch(/href|url\(|<style|<script|<image|@import/);
      expect(draw(room, { ...size, theme, levels: room.levels ?? [] }, room.canvas)).toBe(svg);
    }
  });

  it('writes the same lengths as the screen', () => {
    const texts = textsOf(draw(drawingRooms['pentagon']!, size));
    expect(texts).toEqual(expect.arrayContaining(['A', 'E', '400', '250', '212,1', '471,7']));
  });

  it('names the picture and prints the caption, whatever is in them', () => {
    const nasty = `<script>alert("1")</script> & 'x' ]]> \u0000\u001b\ud800 конец`;
    const svg = draw(drawingRooms['pentagon']!, {
      ...size,
      title: nasty,
      description: nasty,
      caption: ['Невязка 1,4 см', nasty],
      levels: [
        {
          id: nasty,
          label: '<Уровень & 2>',
          contour: [
            { x: 1, y: 1 },
            { x: 3, y: 1 },
            { x: 3, y: 2 },
          ],
        },
      ],
    });
    const all = elementsOf(parseXml(svg));
    expect(all.some(({ name }) => name === 'script')).toBe(false);
    expect(all.find(({ name }) => name === 'title')!.text).toContain('<script>alert("1")</script> & \'x\' ]]>');
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['Невязка 1,4 см', '<Уровень & 2>']));
    expect(textsOf(svg).join(' ')).toContain('конец');
  });

  it('wraps a long reason and cuts an endless one, within the picture', () => {
    const caption = [`Причина: ${'стены завалены, клиент предупреждён. '.repeat(3)}`, 'щ'.repeat(4000)];
    const svg = draw(drawingRooms['pentagon']!, { ...size, width: 400, caption });
    const lines = elementsOf(parseXml(svg)).filter(({ attributes }) => attributes['text-anchor'] === 'start');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.at(-1)!.text.endsWith('…')).toBe(true);
    for (const { text, attributes } of lines) {
      expect(Number(attributes['y'])).toBeLessThan(460);
      // The widest Cyrillic letters take no more than nine tenths of the font size.
      expect(text.length * 12 * 0.55).toBeLessThan(400);
    }
    const walls = elementsOf(parseXml(svg)).filter(({ name }) => name === 'circle');
    expect(walls.every(({ attributes }) => Number(attributes['cy']) < 460 - lines.length * 16)).toBe(true);
  });

  it('explains the signs that occur, things with their number, and no others', () => {
    const legend = { shadow: 'Теневой', ordinary: 'Обычный', metal: 'Металл', brick: 'Кирпич', spotlight: 'Лампа' };
    const svg = draw(drawingRooms['columns']!, { ...size, legend });
    const entries = elementsOf(parseXml(svg)).filter(({ attributes }) => attributes['text-anchor'] === 'start');
    expect(entries.map(({ text }) => text)).toEqual(['Теневой', 'Кирпич', 'Лампа × 8']);
    const lowest = Math.max(
      ...elementsOf(parseXml(svg)).flatMap(({ name, attributes }) =>
        name === 'circle' ? Number(attributes['cy']) : [],
      ),
    );
    expect(entries.every(({ attributes }) => Number(attributes['y']) > lowest + 20)).toBe(true);
    expect(textsOf(draw(drawingRooms['pentagon']!, { ...size, legend }))).not.toContain('Теневой');
  });

  it('shows only the figure in a thumbnail', () => {
    const svg = draw(drawingRooms['columns']!, { width: 96, height: 72, theme: 'dark' });
    expectSound(svg);
    expect(textsOf(svg)).toEqual([]);
    const columnOnly = elementsOf(parseXml(svg)).filter(({ name }) => name === 'circle');
    expect(columnOnly).toEqual([]);
  });

  it('leaves out the layers that are not asked for', () => {
    const room = drawingRooms['two strips']!;
    expect(textsOf(draw(room, size, room.canvas))).toContain('595');
    const bare = textsOf(draw(room, { ...size, layers: { canvas: false, diagonals: false } }, room.canvas));
    expect(bare).not.toContain('595');
    expect(bare.sort()).toEqual(['440,5', '450,4', '580,3', '620,7', 'A', 'B', 'C', 'D']);
    const many = drawingRooms['many lamps']!;
    expect(textsOf(draw(many, size))).not.toContain('75');
    expect(textsOf(draw(many, { ...size, layers: { dimensions: true } }))).toContain('75');
  });

  it('shows the corners the rule set of the estimate sees', () => {
    // Half a circle of 2 m over AB, measured by eight chords.
    const chords = [2, 3, 4, 5, 6, 7].map((to) => Math.round(20_000 * Math.cos(((to - 1) * Math.PI) / 16)) / 10);
    const shape: RoomShape = {
      schemaVersion: 1,
      kind: 'triangulated',
      sidesMm: [2000, ...Array<number>(8).fill(390.2)],
      diagonalsMm: chords.map((lengthMm, index) => ({ from: 0, to: index + 2, lengthMm })),
    };
    const joints = (rules: Parameters<typeof buildRoom>[1]) => {
      const svg = renderRoomSvg({ shape, build: buildRoom(shape, rules) }, size);
      return elementsOf(parseXml(svg)).filter(({ name, attributes }) => name === 'circle' && attributes.r === '1.5');
    };
    expect(joints(ruleSetR1)).toHaveLength(7);
    expect(joints({ ...ruleSetR1, curves: { ...ruleSetR1.curves, minChords: 9 } })).toEqual([]);
  });

  it('draws what cannot be built as far as it is known', () => {
    const shape = { schemaVersion: 1, kind: 'triangulated', sidesMm: [1000, 1000, 9000], diagonalsMm: [] } as RoomShape;
    const svg = draw({ shape }, size);
    expectSound(svg);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['A', 'B', 'C', '900']));
  });

  const millimetres = fc.integer({ min: -20_000, max: 20_000 });
  const place = fc.record({ x: millimetres, y: millimetres });
  const anyObject: fc.Arbitrary<PlanObject> = fc.oneof(
    fc.record({ id: fc.string(), kind: fc.constantFrom(...POINT_OBJECT_KINDS), atMm: place }),
    fc.record({
      id: fc.string(),
      kind: fc.constantFrom(...LINE_OBJECT_KINDS),
      pointsMm: fc.array(place, { minLength: 2, maxLength: 5 }),
    }),
  );
  const anyPlan: fc.Arbitrary<RoomPlan> = fc.record({
    schemaVersion: fc.constant(1 as const),
    objects: fc.array(anyObject, { maxLength: 12 }),
    sides: fc.array(
      fc.record({
        side: fc.nat(13),
        profile: fc.constantFrom(...PROFILE_KINDS),
        wall: fc.constantFrom(...WALL_MATERIALS),
      }),
      { maxLength: 8 },
    ),
  });

  it('never writes what is no number, whatever the room, the plan and the size', () => {
    const anySize = fc.oneof(fc.integer({ min: -10, max: 1400 }), fc.constantFrom(Number.NaN, Infinity, 1e9));
    fc.assert(
      fc.property(
        starPolygon,
        choices,
        anyPlan,
        fc.tuple(anySize, anySize),
        (polygon, picks, plan, [width, height]) => {
          fc.pre(isComfortable(polygon, picks));
          const shape = measure(polygon, triangulate(polygon, picks)) as RoomShape;
          const layers = { dimensions: true };
          expectSound(draw({ shape, plan }, { width, height, theme: 'light', layers }));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never fails on a shape that is none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5000 }), { maxLength: 9 }), fc.boolean(), (sidesMm, rect) => {
        const kind = rect ? 'rectangle' : 'right-angled';
        expectSound(draw({ shape: { schemaVersion: 1, kind, sidesMm } as RoomShape }, size));
      }),
      { numRuns: 100 },
    );
  });
});
