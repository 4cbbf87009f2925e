import pg from 'pg';
import { catalogueRows } from '../demo/demo-catalogue.js';
import { demoStages } from '../demo/demo-orders.js';
import { insertRows, owned, type RowScope, type Tables } from '../demo/rows.js';
import { codeOf, explainConnectionError } from '../errors.js';
import { newId } from '../ids.js';
import { itemFieldRows } from './item-fields.js';

export interface NewOrganization {
  readonly name: string;
  /** ISO 3166-1 alpha-2, one of `organizationCountries`. */
  readonly country: string;
  /** IANA name; that of the country's capital when missing. */
  readonly timezone?: string | undefined;
  readonly owner: { readonly email: string; readonly name: string; readonly passwordHash: string };
  /** Begin with the nomenclature of the demo and its prices, to be corrected, instead of empty lists. */
  readonly exampleItems: boolean;
}

/** Why nothing was made; the message is one line a person can act on. */
export class OrganizationRefused extends Error {
  override readonly name = 'OrganizationRefused';
}

const COUNTRIES: Readonly<Record<string, { currency: string; timezone: string; locale: string }>> = {
  RU: { currency: 'RUB', timezone: 'Europe/Moscow', locale: 'ru-RU' },
  KZ: { currency: 'KZT', timezone: 'Asia/Almaty', locale: 'ru-KZ' },
  BY: { currency: 'BYN', timezone: 'Europe/Minsk', locale: 'ru-BY' },
};

/** Countries whose currency and habits are known. */
export const organizationCountries: readonly string[] = Object.keys(COUNTRIES);

const DAY = 86_400_000;
const UNIQUE_VIOLATION = '23505';
const NO_TABLE = '42P01';

/**
 * Makes an organization with its owner, a default pipeline with stages, the attributes of items and a price list of each
 * kind, in one transaction: all of it or nothing. Answers its id. Its rules are stored when they are first read, its money terms when they are set.
 * @param url of the owner of the tables; the application role may not make organizations
 * @throws OrganizationRefused when the e-mail is taken, the country or time zone unknown, the schema not there
 */
export async function createOrganization(url: string, organization: NewOrganization): Promise<string> {
  const tables = rowsOf(organization);
  const client = new pg.Client({ connectionString: url, application_name: 'smet-create-organization' });
  // A lost connection fails the statement that runs; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw explainConnectionError(error, url);
  }
  try {
    await client.query('begin');
    for (const [table, rows] of tables.rows) await insertRows(client, table, rows);
    await client.query('commit');
    return tables.id;
  } catch (error) {
    throw explain(error, organization);
  } finally {
    await client.end();
  }
}

function rowsOf({ name, country, timezone, owner, exampleItems }: NewOrganization): { id: string; rows: Tables } {
  const habits = COUNTRIES[country];
  if (!habits) throw new OrganizationRefused(`unknown country ${country}: one of ${organizationCountries.join(', ')}`);
  const zone = timezone ?? habits.timezone;
  if (!isTimezone(zone)) throw new OrganizationRefused(`unknown time zone ${zone}: an IANA name, as Europe/Moscow`);
  const { currency, locale } = habits;
  const since = new Date(Math.floor(Date.now() / DAY) * DAY);
  const [id, userId, pipelineId] = [newId(), newId(), newId()];
  const at = { created_at: since, updated_at: since };
  const scope: RowScope = { random: { id: newId }, since, organizationId: id };
  const catalogue = catalogueRows(scope, currency).tables;
  const email = owner.email.trim().toLowerCase();
  const rows: Tables = [
    ['organizations', [{ id, name, country, currency, timezone: zone, locale, last_order_number: 0, ...at }]],
    ['users', [{ id: userId, email, name: owner.name, password_hash: owner.passwordHash, ...at }]],
    ['memberships', [owned(scope, { user_id: userId, role: 'owner', created_at: since })]],
    ['pipelines', [owned(scope, { id: pipelineId, name: 'Потолки', sort: 0, is_default: true })]],
    ['stages', demoStages.map((stage, sort) => owned(scope, { pipeline_id: pipelineId, sort, ...stage }))],
    ['custom_fields', itemFieldRows(scope)],
    ...(exampleItems ? catalogue : catalogue.filter(([table]) => table === 'price_lists')),
  ];
  return { id, rows };
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // a RangeError is how the platform says that it knows no such zone
  }
}

function explain(error: unknown, { owner }: NewOrganization): unknown {
  const cause = { cause: error };
  if (codeOf(error) === NO_TABLE) {
    return new OrganizationRefused('the database has no schema yet: run the migrations first', cause);
  }
  if (codeOf(error) === UNIQUE_VIOLATION && Reflect.get(Object(error), 'constraint') === 'uq_users_email') {
    return new OrganizationRefused(`the e-mail ${owner.email} is taken: people have one account per e-mail`, cause);
  }
  return error;
}
