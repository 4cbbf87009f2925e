import { priceListKinds, type PriceListKind } from '@smet/database';
import type { Actor, Permission } from '../../../platform/access/index.js';

const READABLE_WITH: Readonly<Record<PriceListKind, Permission>> = {
  sale: 'nomenclature:read',
  cost: 'cost:read',
  dealer: 'dealer-price:read',
  pay: 'pay:read',
};

/** The kinds of lists whose prices a person may read; the others do not exist for them, whatever they may edit. */
export function readableKinds({ permissions }: Actor): PriceListKind[] {
  return priceListKinds.filter((kind) => permissions.has(READABLE_WITH[kind]));
}
