import { LENGTH, AREA, NUMBER } from './types.js';
import type { QuantityType } from './types.js';

/** A unit that may stand after a number. The value is divided: 30 / 100 is exactly 0.3, 30 × 0.01 need not be. */
export interface Unit {
  type: QuantityType;
  perMetre: number;
}

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['m', { type: LENGTH, perMetre: 1 }],
  ['cm', { type: LENGTH, perMetre: 100 }],
  ['mm', { type: LENGTH, perMetre: 1000 }],
  ['m2', { type: AREA, perMetre: 1 }],
  ['%', { type: NUMBER, perMetre: 100 }],
]);

/** The unit of that name, if there is one. */
export function unitOf(name: string): Unit | undefined {
  return UNITS.get(name);
}

/** All units as people read them. */
export const KNOWN_UNITS = [...UNITS.keys()].join(', ');
