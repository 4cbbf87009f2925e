import { DEMO_TOKEN, startAmocrmSandbox, type AmocrmSandbox } from '@smet/sandbox/amocrm';
import type { AmocrmIntegrationDto } from '../../src/modules/amocrm/dto/amocrm-integration.dto.js';
import type { OrderDto } from '../../src/modules/orders/dto/order.dto.js';
import { createOrganization, type TestOrganization } from '../builders.js';
import { startApi, startWorker, type TestApi, type TestWorker } from './api.js';
import { enterAs, type Person, type RawAnswer } from './people.js';
import { until } from './until.js';

/** As the stand-in answers it over HTTP, with what it embeds taken out. */
export interface StandLead {
  readonly id: number;
  readonly name: string;
  readonly price: number;
  readonly pipeline_id: number;
  readonly status_id: number;
  readonly custom_fields_values: readonly StandField[] | null;
  readonly contactIds: readonly number[];
}

export interface StandContact {
  readonly id: number;
  readonly name: string;
  readonly custom_fields_values: readonly StandField[] | null;
}

interface StandField {
  readonly field_code: string | null;
  readonly values: readonly { readonly value: unknown }[];
}

/** Where amoCRM's answers keep what hangs on a thing. */
const EMBEDDED = '_embedded';
type Embedding<T> = Readonly<Record<typeof EMBEDDED, T>>;

const BASE = '/integrations/amocrm';
/** Tests look at the stand-in with a token of their own: requests are counted by token. */
const READER_TOKEN = 'reader-token';
export const SECOND_TOKEN = 'second-long-lived-token';

/** The API, a worker and a stand-in of amoCRM as three servers; one organization that may be connected to it. */
export class AmocrmStand {
  readonly api: TestApi;
  readonly amocrm: AmocrmSandbox;
  readonly organization: TestOrganization;
  readonly owner: Person;
  readonly manager: Person;

  private readonly ownWorker: TestWorker | null;

  private constructor(
    parts: Pick<AmocrmStand, 'api' | 'amocrm' | 'organization' | 'owner' | 'manager'>,
    ownWorker: TestWorker | null,
  ) {
    Object.assign(this, parts);
    this.ownWorker = ownWorker;
  }

  get worker(): TestWorker {
    if (!this.ownWorker) throw new Error('started without a worker');
    return this.ownWorker;
  }

  /** `pullSeconds`: large where a test must not be disturbed by the schedule. `withWorker`: false where it brings its own. */
  static async start(pullSeconds = 1, withWorker = true): Promise<AmocrmStand> {
    const amocrm = await startAmocrmSandbox({ port: 0, tokens: [DEMO_TOKEN, SECOND_TOKEN, READER_TOKEN] });
    const env = { AMOCRM_ALLOW_HOSTS: new URL(amocrm.url).host, AMOCRM_PULL_SECONDS: String(pullSeconds) };
    const api = await startApi({ env });
    const worker = withWorker ? await startWorker(api.db, { env }) : null;
    const organization = await createOrganization(api.db.owner);
    const owner = await enterAs(api, organization.id, 'owner');
    const manager = await enterAs(api, organization.id, 'manager');
    return new AmocrmStand({ api, amocrm, organization, owner, manager }, worker);
  }

  async close(): Promise<void> {
    await this.ownWorker?.close();
    await this.api.close();
    await this.amocrm.close();
  }

  save(body: Record<string, unknown>): Promise<RawAnswer<AmocrmIntegrationDto>> {
    return this.owner.send<AmocrmIntegrationDto>('PUT', BASE, body);
  }

  async connect(token = this.amocrm.token): Promise<AmocrmIntegrationDto> {
    const version = (await this.integration()).connection?.version;
    const { status, body } = await this.save({ baseUrl: this.amocrm.url, token, ...(version && { version }) });
    if (status !== 200) throw new Error(`connecting answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  async integration(): Promise<AmocrmIntegrationDto> {
    return (await this.owner.get<AmocrmIntegrationDto>(BASE)).body;
  }

  act(path: string): Promise<RawAnswer<AmocrmIntegrationDto>> {
    return this.owner.send<AmocrmIntegrationDto>('POST', `${BASE}/${path}`, {});
  }

  async createOrder(phone: string, name = 'Anna'): Promise<OrderDto> {
    const { status, body } = await this.manager.send<OrderDto>('POST', '/orders', {
      client: { phone, name },
      address: 'Lenina 1',
    });
    if (status !== 201) throw new Error(`the order answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  async order(id: string): Promise<OrderDto> {
    return (await this.manager.get<OrderDto>(`/orders/${id}`)).body;
  }

  /** Waits until the order is over there. */
  async synced(orderId: string): Promise<StandLead> {
    await until(async () => (await this.order(orderId)).sync?.state === 'synced', `order ${orderId} in amoCRM`);
    const lead = await this.leadOf(orderId);
    if (!lead) throw new Error('synced without a lead');
    return lead;
  }

  /** Waits until the order waits for the reason given. */
  waitsFor(orderId: string, problemCode: string): Promise<unknown> {
    return until(async () => {
      const row = (await this.integration()).waiting.find((waiting) => waiting.orderId === orderId);
      return row?.state === 'waiting' && row.problemCode === problemCode;
    }, `the order waiting for ${problemCode}`);
  }

  async leads(): Promise<StandLead[]> {
    const rows = await this.read<Omit<StandLead, 'contactIds'> & Embedding<{ contacts?: { id: number }[] }>>('leads');
    return rows.map(({ [EMBEDDED]: embedded, ...lead }) => ({
      ...lead,
      contactIds: (embedded.contacts ?? []).map(({ id }) => id),
    }));
  }

  contacts(): Promise<StandContact[]> {
    return this.read<StandContact>('contacts');
  }

  async leadOf(orderId: string): Promise<StandLead | null> {
    const leads = await this.leads();
    return leads.find((lead) => fieldOf(lead, 'SMET_ORDER_ID') === orderId) ?? null;
  }

  /** Moves a lead as a person does on the stand-in's page; not in its journal of requests. */
  async move(lead: StandLead, statusId: number): Promise<void> {
    const answer = await fetch(`${this.amocrm.url}/_sandbox/ui/leads/${lead.id}/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ stage: `${lead.pipeline_id}:${statusId}` }).toString(),
      redirect: 'manual',
    });
    if (answer.status >= 400) throw new Error(`moving answered ${answer.status}`);
  }

  async remove(lead: StandLead): Promise<void> {
    const path = `${this.amocrm.url}/_sandbox/ui/leads/${lead.id}/delete`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await fetch(path, { method: 'POST', headers, body: '', redirect: 'manual' });
  }

  /** Waits for one whole pull that begins after this moment. */
  async pulled(): Promise<void> {
    const seen = this.pullCount();
    await until(() => this.pullCount() >= seen + 2, 'a pull');
  }

  private pullCount(): number {
    const pages = this.amocrm.requests.list({ method: 'GET', path: '/api/v4/leads' });
    return pages.filter((entry) => entry.search.includes('updated_at')).length;
  }

  /** Calls the stand-in's API as somebody else's integration. */
  async call(method: string, path: string, body?: unknown): Promise<Response> {
    return until(async () => {
      const answer = await fetch(`${this.amocrm.url}/api/v4/${path}`, {
        method,
        headers: { authorization: `Bearer ${READER_TOKEN}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      });
      return answer.status === 429 ? null : answer;
    }, `an answer to ${method} ${path}`);
  }

  private async read<T>(what: 'leads' | 'contacts'): Promise<T[]> {
    const answer = await this.call('GET', `${what}?with=contacts&limit=250`);
    if (answer.status === 204) return [];
    const body = (await answer.json()) as Embedding<Record<string, T[]>>;
    return body[EMBEDDED][what] ?? [];
  }
}

export function fieldOf(
  entity: { readonly custom_fields_values: readonly StandField[] | null },
  code: string,
): string | null {
  const value = entity.custom_fields_values?.find((field) => field.field_code === code)?.values[0]?.value;
  return typeof value === 'string' ? value : null;
}
