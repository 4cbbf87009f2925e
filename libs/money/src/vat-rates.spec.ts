import { describe, expect, it } from '@jest/globals';
import { UnknownVatRateError, VAT_REGIMES, vatRatePercent, vatRegimesOf } from './vat-rates.js';
import type { VatRegime } from './vat-rates.js';

describe('VAT rates', () => {
  it.each<[string, VatRegime, string, string]>([
    ['RU', 'standard', '2019-01-01', '20'],
    ['RU', 'standard', '2025-12-31', '20'],
    ['RU', 'standard', '2026-01-01', '22'],
    ['RU', 'standard', '2026-11-20', '22'],
    ['RU', 'reduced5', '2025-01-01', '5'],
    ['RU', 'reduced7', '2026-11-20', '7'],
    ['KZ', 'standard', '2025-12-31', '12'],
    ['KZ', 'standard', '2026-01-01', '16'],
  ])('%s, %s on %s: %s %%', (country, regime, on, ratePercent) => {
    expect(vatRatePercent({ country, regime, on })).toBe(ratePercent);
  });

  it.each<[string, string, string]>([
    ['US', 'standard', '2026-01-01'],
    ['constructor', 'standard', '2026-01-01'],
    ['KZ', 'reduced5', '2026-01-01'],
    ['RU', 'toString', '2026-01-01'],
    ['RU', 'reduced5', '2024-12-31'],
    ['RU', 'standard', '2018-12-31'],
    ['RU', 'standard', '01.01.2026'],
    ['RU', 'standard', 'today'],
  ])('%s, %s on %s is not guessed', (country, regime, on) => {
    expect(() => vatRatePercent({ country, regime: regime as VatRegime, on })).toThrow(UnknownVatRateError);
  });

  it('a country has the regimes it has a rate for', () => {
    expect(vatRegimesOf('RU')).toEqual([...VAT_REGIMES]);
    expect(vatRegimesOf('KZ')).toEqual(['standard']);
    expect(vatRegimesOf('US')).toEqual([]);
  });
});
