import pg from 'pg';
import { explainConnectionError } from '../errors.js';
import { catalogueRows } from './demo-catalogue.js';
import { customFieldRows } from './demo-client-details.js';
import { clientRows } from './demo-clients.js';
import type { DemoEngine } from './demo-engine.js';
import { estimateRows } from './demo-estimates.js';
import { DEMO_ORDERS, demoStages, planOrders, type PlannedOrder } from './demo-orders.js';
import { demoUsers } from './demo-people.js';
import { settingsRows } from './demo-settings.js';
import { Random } from './random.js';
import { insertRows, owned, type DemoScope, type Row, type Tables } from './rows.js';

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
/** Of how many estimates one has good, better and best. */
const VARIANTS_EVERY = 4;
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
  private readonly scope: DemoScope;
  private readonly users = new Map<string, string>();
  private readonly stages = new Map<string, string>();

  constructor(
    private readonly client: pg.Client,
    private readonly options: DemoOptions,
  ) {
    const since = new Date(Math.floor(options.now.getTime() / DAY) * DAY - 400 * DAY);
    const random = new Random(SEED);
    this.scope = { random, since, organizationId: random.id(since) };
  }

  async load(): Promise<DemoSummary> {
    await this.loadOrganization();
    const catalogue = catalogueRows(this.scope, 'RUB');
    await this.insertAll(catalogue.tables);
    await this.insertAll(settingsRows(this.scope, this.options));
    await this.insertAll(customFieldRows(this.scope));
    const pipelineId = await this.loadPipeline();
    const plan = planOrders(this.scope.random, this.options.now);
    const clients = clientRows(this.scope, plan, this.users.get('manager'));
    await this.insertAll(clients.tables);
    const orders = plan.map((order, index) => ({
      ...order,
      id: this.scope.random.id(order.createdAt),
      number: index + 1,
    }));
    const estimates = orders
      .filter((order) => order.hasEstimate)
      .map((order, index) =>
        estimateRows(
          { ...order, hasVariants: index % VARIANTS_EVERY === 1 },
          { ...catalogue, ...this.scope, engine: this.options },
        ),
      );
    const totals = new Map(estimates.map(({ orderId, toPayMinor }) => [orderId, toPayMinor]));
    await insertRows(
      this.client,
      'orders',
      orders.map((order) => this.orderRow(order, pipelineId, clients.ids, totals.get(order.id))),
    );
    for (const { tables } of estimates) await this.insertAll(tables);
    return {
      loaded: true,
      users: demoUsers.length,
      items: catalogue.book.size,
      clients: clients.ids.length,
      orders: orders.length,
      estimates: estimates.length,
    };
  }

  private async loadOrganization(): Promise<void> {
    const at = { created_at: this.scope.since, updated_at: this.scope.since };
    await insertRows(this.client, 'organizations', [
      {
        id: this.scope.organizationId,
        name: 'Демо Потолки',
        country: 'RU',
        currency: 'RUB',
        timezone: 'Europe/Moscow',
        locale: 'ru-RU',
        last_order_number: DEMO_ORDERS,
        ...at,
      },
    ]);
    const passwordHash = await this.options.hashPassword(DEMO_PASSWORD);
    for (const { role } of demoUsers) this.users.set(role, this.scope.random.id(this.scope.since));
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
      demoUsers.map(({ role }) => this.owned({ user_id: this.users.get(role), role, created_at: this.scope.since })),
    );
  }

  private async loadPipeline(): Promise<string> {
    const pipelineId = this.scope.random.id(this.scope.since);
    await insertRows(this.client, 'pipelines', [
      this.owned({ id: pipelineId, name: 'Потолки', sort: 0, is_default: true }),
    ]);
    for (const { code } of demoStages) this.stages.set(code, this.scope.random.id(this.scope.since));
    await insertRows(
      this.client,
      'stages',
      demoStages.map((stage, sort) =>
        this.owned({ id: this.stages.get(stage.code), pipeline_id: pipelineId, sort, ...stage }),
      ),
    );
    return pipelineId;
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

  private async insertAll(tables: Tables): Promise<void> {
    for (const [table, rows] of tables) await insertRows(this.client, table, rows);
  }

  private owned(row: Row): Row {
    return owned(this.scope, row);
  }
}
