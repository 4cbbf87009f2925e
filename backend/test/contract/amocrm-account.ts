import { randomInt, randomUUID } from 'node:crypto';
import {
  createAmocrmClient,
  limits,
  type AmocrmClient,
  type SyncedClient,
  type SyncedOrder,
} from '@smet/connectors/amocrm';
import {
  createAddressGuard,
  createHttpClient,
  createInProcessLimiter,
  type HttpClientOptions,
  type Outcome,
  type RateLimiter,
} from '@smet/connectors/http';
import { startAmocrmSandbox, type AmocrmSandbox } from '@smet/sandbox/amocrm';

/**
 * The account the contract suite speaks to: a real one when AMOCRM_CONTRACT_URL and AMOCRM_CONTRACT_TOKEN are set (a
 * test account: the suite leaves its leads and contacts there, amoCRM has no deletion), otherwise the stand-in.
 */
export interface ContractAccount {
  readonly url: string;
  readonly token: string;
  /** Null for a real account, whose faults nobody can switch. */
  readonly standIn: AmocrmSandbox | null;
  readonly limiter: RateLimiter;
}

export const REAL_URL = process.env['AMOCRM_CONTRACT_URL'] ?? '';

export const unlimited: RateLimiter = { acquire: () => Promise.resolve({ waitMs: 0 }) };

export async function openAccount(): Promise<ContractAccount> {
  if (REAL_URL !== '') {
    const token = process.env['AMOCRM_CONTRACT_TOKEN'] ?? '';
    return { url: REAL_URL, token, standIn: null, limiter: createInProcessLimiter(limits.REQUESTS_PER_SECOND) };
  }
  const standIn = await startAmocrmSandbox({ port: 0, requestsPerSecond: 0 });
  return { url: standIn.url, token: standIn.token, standIn, limiter: unlimited };
}

interface ClientOptions {
  readonly token?: string;
  readonly limiter?: RateLimiter;
  readonly http?: HttpClientOptions;
}

export function clientOf(account: ContractAccount, options: ClientOptions = {}): AmocrmClient {
  const guard = createAddressGuard({ allowPrivateHosts: account.standIn === null ? [] : [new URL(account.url).host] });
  return createAmocrmClient({
    baseUrl: account.url,
    token: options.token ?? account.token,
    http: createHttpClient({ guard, ...options.http }),
    limiter: options.limiter ?? account.limiter,
  });
}

/** The value of a call that must have gone well; the whole outcome is in the message when it did not. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'ok') throw new Error(`expected ok, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

interface Somebody extends SyncedClient {
  readonly phone: string;
  readonly email: string;
}

/** A made-up person; the code 000 is assigned to nobody. */
export function somebody(): Somebody {
  const id = randomUUID();
  const phone = `+7000${String(randomInt(10_000_000)).padStart(7, '0')}`;
  const email = `${id}@example.test`;
  return { id, name: `SMET contract ${id.slice(0, 8)}`, phone, email, phones: [phone], emails: [email] };
}

export function someOrder(stage: SyncedOrder['stage'] = null): SyncedOrder {
  const id = randomUUID();
  return {
    id,
    number: 145,
    clientName: 'SMET contract',
    address: 'Садовая, 5',
    priceRoubles: 45_124,
    url: `https://smet.example/orders/${id}`,
    stage,
  };
}

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
