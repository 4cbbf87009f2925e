import { describe, expect, it } from '@jest/globals';
import { FUNCTION_NAMES, MEASURES } from '@smet/estimating';
import words from '../../../../messages/ru/rules.json';

const has = (group: object, key: string) => Object.hasOwn(group, key);

describe('the words of formulas', () => {
  it('name every measure a formula may use', () => {
    const unnamed = MEASURES.map(({ name }) => name).filter((name) => {
      const [family = '', kind] = name.split('.');
      return kind === undefined ? !has(words.measures, name) : !has(words.families, family) || !has(words.kinds, kind);
    });
    expect(unnamed).toEqual([]);
  });

  it('explain every function', () => {
    expect(FUNCTION_NAMES.filter((name) => !has(words.formula.functions, name))).toEqual([]);
  });
});
