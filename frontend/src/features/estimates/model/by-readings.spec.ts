import { describe, expect, it } from '@jest/globals';
import { byReadings } from './by-readings';
import { newRoom } from './new-room';
import { changeRoom } from './room-changes';

describe('what follows from the readings of a room', () => {
  const room = newRoom('rectangle', 'Зал');
  const lengths = byReadings(({ sides }) => [...sides]);

  it('is not worked out again when the room is named or lit', () => {
    const named = changeRoom(changeRoom(room, { type: 'name', name: 'Кухня' }), {
      type: 'counts',
      field: 'spotlights',
      text: '6',
    });
    expect(lengths(named)).toBe(lengths(room));
  });

  it('follows every reading', () => {
    const measured = changeRoom(room, { type: 'side', index: 0, text: '420' });
    expect(lengths(measured)).toEqual(['420', '']);
    const kinds = byReadings(({ lettered }) => lettered);
    expect(kinds(room)).not.toBe(kinds(changeRoom(room, { type: 'lettered', lettered: 'counter-clockwise' })));
  });

  it('is apart for a copy, so that rooms alike are still two', () => {
    expect(lengths({ ...room, id: 'copy' })).not.toBe(lengths(room));
  });
});
