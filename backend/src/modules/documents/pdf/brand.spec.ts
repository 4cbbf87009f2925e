import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brandOf, contrastOf } from './brand.js';

const colours = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours of a firm', () => {
  it('can be read on paper, whatever they are', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { ink, fill, onFill } = brandOf(colour);
        expect(contrastOf(ink, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(fill, onFill)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('stay as they are where they can be read', () => {
    expect(brandOf('#123456')).toEqual({ line: '#123456', fill: '#123456', onFill: '#ffffff', ink: '#123456' });
  });

  it('are ours where none was told', () => {
    expect(brandOf('')).toEqual(brandOf('red'));
  });
});
