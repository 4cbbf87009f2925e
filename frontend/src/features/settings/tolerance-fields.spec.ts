import { describe, expect, it } from '@jest/globals';
import { readTolerances, toTexts } from './tolerance-fields';

const usual = { warnMm: 10, warnPercent: 0.3, blockMm: 30, blockPercent: 1 };

describe('the tolerances of measuring as typed', () => {
  it('are centimetres and percent, there and back', () => {
    const texts = toTexts(usual);
    expect(texts).toEqual({ warnMm: '1', warnPercent: '0,3', blockMm: '3', blockPercent: '1' });
    expect(readTolerances(texts)).toEqual({ ok: true, tolerances: usual });
  });

  it('keep millimetres and their tenths', () => {
    const read = readTolerances({ ...toTexts(usual), warnMm: '0,75', blockPercent: '1.25' });
    expect(read).toEqual({ ok: true, tolerances: { ...usual, warnMm: 7.5, blockPercent: 1.25 } });
  });

  it.each(['', '0', 'много', '-1', '101'])('refuse %j', (text) => {
    expect(readTolerances({ ...toTexts(usual), blockMm: text })).toMatchObject({
      ok: false,
      errors: { blockMm: 'notNumber' },
    });
  });

  it('refuse a warning that would come after the refusal', () => {
    expect(readTolerances({ ...toTexts(usual), warnMm: '3,1' })).toEqual({
      ok: false,
      errors: { warnMm: 'aboveBlock' },
    });
  });
});
