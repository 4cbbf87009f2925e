import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeColumns, partColumns, touched, type ClientImage } from './merged-columns.js';

const text = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
const image: fc.Arbitrary<ClientImage> = fc.record({
  kind: fc.constantFrom('person', 'company'),
  name: fc.constantFrom('a', 'b', 'c'),
  source: text,
  responsible_user_id: text,
  comment: text,
  fields: fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(fc.boolean(), fc.integer(), fc.constantFrom('', 'z'))),
});
const choices = fc.dictionary(
  fc.constantFrom('kind', 'name', 'source', 'comment', 'fields.x'),
  fc.constantFrom('mine' as const, 'theirs' as const),
);

describe('columns of merged clients', () => {
  it('are the chosen ones, else the own ones, else those of the other', () => {
    const mine: ClientImage = {
      kind: 'person',
      name: 'A',
      source: null,
      responsible_user_id: 'u',
      comment: 'm',
      fields: { x: 1 },
    };
    const theirs: ClientImage = { ...mine, name: 'B', source: 'Site', comment: null, fields: { x: 2, y: false } };
    expect(mergeColumns(mine, theirs, { name: 'theirs', comment: 'theirs', 'fields.x': 'theirs' })).toEqual({
      ...mine,
      name: 'B',
      source: 'Site',
      comment: null,
      fields: { x: 2, y: false },
    });
  });

  it('are what they were after merging and parting', () => {
    fc.assert(
      fc.property(image, image, choices, (mine, theirs, chosen) => {
        const merged = mergeColumns(mine, theirs, chosen);
        expect(partColumns(mine, merged, merged)).toEqual(mine);
      }),
    );
  });

  it('keep what was changed since, and give back the rest', () => {
    fc.assert(
      fc.property(image, image, choices, image, (mine, theirs, chosen, now) => {
        const merged = mergeColumns(mine, theirs, chosen);
        const parted = partColumns(mine, merged, now);
        const changedSince = touched(merged, now);
        expect(touched(now, parted).filter((name) => changedSince.includes(name))).toEqual([]);
        expect(touched(mine, parted).filter((name) => !changedSince.includes(name))).toEqual([]);
      }),
    );
  });
});
