import type pg from 'pg';
import { createItem, type TestOrganization } from '../builders.js';

/** Sale and purchase price in roubles of every item rule set R1 asks for, and of one it does not (the last). */
const PRICES: readonly (readonly [code: string, sale: number, purchase: number, unit: string])[] = [
  ['CNV-M-C320', 399, 170, 'м²'],
  ['CNV-M-C500', 600, 240, 'м²'],
  ['SRV-CUT', 100, 30, 'м²'],
  ['SRV-HRP', 100, 30, 'м²'],
  ['PRF-AL-W25', 200, 70, 'м'],
  ['INS-TL-W', 80, 16, 'м'],
  ['WRK-PVC', 350, 170, 'м²'],
  ['WRK-PVC5', 400, 200, 'м²'],
  ['WRK-PRF', 200, 100, 'м'],
  ['WRK-INS', 80, 30, 'м'],
  ['KIT-SPOT90', 350, 73, 'шт'],
  ['LMP-GX53', 250, 110, 'шт'],
  ['LMP-GX53-L', 150, 90, 'шт'],
  ['WRK-EMB', 350, 170, 'шт'],
  ['WRK-LMP', 200, 100, 'шт'],
  ['WRK-WIRE', 700, 300, 'шт'],
  ['KIT-CH-PLT', 700, 95, 'шт'],
  ['WRK-CHN', 500, 250, 'шт'],
  ['WRK-ANG', 200, 90, 'шт'],
  ['SRV-CURV', 200, 60, 'м'],
  ['WRK-CURV', 400, 200, 'м'],
  ['SRV-SEAM', 150, 40, 'м'],
  ['SRV-TRIP2', 2000, 1000, 'шт'],
];

/** Gives an organization the priced items of the acceptance examples; ids by code. */
export async function priceNomenclature(
  owner: pg.Client,
  organization: TestOrganization,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [code, sale, purchase, unit] of PRICES) {
    const { id } = await createItem(owner, organization, {
      code,
      name: `Name of ${code}`,
      unit,
      priceMinor: sale * 100,
      costMinor: purchase * 100,
    });
    ids.set(code, id);
  }
  return ids;
}
