import type { Adjustment, EstimateLine } from '@smet/estimating';
import type { GridRow } from './grid-rows';

/** Lines and rows for tests: what a test does not name is of no interest to it. */
export function testLine(given: Partial<EstimateLine> = {}): EstimateLine {
  const key = given.key ?? 'r1:area';
  return {
    key,
    roomId: 'r1',
    ruleKey: 'area',
    itemId: key,
    code: 'CODE',
    name: `Строка ${key}`,
    unit: 'м²',
    quantity: '12',
    computedQuantity: '12',
    overridden: false,
    priceMinor: 10_000,
    sumMinor: 120_000,
    discount: null,
    explanation: {} as EstimateLine['explanation'],
    ...given,
  };
}

export const testManual = (id: string, given: Partial<EstimateLine> = {}): EstimateLine =>
  testLine({ key: `manual:${id}`, ruleKey: null, computedQuantity: null, quantity: '1', ...given });

export const testRow = (line: EstimateLine): GridRow => ({ kind: 'line', key: line.key, line, place: '' });

export const testAdjustment = (given: Partial<Adjustment> = {}): Adjustment => ({
  key: 'r1:height',
  kind: 'coefficient',
  roomId: 'r1',
  name: 'Высота',
  percent: '15',
  base: ['work'],
  baseMinor: 100_000,
  sumMinor: 15_000,
  ...given,
});
