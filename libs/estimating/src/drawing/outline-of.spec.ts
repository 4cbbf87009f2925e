import { describe, expect, it } from '@jest/globals';
import { drawingRooms } from '../../test-data/drawing-rooms.js';
import { buildRoom } from '../rooms/build-room.js';
import type { RoomDraft } from '../shape/room-shape.js';
import { outlineOf } from './outline-of.js';

const pentagon = (lengths: (number | null)[]): RoomDraft => ({
  schemaVersion: 1,
  kind: 'triangulated',
  sidesMm: [4000, 2500, 2121, 2500, 4000],
  diagonalsMm: [
    { from: 0, to: 2, lengthMm: lengths[0] ?? null },
    { from: 0, to: 3, lengthMm: lengths[1] ?? null },
  ],
});

const outlineFor = (draft: RoomDraft) => outlineOf(draft, buildRoom(draft));

describe('the outline of a room', () => {
  it('is a scheme with the typed lengths until three corners are known', () => {
    const outline = outlineFor(pentagon([]));
    expect(outline.state).toBe('scheme');
    expect(outline.walls.map(({ label }) => label)).toEqual(['400', '250', '212,1', '250', '400']);
    expect(outline.diagonals.map(({ label }) => label)).toEqual(['', '']);
  });

  it('is the part that is known while walls are typed', () => {
    const outline = outlineFor({
      schemaVersion: 1,
      kind: 'right-angled',
      lettered: 'clockwise',
      sidesMm: [5000, 3000, null, null, null, null],
    });
    expect(outline).toMatchObject({ state: 'partial', lettered: 'clockwise', contour: [] });
    expect(outline.corners.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    expect(outline.walls.map(({ label }) => label)).toEqual(['500', '300']);
  });

  it('writes readings as they were read, whatever the adjustment made of them', () => {
    const { shape } = drawingRooms['control readings']!;
    const outline = outlineFor(shape);
    expect(outline.state).toBe('built');
    const [ab] = shape.sidesMm;
    expect(outline.walls[0]!.label).toBe(String(ab! / 10).replace('.', ','));
    expect(outline.angles.map(({ label }) => label)).toEqual(['88,6°', '112,5°']);
  });

  it('names the opposite walls of a rectangle by the same reading', () => {
    const outline = outlineFor({ schemaVersion: 1, kind: 'rectangle', sidesMm: [4005, 3000] });
    expect(outline.walls.map(({ label }) => label)).toEqual(['400,5', '300', '400,5', '300']);
  });

  it('names an arc by the reading it has', () => {
    const { walls } = outlineFor({
      schemaVersion: 1,
      kind: 'rectangle',
      sidesMm: [4000, 3000],
      arcs: [
        { side: 0, sagittaMm: 501.5, bulges: 'outward' },
        { side: 1, radiusMm: 2000.5, bulges: 'inward' },
      ],
    });
    expect(walls.map(({ arc }) => arc?.label)).toEqual(['h 50,15', 'R 200,05', undefined, undefined]);
  });

  it('takes joints inside a curve for no corners', () => {
    const { corners } = outlineFor(drawingRooms['curve of chords']!.shape);
    const joints = corners.filter(({ isOnCurve }) => isOnCurve).map(({ letter }) => letter);
    expect(joints).toEqual(expect.arrayContaining(['E', 'F', 'G', 'H', 'I', 'J']));
    expect(joints).not.toContain('A');
    expect(joints).not.toContain('N');
  });
});
