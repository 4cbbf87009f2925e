import { newId } from '@smet/database';
import type { PricedItem } from '@smet/estimating';
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

/** Gives an organization every item of the acceptance examples, with categories and kinds, at the prices of `book`. */
export async function priceBookOf(
  owner: pg.Client,
  organization: TestOrganization,
  book: Iterable<PricedItem>,
): Promise<void> {
  const items = [...book].map((item) => ({ ...item, id: newId(), saleId: newId(), costId: newId() }));
  const categories = [...new Set(items.map(({ categoryId }) => categoryId))].map((name) => ({ id: newId(), name }));
  const { id, priceListId, costListId } = organization;
  await owner.query(
    `insert into categories (id, organization_id, name)
     select id, $1, name from json_to_recordset($2) as c (id uuid, name text)`,
    [id, JSON.stringify(categories)],
  );
  await owner.query(
    `insert into items (id, organization_id, category_id, code, name, unit, kind)
     select i.id, $1, c.id, i.code, i.name, i.unit, i.kind
       from json_to_recordset($2) as i (id uuid, code text, name text, unit text, kind text, "categoryId" text)
       join categories c on c.organization_id = $1 and c.name = i."categoryId"`,
    [id, JSON.stringify(items)],
  );
  await owner.query(
    `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from)
     select p.id, $1, p.list, p.item, p.amount, '2020-01-01'
       from json_to_recordset($4) as i (id uuid, "saleId" uuid, "costId" uuid, "priceMinor" bigint, "costMinor" bigint)
      cross join lateral (values (i."saleId", $2::uuid, i.id, i."priceMinor"), (i."costId", $3::uuid, i.id, i."costMinor"))
            as p (id, list, item, amount)`,
    [id, priceListId, costListId, JSON.stringify(items)],
  );
}
