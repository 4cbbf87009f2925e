import pg from 'pg';
import { explainConnectionError } from '../errors.js';
import type { DemoEngine, DemoPricedItem } from './demo-engine.js';
import { estimateRows, type EstimateContext } from './demo-estimates.js';
import { demoStages, planOrders, type PlannedOrder } from './demo-orders.js';
import { clientName, demoPhone, demoUsers } from './demo-people.js';
import { readNomenclature } from './nomenclature-file.js';
import { Random } from './random.js';
import { insertRows, type Row } from './rows.js';

export interface DemoOptions extends DemoEngine {
  /** The year of orders ends here; the same moment gives the same rows. */
  readonly now: Date;
}

export interface DemoSummary {
  /** False when the database already had an organization: nothing was written. */
  readonly loaded: boolean;
  readonly users: number;
  readonly items: number;
  readonly clients: number;
  readonly orders: number;
  readonly estimates: number;
}

export const DEMO_PASSWORD = 'demo-smet-2026';
const SEED = 2026;
const DAY = 86_400_000;
const NOTHING: DemoSummary = { loaded: false, users: 0, items: 0, clients: 0, orders: 0, estimates: 0 };

/**
 * Fills an empty, migrated database with the organization «Демо Потолки» in one transaction: all of it or nothing.
 * @param url of the owner; the application role may not make organizations
 */
export async function loadDemo(url: string, options: DemoOptions): Promise<DemoSummary> {
  const client = new pg.Client({ connectionString: url, application_name: 'smet-demo' });
  // A lost connection fails the statement that runs; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw explainConnectionError(error, url);
  }
  try {
    await client.query('begin');
    await client.query('lock table organizations in share row exclusive mode');
    const { rowCount } = await client.query('select from organizations limit 1');
    const summary = rowCount ? NOTHING : await new DemoLoader(client, options).load();
    await client.query('commit');
    return summary;
  } finally {
    await client.end();
  }
}

class DemoLoader {
  private readonly random = new Random(SEED);
  private readonly since: Date;
  private readonly organizationId: string;
  private readonly users = new Map<string, string>();
  private readonly stages = new Map<string, string>();

  constructor(
    private readonly client: pg.Client,
    private readonly options: DemoOptions,
  ) {
    this.since = new Date(Math.floor(options.now.getTime() / DAY) * DAY - 400 * DAY);
    this.organizationId = this.random.id(this.since);
  }

  async load(): Promise<DemoSummary> {
    await this.loadOrganization();
    const { book, priceListId, costListId } = await this.loadNomenclature();
    const pipelineId = await this.loadPipeline();
    const plan = planOrders(this.random, this.options.now);
    const clientIds = await this.loadClients(plan);
    const orders = plan.map((order, index) => ({ ...order, id: this.random.id(order.createdAt), number: index + 1 }));
    const estimates = orders
      .filter((order) => order.hasEstimate)
      .map((order) => estimateRows(order, this.estimateContext(book, priceListId, costListId)));
    const totals = new Map(estimates.map(({ orderId, toPayMinor }) => [orderId, toPayMinor]));
    await insertRows(
      this.client,
      'orders',
      orders.map((order) => this.orderRow(order, pipelineId, clientIds, totals.get(order.id))),
    );
    for (const { tables } of estimates) {
      for (const [table, rows] of tables) await insertRows(this.client, table, rows);
    }
    return {
      loaded: true,
      users: demoUsers.length,
      items: book.size,
      clients: clientIds.length,
      orders: orders.length,
      estimates: estimates.length,
    };
  }

  private async loadOrganization(): Promise<void> {
    const at = { created_at: this.since, updated_at: this.since };
    await insertRows(this.client, 'organizations', [
      {
        id: this.organizationId,
        name: 'Демо Потолки',
        country: 'RU',
        currency: 'RUB',
        timezone: 'Europe/Moscow',
        locale: 'ru-RU',
        last_order_number: 200,
        ...at,
      },
    ]);
    const passwordHash = await this.options.hashPassword(DEMO_PASSWORD);
    for (const { role } of demoUsers) this.users.set(role, this.random.id(this.since));
    await insertRows(
      this.client,
      'users',
      demoUsers.map(({ role, name }) => ({
        id: this.users.get(role),
        email: `${role}@demo.smet.local`,
        name,
        password_hash: passwordHash,
        ...at,
      })),
    );
    await insertRows(
      this.client,
      'memberships',
      demoUsers.map(({ role }) => this.owned({ user_id: this.users.get(role), role, created_at: this.since })),
    );
  }

  private async loadNomenclature(): Promise<{
    book: Map<string, DemoPricedItem>;
    priceListId: string;
    costListId: string;
  }> {
    const rows = readNomenclature();
    const names = [...new Set(rows.map((row) => row.category))];
    const categories = new Map(names.map((name) => [name, this.random.id(this.since)]));
    await insertRows(
      this.client,
      'categories',
      names.map((name, sort) => this.owned({ id: categories.get(name), name, sort })),
    );
    const items = rows.map((row) => ({ ...row, itemId: this.random.id(this.since) }));
    const at = { created_at: this.since, updated_at: this.since };
    await insertRows(
      this.client,
      'items',
      items.map(({ itemId, code, name, unit, norm, category }) =>
        this.owned({ id: itemId, category_id: categories.get(category), code, name, unit, norm, version: 1, ...at }),
      ),
    );
    const [priceListId, costListId] = [this.random.id(this.since), this.random.id(this.since)];
    const list = { currency: 'RUB', is_default: true, created_at: this.since };
    await insertRows(this.client, 'price_lists', [
      this.owned({ id: priceListId, name: 'Розница', kind: 'sale', ...list }),
      this.owned({ id: costListId, name: 'Закупка', kind: 'cost', ...list }),
    ]);
    const price = (listId: string, itemId: string, amount: number): Row =>
      this.owned({ price_list_id: listId, item_id: itemId, amount_minor: amount, valid_from: this.since });
    await insertRows(
      this.client,
      'prices',
      items.flatMap(({ itemId, priceMinor, costMinor }) => [
        price(priceListId, itemId, priceMinor),
        price(costListId, itemId, costMinor),
      ]),
    );
    return { book: new Map(items.map((item) => [item.code, item])), priceListId, costListId };
  }

  private async loadPipeline(): Promise<string> {
    const pipelineId = this.random.id(this.since);
    await insertRows(this.client, 'pipelines', [
      this.owned({ id: pipelineId, name: 'Потолки', sort: 0, is_default: true }),
    ]);
    for (const { code } of demoStages) this.stages.set(code, this.random.id(this.since));
    await insertRows(
      this.client,
      'stages',
      demoStages.map((stage, sort) =>
        this.owned({ id: this.stages.get(stage.code), pipeline_id: pipelineId, sort, ...stage }),
      ),
    );
    return pipelineId;
  }

  /** A client is as old as its first order. */
  private async loadClients(plan: readonly PlannedOrder[]): Promise<string[]> {
    const clients = Array.from({ length: 50 }, (_, index) => {
      const at = plan.find((order) => order.client === index)?.createdAt ?? this.since;
      return { id: this.random.id(at), at, index, ...clientName(this.random, index) };
    });
    await insertRows(
      this.client,
      'clients',
      clients.map(({ id, at, kind, name }) =>
        this.owned({
          id,
          kind,
          name,
          responsible_user_id: this.users.get('manager'),
          source: this.random.pick(['Сайт', 'Звонок', 'Рекомендация', 'Авито']),
          version: 1,
          created_at: at,
          updated_at: at,
        }),
      ),
    );
    await insertRows(
      this.client,
      'client_phones',
      clients.map(({ id, index }) => this.owned({ client_id: id, number: demoPhone(index), position: 0 })),
    );
    await insertRows(
      this.client,
      'client_emails',
      clients
        .filter(({ index }) => index % 3 === 0)
        .map(({ id, index }) => this.owned({ client_id: id, email: `client${index + 1}@demo.invalid`, position: 0 })),
    );
    return clients.map(({ id }) => id);
  }

  private orderRow(
    order: PlannedOrder & { id: string; number: number },
    pipelineId: string,
    clientIds: readonly string[],
    estimatedMinor: number | undefined,
  ): Row {
    return this.owned({
      id: order.id,
      number: order.number,
      client_id: clientIds[order.client],
      address: order.address,
      pipeline_id: pipelineId,
      stage_id: this.stages.get(order.stage),
      stage_changed_at: order.changedAt,
      responsible_user_id: this.users.get('manager'),
      measurer_user_id: order.hasMeasurer ? this.users.get('measurer') : null,
      total_minor: estimatedMinor ?? order.carriedTotalMinor,
      currency: 'RUB',
      comment: order.carriedTotalMinor > 0 ? 'Сумма перенесена из прежней программы, без сметы' : null,
      created_by: this.users.get(order.number % 3 === 0 ? 'operator' : 'manager'),
      version: 1,
      created_at: order.createdAt,
      updated_at: order.changedAt,
    });
  }

  private estimateContext(
    book: ReadonlyMap<string, DemoPricedItem>,
    priceListId: string,
    costListId: string,
  ): EstimateContext {
    const { random, options, organizationId } = this;
    return { random, engine: options, organizationId, book, priceListId, costListId };
  }

  private owned(row: Row): Row {
    return { id: this.random.id(this.since), organization_id: this.organizationId, ...row };
  }
}
