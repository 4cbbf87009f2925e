import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built, shapes } from '../../../test-data/builders.js';
import { canvasOf } from '../../../test-data/canvases.js';
import { flatRooms } from '../../../test-data/random-rooms.js';
import { parseXml } from '../../../test-data/strict-xml.js';
import type { XmlElement } from '../../../test-data/strict-xml.js';
import { POINT_OBJECT_KINDS } from '../../plan/room-plan.js';
import type { CanvasOptions, RoomPlan } from '../../plan/room-plan.js';
import type { BuiltRoom } from '../../rooms/built-room.js';
import type { CuttingWords } from '../cutting-words.js';
import { cuttingSheet } from '../make-cutting-sheet.js';
import { renderCuttingSvg } from './render-cutting-svg.js';

const mm = (length: number): string => String(Math.round(length));

const words: CuttingWords = {
  mirrored: 'ЗЕРКАЛЬНО',
  asSeen: 'Как на плане',
  piece: (number, of) => `Полотно ${number} из ${of}`,
  strip: (number, of) => `Полоса ${number} из ${of}`,
  film: (rollMm, lengthMm) => `${mm(rollMm)} × ${mm(lengthMm)}`,
  weld: (seam, toStrip) => `Шов ${seam} — к полосе ${toStrip}`,
  seam: (number, lengthMm) => `Шов ${number}, ${mm(lengthMm)}`,
  side: (label, cutMm, roomMm) => `${label} ${mm(cutMm)} (${mm(roomMm)})`,
  assembled: 'Полотно в сборе',
  cutOnSite: 'Вырезать на месте',
  things: {
    spotlight: 'светильник',
    chandelier: 'люстра',
    pipe: 'труба',
    vent: 'решётка',
    sensor: 'датчик',
    hatch: 'люк',
    'light-line': 'линия',
    track: 'трек',
    'curtain-niche': 'ниша',
  },
};
const size = { width: 760, height: 1050, theme: 'print', words } as const;
const along = { rollM: '3.2', direction: { wall: 0, turnDeg: 0 } } as const;

function draw(
  room: BuiltRoom,
  options: CanvasOptions,
  plan?: RoomPlan,
  given: Partial<typeof size> & { heading?: string[] } = {},
) {
  const sheet = cuttingSheet({ room, canvas: canvasOf(room, options), ...(plan && { plan }) });
  return renderCuttingSvg(sheet, { ...size, ...given });
}

const elementsOf = (root: XmlElement): XmlElement[] => [root, ...root.children.flatMap(elementsOf)];
const textsOf = (svg: string): string[] =>
  elementsOf(parseXml(svg)).flatMap(({ name, text }) => (name === 'text' ? text : []));

function expectSound(svg: string): void {
  for (const { attributes } of elementsOf(parseXml(svg))) {
    expect(Object.values(attributes).filter((value) => /NaN|Infinity|undefined|null/.test(value))).toEqual([]);
  }
}

describe('renderCuttingSvg', () => {
  it('shows each strip with its size, its corners and its neighbour, and the whole with its sides', () => {
    const texts = textsOf(draw(built(shapes.E2), along));
    expect(texts).toEqual(
      expect.arrayContaining([
        'ЗЕРКАЛЬНО',
        'Полоса 1 из 2 · 3200 × 4650',
        'Полоса 2 из 2 · 3200 × 2790',
        'Шов 1 — к полосе 2',
        'Шов 1 — к полосе 1',
        'Шов 1, 2790',
        'Полотно в сборе',
        'AB 4650 (5000)',
        'EF 2790 (3000)',
        '985',
      ]),
    );
    expect(texts.filter((text) => text === 'F')).toHaveLength(2);
  });

  it('draws a strip to scale', () => {
    const film = elementsOf(parseXml(draw(built(shapes.E1), along))).filter(({ name }) => name === 'rect')[1]!;
    expect(Number(film.attributes['width']) / Number(film.attributes['height'])).toBeCloseTo(3720 / 3200, 3);
  });

  it('stands by itself whatever is written on it', () => {
    const nasty = '<script>alert("1")</script> & \u0000 ]]>';
    const svg = draw(built(shapes.E1), along, undefined, { heading: [nasty] });
    expect(elementsOf(parseXml(svg)).some(({ name }) => name === 'script')).toBe(false);
    expect(svg).not.toMatch(/href|url\(|<style|@import/);
    expectSound(svg);
  });

  it('draws any room, within the picture', () => {
    const objects = POINT_OBJECT_KINDS.map((kind, index) => ({
      id: kind,
      kind,
      atMm: { x: 500 + 300 * index, y: 900 },
    }));
    const plan: RoomPlan = { schemaVersion: 1, objects };
    fc.assert(
      fc.property(flatRooms, fc.constantFrom('3.2', '5.0'), (room, rollM) => {
        const svg = draw(room, { rollM }, plan);
        expectSound(svg);
        for (const { name, attributes } of elementsOf(parseXml(svg))) {
          if (name === 'text') {
            expect(Number(attributes['x'])).toBeGreaterThan(0);
            expect(Number(attributes['x'])).toBeLessThan(760);
            expect(Number(attributes['y'])).toBeLessThan(1050);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
