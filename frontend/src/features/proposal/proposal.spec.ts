import { describe, expect, it } from '@jest/globals';
import type { ProposalVariant } from '@smet/api-client';
import { findWrong, forAnotherOffer, hasProof, isFine, type AcceptanceDraft } from './accept/acceptance-draft';
import { toSignature } from './accept/to-signature';
import { readColor, wordsOn } from './brand-color';
import { differenceOf } from './variant-difference';

const variant = (toPayMinor: number, names: string[]): ProposalVariant => ({
  id: String(toPayMinor),
  name: '',
  grossMinor: toPayMinor,
  discountMinor: 0,
  toPayMinor,
  vat: null,
  lines: names.map((name) => ({ roomId: null, name, unit: 'шт', quantity: '1', sumMinor: 1 })),
  adjustments: [],
  schedule: [],
});

describe('the difference of two variants', () => {
  it('names each thing once, whatever room it is in', () => {
    const base = variant(100_00, ['Полотно', 'Багет', 'Багет']);
    const other = variant(130_00, ['Полотно', 'Теневой профиль', 'Теневой профиль']);
    expect(differenceOf(other, base)).toEqual({
      toPayMinor: 30_00,
      added: { names: ['Теневой профиль'], more: 0 },
      removed: { names: ['Багет'], more: 0 },
    });
  });

  it('counts what is too much to be named', () => {
    const names = ['1', '2', '3', '4', '5', '6', '7'];
    expect(differenceOf(variant(1, names), variant(1, [])).added).toEqual({ names: names.slice(0, 5), more: 2 });
    expect(differenceOf(variant(1, names.slice(1)), variant(1, [])).added.more).toBe(0);
  });
});

describe('a firm’s colour', () => {
  it('carries words that can be read', () => {
    expect([wordsOn('#ffffff'), wordsOn('#ffe066')]).toEqual(['#0d1418', '#0d1418']);
    expect([wordsOn('#000000'), wordsOn('#1c3faa')]).toEqual(['#ffffff', '#ffffff']);
  });

  it('is a colour and nothing else', () => {
    expect(readColor('#1C7ed6')).toBe('#1C7ed6');
    expect([readColor(''), readColor('red'), readColor('#123456;x')]).toEqual([null, null, null]);
  });
});

describe('a drawn signature', () => {
  it('is whole pixels within its field', () => {
    const points = [
      { x: -3, y: 10.4 },
      { x: 120.6, y: 999 },
    ];
    expect(toSignature([{ points }], { width: 300.4, height: 150 })).toEqual({
      width: 300,
      height: 150,
      strokes: [[0, 10, 121, 150]],
    });
    expect(toSignature([], { width: 300, height: 150 })).toBeNull();
  });

  it('of a very slow finger is thinned out and keeps its end', () => {
    const points = Array.from({ length: 20_000 }, (_, x) => ({ x: x / 100, y: 1 }));
    const [stroke = []] = toSignature([{ points }], { width: 300, height: 150 })?.strokes ?? [];
    expect(stroke.length).toBeLessThan(10_000);
    expect(stroke.slice(-2)).toEqual([200, 1]);
  });
});

describe('what a client has to fill in', () => {
  const filled: AcceptanceDraft = {
    name: 'Анна Иванова',
    method: 'code',
    email: 'anna@home.example',
    code: '123456',
    signature: null,
    consent: true,
  };

  it('is a code or a signature, and always a name and a consent', () => {
    expect(isFine(findWrong(filled))).toBe(true);
    expect(findWrong({ ...filled, code: '12345', name: ' ', consent: false })).toMatchObject({
      name: 'nameRequired',
      code: 'codeRequired',
      consent: 'consentRequired',
    });
    const signing: AcceptanceDraft = { ...filled, method: 'signature', email: '', code: '' };
    expect(findWrong(signing)).toMatchObject({ email: null, code: null, signature: 'signatureRequired' });
    expect(findWrong({ ...signing, email: 'anna@' }).email).toBe('emailInvalid');
  });
});

describe('a yes begun for another variant', () => {
  const signed: AcceptanceDraft = {
    name: 'Анна',
    method: 'signature',
    email: 'anna@home.example',
    code: '123456',
    signature: { width: 300, height: 100, strokes: [[1, 1]] },
    consent: true,
  };

  it('keeps who says it, never the consent, the code or the signature', () => {
    const left = forAnotherOffer(signed);
    expect(left).toEqual({ ...signed, code: '', signature: null, consent: false });
    expect([hasProof(signed), hasProof(left)]).toEqual([true, false]);
    expect(isFine(findWrong(left))).toBe(false);
  });
});
