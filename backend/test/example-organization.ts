import { createOrganization, newId } from '@smet/database';
import pg from 'pg';

/** An organization in the database of a running SMET, as a test of its screens needs one. */
export interface ExampleOrganization {
  /** Signs in the owner, with the password of the demo's people. */
  readonly email: string;
  /** Puts an item of that price into the nomenclature; its code. */
  item(priceMinor: number): Promise<string>;
  /** Moves it to another country: its taxes follow, its prices stay what they are. */
  moveTo(country: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * An organization of a test's own, with the rules and the nomenclature every one starts with, beside the demo's.
 * @param url of a database with the demo in it, as its owner
 */
export async function exampleOrganization(url: string): Promise<ExampleOrganization> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const one = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T> => {
    const { rows } = await owner.query<T>(sql, values);
    if (!rows[0]) throw new Error(`nothing found: ${sql}`);
    return rows[0];
  };
  const { passwordHash } = await one<{ passwordHash: string }>(
    `select password_hash as "passwordHash" from users where email = 'owner@demo.smet.local'`,
  );
  const email = `owner-${newId()}@example.smet.local`;
  const id = await createOrganization(url, {
    name: 'Примеры',
    country: 'RU',
    exampleItems: true,
    owner: { email, name: 'Владелец примеров', passwordHash },
  });
  const { list, category } = await one<{ list: string; category: string }>(
    `select l.id as list, c.id as category from price_lists l join categories c using (organization_id)
      where l.organization_id = $1 and l.kind = 'sale' and l.is_default limit 1`,
    [id],
  );
  let made = 0;
  return {
    email,
    item: async (priceMinor) => {
      const [itemId, code] = [newId(), `ONE-${++made}`];
      await owner.query(
        `insert into items (id, organization_id, category_id, code, name, unit) values ($1, $2, $3, $4, $4, 'шт')`,
        [itemId, id, category, code],
      );
      await owner.query(
        `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from)
         values ($1, $2, $3, $4, $5, '2020-01-01')`,
        [newId(), id, list, itemId, priceMinor],
      );
      return code;
    },
    moveTo: async (country) => {
      await owner.query(`update organizations set country = $2 where id = $1`, [id, country]);
    },
    close: () => owner.end(),
  };
}
