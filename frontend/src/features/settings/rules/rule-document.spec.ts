import { describe, expect, it } from '@jest/globals';
import { compileRuleSet, ruleSetR1 } from '@smet/estimating';
import type { RuleLine } from '@smet/estimating';
import {
  formulaErrorAt,
  freeKey,
  isWrongBelow,
  itemBy,
  movedBy,
  patched,
  setBilled,
  withNewLine,
  withoutLine,
} from './rule-document';

const line = (key: string, more: Partial<RuleLine> = {}): RuleLine => ({
  key,
  item: { by: 'code', code: key },
  quantity: '1',
  ...more,
});
const rules = (...lines: RuleLine[]) => ({ ...ruleSetR1, lines });

describe('changes of rules', () => {
  it('add a line under a key nobody has', () => {
    const { lines } = withNewLine(rules(line('line-1'), line('line-3')), 'X-1');
    expect(lines.at(-1)).toEqual({ key: 'line-2', item: { by: 'code', code: 'X-1' }, quantity: '1' });
    expect(freeKey('value', ['value_1'], '_')).toBe('value_2');
  });

  it('take a line away together with what others say of it', () => {
    const before = rules(line('a'), line('b', { replaces: ['a'] }), line('c', { replaces: ['a', 'b'] }));
    expect(withoutLine(before, 0).lines).toEqual([line('b'), line('c', { replaces: ['b'] })]);
  });

  it('move a line, but not beyond the ends', () => {
    expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(movedBy(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(movedBy(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('leave no empty fields behind', () => {
    expect(patched(line('a', { pack: '2', when: 'x' }), { pack: undefined, when: 'y' })).toEqual(
      line('a', { when: 'y' }),
    );
  });

  it('choose an item by every canvas there is', () => {
    const item = itemBy('canvas', { by: 'code', code: 'X' }, ruleSetR1.films);
    expect(item.by === 'canvas' && Object.keys(item.codes)).toContain('pvc-matte 5.0');
    expect(itemBy('code', item, ruleSetR1.films)).toEqual({ by: 'code', code: 'X' });
  });

  it('give out what is not billed', () => {
    const given = setBilled(line('a', { quantity: 'perimeter', pack: '2' }), false);
    expect(given).toEqual({
      key: 'a',
      item: { by: 'code', code: 'a' },
      quantity: null,
      stock: { quantity: 'perimeter' },
    });
    expect(setBilled(given, true)).toMatchObject({ quantity: '1', stock: { quantity: 'perimeter' } });
  });
});

describe('what is wrong with rules', () => {
  const { problems } = compileRuleSet(rules(line('a'), line('b', { quantity: 'perimeter + perimetr' })));

  it('is told at the character of its formula', () => {
    expect(formulaErrorAt(problems, 'lines.1.quantity')).toMatchObject({
      code: 'UNKNOWN_NAME',
      at: 12,
      length: 8,
      params: { name: 'perimetr', nearest: 'perimeter' },
    });
    expect(formulaErrorAt(problems, 'lines.1.when')).toBeNull();
  });

  it('marks its line and no other', () => {
    expect([isWrongBelow(problems, 'lines.0'), isWrongBelow(problems, 'lines.1')]).toEqual([false, true]);
    expect(isWrongBelow(problems, 'lines.10')).toBe(false);
  });
});
