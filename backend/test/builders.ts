import { newId, type MembershipRole } from '@smet/database';
import type pg from 'pg';

/** Rows for tests, written by the owner's connection; every argument has a default that does not collide. */
export interface TestOrganization {
  readonly id: string;
  readonly pipelineId: string;
  /** By code: lead, won, lost. */
  readonly stages: Readonly<Record<'lead' | 'measured' | 'won' | 'lost', string>>;
  readonly priceListId: string;
  readonly costListId: string;
}

export interface TestUser {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly name: string;
  readonly role: MembershipRole;
}

let counter = 0;

/** An organization with one pipeline and both price lists (no prices). */
export async function createOrganization(
  owner: pg.Client,
  name = `Organization ${++counter}`,
): Promise<TestOrganization> {
  const id = newId();
  await owner.query(
    `insert into organizations (id, name, country, currency, timezone, locale) values ($1, $2, 'RU', 'RUB', 'Europe/Moscow', 'ru-RU')`,
    [id, name],
  );
  const pipelineId = newId();
  await owner.query(`insert into pipelines (id, organization_id, name, is_default) values ($1, $2, 'Sales', true)`, [
    pipelineId,
    id,
  ]);
  const stages = { lead: newId(), measured: newId(), won: newId(), lost: newId() };
  for (const [sort, [code, stageId]] of Object.entries(stages).entries()) {
    const kind = code === 'won' || code === 'lost' ? code : 'open';
    await owner.query(
      `insert into stages (id, organization_id, pipeline_id, code, name, kind, color, sort) values ($1, $2, $3, $4, $4, $5, 'gray', $6)`,
      [stageId, id, pipelineId, code, kind, sort],
    );
  }
  const [priceListId, costListId] = [newId(), newId()];
  await owner.query(
    `insert into price_lists (id, organization_id, name, kind, currency, is_default)
     values ($1, $3, 'Sale', 'sale', 'RUB', true), ($2, $3, 'Cost', 'cost', 'RUB', true)`,
    [priceListId, costListId, id],
  );
  return { id, pipelineId, stages, priceListId, costListId };
}

/** A user with a membership. The password hash is whatever is given: use the real hasher to sign in. */
export async function createUser(
  owner: pg.Client,
  organizationId: string,
  given: { role?: MembershipRole; email?: string; name?: string; passwordHash?: string } = {},
): Promise<TestUser> {
  const id = newId();
  const {
    role = 'manager',
    email = `user-${++counter}-${id.slice(-6)}@test.invalid`,
    name = `User ${counter}`,
  } = given;
  await owner.query(`insert into users (id, email, name, password_hash) values ($1, $2, $3, $4)`, [
    id,
    email,
    name,
    given.passwordHash ?? 'no password',
  ]);
  await owner.query(`insert into memberships (id, organization_id, user_id, role) values ($1, $2, $3, $4)`, [
    newId(),
    organizationId,
    id,
    role,
  ]);
  return { id, organizationId, email, name, role };
}

/** A client with one phone. */
export async function createClient(
  owner: pg.Client,
  organizationId: string,
  given: { name?: string; phone?: string } = {},
): Promise<{ id: string; name: string; phone: string }> {
  const id = newId();
  const { name = `Client ${++counter}`, phone = `+7000${String(++counter).padStart(7, '0')}` } = given;
  await owner.query(`insert into clients (id, organization_id, kind, name) values ($1, $2, 'person', $3)`, [
    id,
    organizationId,
    name,
  ]);
  await owner.query(`insert into client_phones (id, organization_id, client_id, number) values ($1, $2, $3, $4)`, [
    newId(),
    organizationId,
    id,
    phone,
  ]);
  return { id, name, phone };
}

/** An order of a client (made when not given) at the first stage. */
export async function createOrder(
  owner: pg.Client,
  organization: TestOrganization,
  given: {
    clientId?: string;
    address?: string;
    stageId?: string;
    measurerUserId?: string;
    responsibleUserId?: string;
    totalMinor?: number;
  } = {},
): Promise<{ id: string; number: number; clientId: string }> {
  const id = newId();
  const clientId = given.clientId ?? (await createClient(owner, organization.id)).id;
  const { rows } = await owner.query<{ number: number }>(
    `update organizations set last_order_number = last_order_number + 1 where id = $1 returning last_order_number as number`,
    [organization.id],
  );
  const number = rows[0]?.number ?? 1;
  await owner.query(
    `insert into orders (id, organization_id, number, client_id, address, pipeline_id, stage_id, stage_changed_at,
       measurer_user_id, responsible_user_id, total_minor, currency)
     values ($1, $2, $3, $4, $5, $6, $7, now(), $8, $9, $10, 'RUB')`,
    [
      id,
      organization.id,
      number,
      clientId,
      given.address ?? 'Test street 1',
      organization.pipelineId,
      given.stageId ?? organization.stages.lead,
      given.measurerUserId ?? null,
      given.responsibleUserId ?? null,
      given.totalMinor ?? 0,
    ],
  );
  return { id, number, clientId };
}

/** A priced item in a category of its own. Amounts in minor units. */
export async function createItem(
  owner: pg.Client,
  organization: TestOrganization,
  given: { code?: string; name?: string; unit?: string; priceMinor?: number; costMinor?: number } = {},
): Promise<{ id: string; code: string; categoryId: string }> {
  const [id, categoryId] = [newId(), newId()];
  const {
    code = `ITEM-${++counter}`,
    name = `Item ${counter}`,
    unit = 'шт',
    priceMinor = 10_000,
    costMinor = 5_000,
  } = given;
  await owner.query(`insert into categories (id, organization_id, name) values ($1, $2, $3)`, [
    categoryId,
    organization.id,
    `Category ${++counter}`,
  ]);
  await owner.query(
    `insert into items (id, organization_id, category_id, code, name, unit) values ($1, $2, $3, $4, $5, $6)`,
    [id, organization.id, categoryId, code, name, unit],
  );
  for (const [list, amount] of [
    [organization.priceListId, priceMinor],
    [organization.costListId, costMinor],
  ]) {
    await owner.query(
      `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [newId(), organization.id, list, id, amount],
    );
  }
  return { id, code, categoryId };
}
