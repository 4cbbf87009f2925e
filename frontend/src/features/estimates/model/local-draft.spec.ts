import { describe, expect, it } from '@jest/globals';
import { parseDraft } from './local-draft';
import { newRoom } from './new-room';
import { toRoomDraft } from './room-form';

const FIRST = {
  schemaVersion: 1,
  version: 3,
  savedAt: '2026-11-01T10:00:00.000Z',
  form: {
    title: 'Смета',
    rooms: [
      {
        id: 'r',
        name: 'Зал',
        kind: 'rectangle',
        sides: ['400', '30'],
        diagonals: [],
        reflexCorners: null,
        arcs: [{ side: 1, sagittaMm: 305, bulges: 'outward' }],
        spotlights: '6',
        chandeliers: '',
      },
    ],
    overrides: [],
    manualLines: [],
    discount: '0',
  },
};

describe('a draft kept on the device', () => {
  it('of before plans and angles is read, and nothing typed is lost', () => {
    const draft = parseDraft(JSON.stringify(FIRST));
    expect(draft).toMatchObject({ schemaVersion: 2, version: 3 });
    const [room] = draft!.form.rooms;
    expect(room).toMatchObject({ sides: ['400', '30'], spotlights: '6', lettered: 'counter-clockwise' });
    expect(toRoomDraft(room!)).toEqual({
      schemaVersion: 1,
      kind: 'rectangle',
      sidesMm: [4000, 300],
      arcs: [{ side: 1, bulges: 'outward', sagittaMm: 305 }],
    });
  });

  it('of now comes back as it was', () => {
    const draft = { ...FIRST, schemaVersion: 2, form: { ...FIRST.form, rooms: [newRoom('pi', 'Зал')] } };
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([[null], ['{'], ['"x"'], ['null'], ['{"schemaVersion":3,"version":1,"form":{"rooms":[]}}']])(
    'that is none of ours (%p) is no draft',
    (text) => expect(parseDraft(text)).toBeNull(),
  );
});
