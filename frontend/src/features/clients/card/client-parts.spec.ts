import { describe, expect, it } from '@jest/globals';
import type { Client } from '@smet/api-client';
import { heldBy, isSameValue, patchOf, placeOf, withChange } from './client-parts';

const client = {
  name: 'Анна',
  phones: [{ number: '+79001112233', label: null, shared: true }],
  tags: [],
  responsible: null,
  fields: { area: 20 },
} as unknown as Client;

describe('a change of one part of a client', () => {
  it('shows before it is saved and leaves the rest alone', () => {
    const named = withChange(client, { part: 'name', value: 'Анна Ветрова' });
    expect(named).toEqual({ ...client, name: 'Анна Ветрова' });
    const fields = withChange(client, { part: 'fields', key: 'floor', value: 'плитка' }).fields;
    expect(fields).toEqual({ area: 20, floor: 'плитка' });
    expect(withChange(client, { part: 'fields', key: 'area', value: null }).fields).toEqual({});
  });

  it('is told from what a colleague made of the same part', () => {
    const seen = heldBy(client, { part: 'fields', key: 'area', value: 30 });
    expect(seen).toEqual({ part: 'fields', key: 'area', value: 20 });
    expect(isSameValue(seen, heldBy({ ...client, name: 'Другая' }, seen))).toBe(true);
    expect(isSameValue(seen, heldBy({ ...client, fields: { area: 21 } }, seen))).toBe(false);
    expect(placeOf(seen)).toBe('fields.area');
  });

  it('goes to the server as ids, and keeps shared numbers shared', () => {
    expect(patchOf({ part: 'tags', value: [{ id: 't', name: 'VIP' }] })).toEqual({ tagIds: ['t'] });
    expect(patchOf({ part: 'responsible', value: null })).toEqual({ responsibleUserId: null });
    expect(patchOf({ part: 'contacts', value: [{ id: 'p', name: 'П', phone: null, position: 'Прораб' }] })).toEqual({
      contacts: [{ personId: 'p', position: 'Прораб' }],
    });
    const phones = [...client.phones, { number: '8 900', label: 'Дом', shared: false }];
    expect(patchOf({ part: 'phones', value: phones }, ['8 900'])).toEqual({
      phones: [
        { number: '+79001112233', label: null },
        { number: '8 900', label: 'Дом' },
      ],
      sharedPhones: ['+79001112233', '8 900'],
    });
  });
});
