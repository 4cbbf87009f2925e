import { describe, expect, it } from '@jest/globals';
import { afterSave, mergeForms } from './merge-forms';

const base = { phone: '1', email: 'a@x', terms: ['one'] };

describe('settings two people change', () => {
  it('keeps the fields of each', () => {
    const merged = mergeForms(base, { ...base, phone: '2' }, { ...base, terms: ['one', 'two'] });
    expect(merged).toEqual({ form: { phone: '2', email: 'a@x', terms: ['one', 'two'] }, clashes: [] });
  });

  it('names a field both changed, and keeps what was typed', () => {
    const merged = mergeForms(base, { ...base, phone: '2' }, { ...base, phone: '3', email: 'b@x' });
    expect(merged).toEqual({ form: { phone: '2', email: 'b@x', terms: ['one'] }, clashes: ['phone'] });
  });

  it('sees no clash where both typed the same', () => {
    expect(mergeForms(base, { ...base, phone: '2' }, { ...base, phone: '2' }).clashes).toEqual([]);
  });
});

describe('a save that is answered', () => {
  const sent = { ...base, phone: ' 2 ' };
  const stored = { base: 'v2', form: { ...base, phone: '2' } };

  it('leaves nothing typed when nothing was typed meanwhile', () => {
    expect(afterSave({ base: 'v1', form: { ...sent } }, sent, stored)).toBeNull();
  });

  it('keeps what was typed while it ran, over the version just saved', () => {
    const typed = { base: 'v1', form: { ...sent, email: 'c@x' } };
    expect(afterSave(typed, sent, stored)).toEqual({ base: 'v2', form: { ...base, phone: '2', email: 'c@x' } });
  });
});
