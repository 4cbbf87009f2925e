import { describe, expect, it } from '@jest/globals';
import { newRoom } from '../model/room-form';
import type { RoomForm } from '../model/types';
import { outlineRoom } from './outline';
import type { Box } from './place-labels';
import { composeScene } from './scene';

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const room = (kind: RoomForm['kind'], sides: string[], diagonals: RoomForm['diagonals'] = []): RoomForm => ({
  ...newRoom(kind, 'Комната'),
  sides,
  diagonals,
});

const pentagon = room(
  'triangulated',
  ['400', '250', '212,1', '250', '400'],
  [
    { from: 0, to: 2, text: '471,7' },
    { from: 0, to: 3, text: '471,7' },
  ],
);
const corner = room('right-angled', ['500', '300', '200', '150', '300', '450']);
const corridor = room('rectangle', ['612', '138']);
const ledge = room('right-angled', ['400', '280', '60', '20', '340', '300']);

describe('the drawing of a room', () => {
  it.each([
    ['a pentagon', pentagon],
    ['a corner room', corner],
    ['a corridor', corridor],
    ['a narrow ledge', ledge],
  ])('keeps the labels of %s apart and inside the pane', (_, form) => {
    const { outline } = outlineRoom(form);
    expect(outline.state).toBe('built');
    for (const [width, height] of [
      [620, 460],
      [340, 260],
    ] as const) {
      const scene = composeScene(outline, width, height);
      const labels = [...scene.cornerLabels, ...scene.wallLabels, ...scene.diagonalLabels];
      labels.forEach((label, index) => {
        expect(label.box.x).toBeGreaterThanOrEqual(0);
        expect(label.box.x + label.box.width).toBeLessThanOrEqual(width);
        for (const other of labels.slice(index + 1)) {
          expect({ label: label.text, other: other.text, overlaps: overlaps(label.box, other.box) }).toMatchObject({
            overlaps: false,
          });
        }
      });
    }
  });

  it('shows a scheme with the typed lengths until three corners are known', () => {
    const { outline } = outlineRoom({ ...pentagon, diagonals: pentagon.diagonals.map((d) => ({ ...d, text: '' })) });
    expect(outline.state).toBe('scheme');
    expect(outline.walls.map(({ label }) => label)).toEqual(['400', '250', '212,1', '250', '400']);
  });

  it('draws the part that is known while walls are typed', () => {
    const { outline } = outlineRoom({ ...corner, sides: ['500', '300', '', '', '', ''] });
    expect(outline).toMatchObject({ state: 'partial', contour: [] });
    expect(outline.corners.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
  });
});
