import type { PricedItem } from '@smet/estimating';
import { requiredItemCodes, ruleSetR1 } from '@smet/estimating';

/** Pay is told apart from every price: no price ends in it. */
const PAY_KOPECKS = 37;

/** Every item the rules ask for, each with a price, a cost and a pay no other item has. */
export function pricedItems(): PricedItem[] {
  return [...requiredItemCodes(ruleSetR1), 'TRIP'].map((code, index) => {
    const isWork = code.startsWith('WRK');
    return {
      itemId: `item-${code}`,
      code,
      name: `Позиция ${code}`,
      unit: 'шт',
      kind: isWork ? ('work' as const) : code.startsWith('SRV') ? ('service' as const) : ('material' as const),
      categoryId: isWork ? 'works' : 'goods',
      priceMinor: 1_000_00 + index * 1_311,
      costMinor: 500_00 + index * 777,
      ...(isWork && { payMinor: 300_00 + index * 1_00 + PAY_KOPECKS }),
    };
  });
}
