import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is one text for one value, however its keys are ordered', () => {
    const text = '{"a":[{"b":1,"c":null}],"z":"я"}';
    expect(canonicalJson({ z: 'я', a: [{ c: null, b: 1 }], gone: undefined })).toBe(text);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('keeps what differs apart', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
  });
});
