import { describe, expect, it } from '@jest/globals';
import { buildRoom } from '@smet/estimating';
import { newRoom } from '../model/new-room';
import { toRoomDraft } from '../model/room-form';
import type { RoomForm } from '../model/types';
import { locateProblems, problemsOf, refusedIn } from './field-problems';

const locate = (room: RoomForm, tried = false) => locateProblems(room, problemsOf(buildRoom(toRoomDraft(room))), tried);
const four = (sides: string[], ac: string): RoomForm => ({
  ...newRoom('triangulated', 'Зал'),
  sides,
  diagonals: [{ from: 0, to: 2, text: ac }],
});

describe('problems at their fields', () => {
  it('does not nag about lengths the person has not come to', () => {
    expect(locate(four(['400', '', '', ''], '')).sides).toEqual([null, null, null, null]);
  });

  it('names a length that was passed over', () => {
    expect(locate(four(['400', '', '300', ''], '')).sides[1]).toMatchObject({ code: 'LENGTH_MISSING' });
  });

  it('names a missing diagonal as soon as all walls are there', () => {
    const { diagonals, sides } = locate(four(['400', '300', '400', '300'], ''));
    expect(diagonals[0]).toMatchObject({ code: 'LENGTH_MISSING' });
    expect(sides).toEqual([null, null, null, null]);
  });

  it('names an impossible triangle at its longest line and marks it on the drawing', () => {
    const { diagonals, wrong } = locate(four(['400', '300', '400', '300'], '900'));
    expect(diagonals[0]).toMatchObject({ code: 'TRIANGLE_IMPOSSIBLE', params: { longest: 'AC' } });
    expect(wrong).toContainEqual({ kind: 'diagonal', index: 0 });
  });

  it('names a text that is no length, and everything that is missing once saving was tried', () => {
    expect(locate(four(['4 метра', '', '', ''], '')).sides[0]).toMatchObject({ code: 'LENGTH_UNREADABLE' });
    expect(locate(four(['', '', '', ''], ''), true).sides).not.toContain(null);
  });

  it('finds the field of an angle, of an arc and of the reason; what has none is said of the room', () => {
    const room: RoomForm = {
      ...four(['400', '300', '400', '300'], '500'),
      angles: [{ corner: 1, text: '9o' }],
      arcs: [{ side: 2, bulges: 'outward', by: 'sagitta', text: '900' }],
    };
    const at = (path: string, code = 'X') => ({ path, code, params: {} });
    const found = locateProblems(
      room,
      [at('shape.arcs.0.sagittaMm'), at('plan.misclosureReason'), at('plan.inset'), at('shape.cutouts.0')],
      false,
    );
    expect(found.angles[0]).toMatchObject({ code: 'ANGLE_UNREADABLE' });
    expect(found.arcs[0]).toMatchObject({ code: 'X' });
    expect(found.wrong).toEqual([{ kind: 'side', index: 2 }]);
    expect(found.reason).toMatchObject({ code: 'X' });
    expect(found.whole).toHaveLength(2);
  });

  it('takes from the refusals of the server those of its own room', () => {
    const [hall, kitchen] = [newRoom('rectangle', 'Зал'), newRoom('rectangle', 'Кухня')];
    const outOfRange = { code: 'LENGTH_OUT_OF_RANGE', params: { minMm: 10, maxMm: 100 } };
    const refused = refusedIn(
      [
        { ...outOfRange, path: 'draft.rooms.1.shape.sidesMm.2', room: kitchen, variant: null },
        { path: 'draft.rooms.10.shape.sidesMm.0', code: 'LENGTH_MISSING', room: hall, variant: null },
        { path: 'draft.variants.0.discountPercent', code: 'MAX', room: null, variant: null },
      ],
      kitchen.id,
    );
    expect(refused).toEqual([{ ...outOfRange, path: 'shape.sidesMm.2' }]);
    expect(locateProblems(four(['', '', '', ''], ''), refused, false).sides[2]).toMatchObject({
      code: 'LENGTH_OUT_OF_RANGE',
    });
  });
});
