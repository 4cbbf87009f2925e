import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clientToContact,
  createContact,
  createCustomField,
  createLead,
  ensureCustomFields,
  findContact,
  findLeadByOrderId,
  getAccount,
  limits,
  listChangedLeads,
  orderToLead,
  type AmocrmClient,
} from '@smet/connectors/amocrm';
import { createInProcessLimiter } from '@smet/connectors/http';
import { startAmocrmSandbox, type AmocrmSandbox, type FaultRule } from '@smet/sandbox/amocrm';
import {
  clientOf,
  nowSeconds,
  somebody,
  someOrder,
  unlimited,
  valueOf,
  type ContractAccount,
} from './amocrm-account.js';

// amoCRM dead, slow or lying. Only the stand-in can be made so: this file never speaks to a real account.

let standIn: AmocrmSandbox;
let account: ContractAccount;
let client: AmocrmClient;

beforeAll(async () => {
  standIn = await startAmocrmSandbox({ port: 0, requestsPerSecond: 0 });
  account = { url: standIn.url, token: standIn.token, standIn, limiter: unlimited };
  client = clientOf(account);
  valueOf(await ensureCustomFields(client));
});

afterEach(() => standIn.faults.clear());
afterAll(() => standIn.close());

describe('a write whose answer does not come', () => {
  const POST_LEADS = { method: 'POST', path: '/api/v4/leads' } as const;

  it.each<[string, FaultRule, string, boolean]>([
    ['the connection is cut after it was stored', { effect: 'lost-answer' }, 'UNREACHABLE', true],
    ['half of the answer comes', { effect: 'malformed' }, 'RESPONSE_NOT_JSON', true],
    ['a gateway gives up on it', { effect: 'status', status: 504, stored: true }, 'SERVER_ERROR', true],
    ['a gateway refuses it', { effect: 'status', status: 502 }, 'SERVER_ERROR', false],
    ['it takes too long', { effect: 'delay', delayMs: 5000 }, 'TIMEOUT', true],
  ])('has an unknown outcome and can be asked for: %s', async (_what, fault, code, happened) => {
    const impatient = clientOf(account, { http: { timeoutMs: 300 } });
    const order = someOrder();
    const since = nowSeconds();
    standIn.faults.add({ ...POST_LEADS, ...fault });
    const outcome = await createLead(impatient, orderToLead(order), null);
    expect(outcome).toMatchObject({ kind: 'retry', code, outcomeKnown: false });
    expect(valueOf(await findLeadByOrderId(client, order.id, since)) !== null).toBe(happened);
  });

  it('that never reached the account has a known one', async () => {
    const gone = await startAmocrmSandbox({ port: 0 });
    await gone.close();
    const nobody = clientOf({ ...account, url: gone.url, standIn: gone });
    expect(await createLead(nobody, orderToLead(someOrder()), null)).toMatchObject({
      kind: 'retry',
      code: 'UNREACHABLE',
      outcomeKnown: true,
    });
  });
});

describe('an account in trouble', () => {
  it('that is dead is tried again later', async () => {
    standIn.faults.set({ dead: true });
    expect(await getAccount(client)).toMatchObject({ kind: 'retry', code: 'UNREACHABLE' });
  });

  it('that bans us stops everything', async () => {
    standIn.faults.set({ banned: true });
    expect(await getAccount(client)).toMatchObject({ kind: 'blocked', code: 'API_BANNED' });
  });

  it('that revokes the token asks a person', async () => {
    standIn.faults.set({ tokensRevoked: true });
    expect(await getAccount(client)).toMatchObject({ kind: 'reauthorize' });
  });

  it.each(['html', 'json'] as const)('that says 429 in %s is waited for as long as it asks', async (body) => {
    standIn.faults.add({ effect: 'status', status: 429, body, retryAfterSeconds: 7 });
    expect(await getAccount(client)).toMatchObject({ kind: 'retry', code: 'RATE_LIMITED', afterMs: 7000 });
  });

  it('has a search that lags behind: a contact just made is found all the same', async () => {
    standIn.faults.set({ searchLagMs: 60_000 });
    const person = somebody();
    const since = nowSeconds();
    const { id } = valueOf(await createContact(client, clientToContact(person)));
    const wanted = { clientId: person.id, phones: person.phones, emails: person.emails };
    expect(valueOf(await findContact(client, wanted))).toBeNull();
    expect(valueOf(await findContact(client, { ...wanted, since }))?.contact.id).toBe(id);
  });
});

describe('the search', () => {
  it('finds a contact typed by hand by phone and by e-mail', async () => {
    const [byPhone, byEmail] = [somebody(), somebody()];
    const typed = byPhone.phone.replace(/^\+7(\d{3})(\d{3})/, '8 ($1) $2-');
    const phone = { field_code: 'PHONE', values: [{ value: typed }] };
    const email = { field_code: 'EMAIL', values: [{ value: byEmail.email.toUpperCase() }] };
    const first = valueOf(await createContact(client, { name: 'Тест', custom_fields_values: [phone] }));
    const second = valueOf(await createContact(client, { name: 'Тест', custom_fields_values: [email] }));
    const find = async ({ id, phones, emails }: typeof byPhone) =>
      valueOf(await findContact(client, { clientId: id, phones, emails }));
    expect(await find(byPhone)).toMatchObject({ matchedBy: 'phone', contact: { id: first.id } });
    expect(await find(byEmail)).toMatchObject({ matchedBy: 'email', contact: { id: second.id } });
  });
});

describe('the limit', () => {
  it('is hit without the limiter and kept with it', async () => {
    standIn.faults.set({ requestsPerSecond: 7 });
    const burst = await Promise.all(Array.from({ length: 12 }, () => getAccount(client)));
    expect(burst.some((outcome) => outcome.kind === 'retry' && outcome.code === 'RATE_LIMITED')).toBe(true);
    standIn.faults.clear();
    standIn.faults.set({ requestsPerSecond: 7 });
    const other = await startAmocrmSandbox({ port: 0 });
    const polite = clientOf(
      { ...account, url: other.url, standIn: other },
      { limiter: createInProcessLimiter(limits.REQUESTS_PER_SECOND) },
    );
    for (let call = 0; call < 10; call += 1) valueOf(await getAccount(polite));
    await other.close();
  });
});

describe('long lists', () => {
  it('are read to the end: leads over two pages, our fields on the second one', async () => {
    const big = await startAmocrmSandbox({ port: 0, requestsPerSecond: 0 });
    const crowded = clientOf({ ...account, url: big.url, standIn: big });
    for (let number = 0; number < 60; number += 1) {
      const field = { name: `Поле ${number}`, code: `FIELD_${number}`, type: 'text' } as const;
      valueOf(await createCustomField(crowded, 'leads', field));
    }
    const ids = valueOf(await ensureCustomFields(crowded));
    expect(valueOf(await ensureCustomFields(crowded))).toEqual(ids);
    const since = nowSeconds();
    const oldest = someOrder();
    valueOf(await createLead(crowded, orderToLead(oldest), null));
    for (let number = 0; number < 255; number += 1)
      valueOf(await createLead(crowded, { name: `Сделка ${number}` }, null));
    expect(valueOf(await findLeadByOrderId(crowded, oldest.id, since))).not.toBeNull();
    expect(valueOf(await listChangedLeads(crowded, since, nowSeconds())).leads).toHaveLength(256);
    await big.close();
  });
});
