import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clientToContact,
  contactChanges,
  contactToClient,
  createContact,
  createLead,
  createLeadNote,
  ensureCustomFields,
  findContact,
  findLeadByOrderId,
  getAccount,
  getContact,
  getLead,
  leadChanges,
  leadToOrder,
  linkContact,
  listChangedLeads,
  listPipelines,
  listUsers,
  orderToLead,
  STATUS_LOST,
  STATUS_WON,
  updateContact,
  updateLead,
  type AmocrmClient,
  type AmocrmPipeline,
} from '@smet/connectors/amocrm';
import {
  clientOf,
  nowSeconds,
  openAccount,
  somebody,
  someOrder,
  valueOf,
  type ContractAccount,
} from './amocrm-account.js';

/** Nothing has this id: amoCRM counts in tens of millions. */
const NOBODY = 2_147_483_000;

let account: ContractAccount;
let client: AmocrmClient;
let pipelines: readonly AmocrmPipeline[];

/** An ordinary stage of the main pipeline. */
function ordinaryStage(index: number) {
  const main = pipelines.find(({ isMain }) => isMain)!;
  const statuses = main.statuses.filter(({ id, isUnsorted }) => !isUnsorted && id !== STATUS_WON && id !== STATUS_LOST);
  return { pipelineId: main.id, statusId: statuses.at(index)!.id };
}

beforeAll(async () => {
  account = await openAccount();
  client = clientOf(account);
  pipelines = valueOf(await listPipelines(client));
  valueOf(await ensureCustomFields(client));
});

afterAll(() => account.standIn?.close());

describe('an amoCRM account', () => {
  it('says who it is', async () => {
    const found = valueOf(await getAccount(client));
    expect(found.id).toBeGreaterThan(0);
    expect(found.name).not.toBe('');
  });

  it('does not take another token', async () => {
    const stranger = clientOf(account, { token: 'not-a-token' });
    expect(await getAccount(stranger)).toMatchObject({ kind: 'reauthorize', code: 'TOKEN_NOT_ACCEPTED' });
  });

  it('gives an id to every exchange, which its support asks for', async () => {
    const outcome = await getAccount(clientOf(account, { token: 'not-a-token' }));
    expect(outcome).toMatchObject({ requestId: expect.stringMatching(/.+/) });
  });

  it('has won and lost in every pipeline and one main pipeline', () => {
    expect(pipelines.filter(({ isMain }) => isMain)).toHaveLength(1);
    for (const { statuses } of pipelines) {
      expect(statuses.map(({ id }) => id)).toEqual(expect.arrayContaining([STATUS_WON, STATUS_LOST]));
    }
  });

  it('lists its users', async () => {
    expect(valueOf(await listUsers(client)).length).toBeGreaterThan(0);
  });

  it('gets our fields once', async () => {
    const first = valueOf(await ensureCustomFields(client));
    expect(new Set(Object.values(first)).size).toBe(3);
    expect(valueOf(await ensureCustomFields(client))).toEqual(first);
  });

  it('answers nothing about what does not exist', async () => {
    expect((await getLead(client, NOBODY)).kind).toBe('gone');
    expect((await getContact(client, NOBODY)).kind).toBe('gone');
  });
});

describe('a contact', () => {
  it('comes back as the client it was made of', async () => {
    const person = somebody();
    const { id } = valueOf(await createContact(client, clientToContact(person)));
    const contact = valueOf(await getContact(client, id));
    expect(contactToClient(contact)).toEqual({
      clientId: person.id,
      name: person.name,
      phones: person.phones,
      emails: person.emails,
    });
    expect(contactChanges(person, contact)).toBeNull();
  });

  it('is found right after a create whose answer was lost', async () => {
    const person = somebody();
    const since = nowSeconds();
    const { id } = valueOf(await createContact(client, clientToContact(person)));
    const found = valueOf(await findContact(client, { clientId: person.id, phones: [], emails: [], since }));
    expect(found).toMatchObject({ matchedBy: 'client-id', contact: { id } });
  });

  it('keeps what others typed when a phone is added', async () => {
    const person = somebody();
    const typed = person.phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '8 ($1) $2-$3-$4');
    const phone = { field_code: 'PHONE', values: [{ value: typed, enum_code: 'MOB' }] };
    const { id } = valueOf(await createContact(client, { name: person.name, custom_fields_values: [phone] }));
    const other = somebody().phone;
    const wanted = { ...person, phones: [person.phone, other] };
    const change = contactChanges(wanted, valueOf(await getContact(client, id)));
    const updated = valueOf(await updateContact(client, id, change!));
    expect(updated.id).toBe(id);
    const after = valueOf(await getContact(client, id));
    expect(contactToClient(after)).toMatchObject({
      clientId: person.id,
      phones: [typed, other],
      emails: person.emails,
    });
    expect(after.fields.find(({ code }) => code === 'PHONE')?.values[0]?.enumCode).toBe('MOB');
  });
});

describe('a lead', () => {
  it('carries the order, its sum in whole roubles and its contact', async () => {
    const contact = valueOf(await createContact(client, clientToContact(somebody())));
    const order = someOrder(ordinaryStage(1));
    const { id } = valueOf(await createLead(client, orderToLead(order), contact.id));
    const lead = valueOf(await getLead(client, id));
    expect(lead).toMatchObject({ price: 45_124, contacts: [{ id: contact.id, isMain: true }], isDeleted: false });
    expect(leadToOrder(lead)).toMatchObject({ orderId: order.id, url: order.url, stage: order.stage });
    expect(leadChanges(orderToLead(order), lead)).toBeNull();
  });

  it('is moved and priced anew, and the change is seen by the pull', async () => {
    const order = someOrder(ordinaryStage(0));
    const since = nowSeconds();
    const { id } = valueOf(await createLead(client, orderToLead(order), null));
    const moved = { ...order, priceRoubles: 50_000, stage: ordinaryStage(2) };
    const change = leadChanges(orderToLead(moved), valueOf(await getLead(client, id)));
    expect(Object.keys(change!).sort()).toEqual(['pipeline_id', 'price', 'status_id']);
    const { updatedAt } = valueOf(await updateLead(client, id, change!));
    const { leads, watermark } = valueOf(await listChangedLeads(client, since, nowSeconds()));
    const seen = leads.find((lead) => lead.id === id)!;
    expect(leadToOrder(seen)).toMatchObject({ orderId: order.id, stage: moved.stage, updatedAt });
    expect(seen.price).toBe(50_000);
    expect(watermark).toBeGreaterThanOrEqual(updatedAt);
  });

  it('is won and opened again', async () => {
    const order = someOrder(ordinaryStage(0));
    const { id } = valueOf(await createLead(client, orderToLead(order), null));
    const won = { pipeline_id: ordinaryStage(0).pipelineId, status_id: STATUS_WON };
    valueOf(await updateLead(client, id, won));
    expect(valueOf(await getLead(client, id)).statusId).toBe(STATUS_WON);
    valueOf(await updateLead(client, id, { ...won, status_id: ordinaryStage(1).statusId }));
    expect(valueOf(await getLead(client, id)).statusId).toBe(ordinaryStage(1).statusId);
  });

  it('is found by our order id, and a foreign one is not', async () => {
    const order = someOrder();
    const since = nowSeconds();
    const { id } = valueOf(await createLead(client, orderToLead(order), null));
    expect(valueOf(await findLeadByOrderId(client, order.id, since))?.id).toBe(id);
    expect(valueOf(await findLeadByOrderId(client, someOrder().id, since))).toBeNull();
  });

  it('gets a contact later, twice without harm, and a note', async () => {
    const contact = valueOf(await createContact(client, clientToContact(somebody())));
    const { id } = valueOf(await createLead(client, orderToLead(someOrder()), null));
    valueOf(await linkContact(client, id, contact.id));
    valueOf(await linkContact(client, id, contact.id));
    expect(valueOf(await getLead(client, id)).contacts).toEqual([{ id: contact.id, isMain: true }]);
    expect(valueOf(await createLeadNote(client, id, 'Замер во вторник')).id).toBeGreaterThan(0);
  });

  it('in a stage that does not exist is refused with the field', async () => {
    const stage = { pipelineId: ordinaryStage(0).pipelineId, statusId: NOBODY };
    const outcome = await createLead(client, orderToLead(someOrder(stage)), null);
    expect(outcome).toMatchObject({ kind: 'rejected', code: 'VALIDATION' });
    expect(outcome.kind === 'rejected' && outcome.details).toEqual([
      { code: 'NotSupportedChoice', path: 'status_id', item: 0 },
    ]);
  });

  it('that does not exist cannot be changed', async () => {
    expect((await updateLead(client, NOBODY, { price: 1 })).kind).not.toBe('ok');
  });
});
