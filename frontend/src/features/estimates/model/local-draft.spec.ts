import { describe, expect, it } from '@jest/globals';
import { chooseDrafts, parseDraft } from './local-draft';
import type { KeptDraft } from './local-draft';
import { emptyForm, emptyVariant } from './empty-form';
import { newRoom } from './new-room';
import { toRoomDraft } from './room-form';
import type { RoomForm, VariantForm } from './types';

const SAVED = emptyForm('Смета');

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
    const draft = parseDraft(JSON.stringify(FIRST), SAVED);
    expect(draft).toMatchObject({ schemaVersion: 3, version: 3 });
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
    const form = { ...SAVED, rooms: [newRoom('pi', 'Зал')] };
    const draft = { ...FIRST, schemaVersion: 3, form, base: SAVED };
    expect(parseDraft(JSON.stringify(draft), SAVED)).toEqual(draft);
  });

  it.each([[null], ['{'], ['"x"'], ['null'], ['{"schemaVersion":4,"version":1,"form":{"rooms":[]}}']])(
    'that is none of ours (%p) is no draft',
    (text) => expect(parseDraft(text, SAVED)).toBeNull(),
  );

  it.each(['plan', 'sides', 'cutouts', 'name'])('with a room that lacks its %s is set aside', (field) => {
    const { [field as keyof RoomForm]: _, ...room } = newRoom('pi', 'Зал');
    const draft = { ...FIRST, schemaVersion: 2, form: { ...FIRST.form, rooms: [room] } };
    expect(parseDraft(JSON.stringify(draft), SAVED)).toBeNull();
  });

  it('with a room that is nothing is set aside', () => {
    const form = { ...FIRST.form, rooms: [null] };
    expect(parseDraft(JSON.stringify({ ...FIRST, form }), SAVED)).toBeNull();
    expect(parseDraft(JSON.stringify({ ...FIRST, schemaVersion: 2, form }), SAVED)).toBeNull();
  });

  it('of before variants becomes the first of them, the others stay as they are saved', () => {
    const saved = { ...SAVED, variants: [...SAVED.variants, emptyVariant('w', 'Премиум')] };
    const form = { ...FIRST.form, rooms: [newRoom('pi', 'Зал')], discount: '7' };
    const draft = parseDraft(JSON.stringify({ ...FIRST, schemaVersion: 2, form }), saved)!;
    expect(draft.form.variants.map(({ id, name, discount }) => [id, name, discount])).toEqual([
      ['v', 'Вариант 1', '7'],
      ['w', 'Премиум', '0'],
    ]);
  });

  it.each(['manualLines', 'specification', 'discount'])('with a variant that lacks its %s is set aside', (field) => {
    const { [field as keyof VariantForm]: _, ...variant } = emptyVariant('v', 'Вариант 1');
    const form = { ...SAVED, variants: [variant] };
    expect(parseDraft(JSON.stringify({ ...FIRST, schemaVersion: 3, form }), SAVED)).toBeNull();
  });
});

describe('the drafts of one estimate', () => {
  const NOBODY: ReadonlySet<string> = new Set();
  const form = SAVED;
  const draft = (key: string, version: number, minute: number): KeptDraft => ({
    schemaVersion: 3,
    version,
    savedAt: `2026-11-01T10:${minute}:00.000Z`,
    form,
    key,
  });
  const [other, own, old] = [draft('other', 4, 30), draft('own', 4, 20), draft('old', 3, 10)];

  it('bring back the one of this tab, and leave that of another for a decision', () => {
    expect(chooseDrafts([other, own, old], { version: 4, ownKey: 'own', living: NOBODY })).toEqual({
      back: own,
      other,
    });
  });

  it('bring back that of a tab that is no more', () => {
    expect(chooseDrafts([other, old], { version: 4, ownKey: null, living: NOBODY })).toEqual({
      back: other,
      other: old,
    });
  });

  it('leave that of a living tab to it, be it the one this tab was duplicated from', () => {
    const living = new Set(['other', 'own']);
    expect(chooseDrafts([other, own, old], { version: 4, ownKey: 'own', living })).toEqual({ back: null, other: old });
  });

  it('never bring back by itself what was begun on another version', () => {
    expect(chooseDrafts([old], { version: 4, ownKey: 'old', living: NOBODY })).toEqual({ back: null, other: old });
    expect(chooseDrafts([{ ...old, base: SAVED }], { version: 4, ownKey: null, living: NOBODY })).toMatchObject({
      other: null,
    });
    expect(chooseDrafts([], { version: 4, ownKey: null, living: NOBODY })).toEqual({ back: null, other: null });
  });
});
