import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeContact, decodeLead } from './decode.js';
import { phoneKey } from './field-values.js';
import {
  clientToContact,
  contactChanges,
  contactToClient,
  contentHash,
  leadChanges,
  leadToOrder,
  orderToLead,
  type SyncedClient,
  type SyncedOrder,
} from './mapper.js';
import { contactRow, leadRow } from './scripted-account.spec-helper.js';

const ORDER: SyncedOrder = {
  id: '0190b0a0-0000-7000-8000-000000000001',
  number: 145,
  clientName: 'Анна Пример',
  address: 'Садовая, 5',
  priceRoubles: 45_124,
  url: 'https://smet.example/orders/145',
  stage: { pipelineId: 1, statusId: 111 },
};

const CLIENT: SyncedClient = {
  id: '0190b0a0-0000-7000-8000-000000000002',
  name: 'Анна Пример',
  phones: ['+79990000001'],
  emails: ['anna@example.test'],
};

/** What a lead written by us looks like when read. */
function asRead(write: ReturnType<typeof orderToLead>) {
  return decodeLead({
    ...leadRow(10),
    ...write,
    custom_fields_values: (write.custom_fields_values ?? []).map((field, index) => ({ field_id: index + 1, ...field })),
  });
}

describe('orderToLead', () => {
  it('names the order, gives its sum and carries our id and link by code', () => {
    expect(orderToLead(ORDER)).toEqual({
      name: '№145 · Анна Пример · Садовая, 5',
      price: 45_124,
      pipeline_id: 1,
      status_id: 111,
      custom_fields_values: [
        { field_code: 'SMET_ORDER_ID', values: [{ value: ORDER.id }] },
        { field_code: 'SMET_ORDER_URL', values: [{ value: ORDER.url }] },
      ],
    });
  });

  it('leaves the stage out when it is not mapped, and an empty address out of the name', () => {
    const lead = orderToLead({ ...ORDER, stage: null, address: ' ' });
    expect(lead).not.toHaveProperty('status_id');
    expect(lead).not.toHaveProperty('pipeline_id');
    expect(lead.name).toBe('№145 · Анна Пример');
  });

  it('cuts a long name without cutting a character in two', () => {
    const name = orderToLead({ ...ORDER, address: '😀'.repeat(400) }).name ?? '';
    expect(Array.from(name)).toHaveLength(250);
    expect(name.endsWith('😀…')).toBe(true);
  });

  it('comes back as the same order', () => {
    const stage = fc.record({ pipelineId: fc.integer({ min: 1 }), statusId: fc.integer({ min: 1 }) });
    fc.assert(
      fc.property(fc.uuid(), stage, fc.webUrl(), (id, key, url) => {
        const order = leadToOrder(asRead(orderToLead({ ...ORDER, id, url, stage: key })));
        expect(order).toMatchObject({ orderId: id, stage: key, url });
      }),
    );
  });

  it('is not ours without our field', () => {
    expect(leadToOrder(decodeLead(leadRow(10))).orderId).toBeNull();
  });
});

describe('leadChanges', () => {
  const wanted = orderToLead(ORDER);

  it('finds nothing to do in what it has just written', () => {
    expect(leadChanges(wanted, asRead(wanted))).toBeNull();
  });

  it('sends only what differs', () => {
    expect(leadChanges({ ...wanted, price: 50_000 }, asRead(wanted))).toEqual({ price: 50_000 });
    const moved = orderToLead({ ...ORDER, url: 'https://smet.example/new' });
    expect(leadChanges(moved, asRead(wanted))).toEqual({
      custom_fields_values: [{ field_code: 'SMET_ORDER_URL', values: [{ value: 'https://smet.example/new' }] }],
    });
  });

  it.each([
    [1, 142],
    [2, 111],
    [2, 142],
  ])('sends a stage as the whole pair (%d, %d)', (pipelineId, statusId) => {
    const change = leadChanges(orderToLead({ ...ORDER, stage: { pipelineId, statusId } }), asRead(wanted));
    expect(change).toEqual({ pipeline_id: pipelineId, status_id: statusId });
  });

  it('does not move a lead whose stage is not mapped', () => {
    expect(leadChanges(orderToLead({ ...ORDER, stage: null }), asRead(wanted))).toBeNull();
  });
});

describe('contacts', () => {
  it('are created with our id, phones and e-mails, and come back as the same client', () => {
    const write = clientToContact(CLIENT);
    expect(write).toEqual({
      name: 'Анна Пример',
      custom_fields_values: [
        { field_code: 'SMET_CLIENT_ID', values: [{ value: CLIENT.id }] },
        { field_code: 'PHONE', values: [{ value: '+79990000001', enum_code: 'WORK' }] },
        { field_code: 'EMAIL', values: [{ value: 'anna@example.test', enum_code: 'WORK' }] },
      ],
    });
    const fields = (write.custom_fields_values ?? []).map((field, index) => ({ field_id: index + 1, ...field }));
    const read = contactToClient(decodeContact({ ...contactRow(1), ...write, custom_fields_values: fields }));
    expect(read).toEqual({
      clientId: CLIENT.id,
      name: CLIENT.name,
      phones: CLIENT.phones,
      emails: CLIENT.emails,
    });
  });

  it('of a client without an e-mail send no e-mail field', () => {
    const codes = clientToContact({ ...CLIENT, emails: [] }).custom_fields_values?.map((field) => field.field_code);
    expect(codes).toEqual(['SMET_CLIENT_ID', 'PHONE']);
  });

  it('need no change when they hold the same phone in another spelling', () => {
    const current = contactRow(1, {
      clientId: CLIENT.id,
      phones: ['8 (999) 000-00-01'],
      emails: ['Anna@Example.test '],
    });
    expect(contactChanges(CLIENT, decodeContact(current))).toBeNull();
  });

  it('keep what others typed and get what is missing', () => {
    const current = decodeContact(contactRow(1, { phones: ['8 495 111-22-33'], name: 'Аня (соседка)' }));
    expect(contactChanges({ ...CLIENT, emails: [] }, current)).toEqual({
      custom_fields_values: [
        { field_code: 'SMET_CLIENT_ID', values: [{ value: CLIENT.id }] },
        {
          field_code: 'PHONE',
          values: [
            { value: '8 495 111-22-33', enum_code: 'MOB' },
            { value: '+79990000001', enum_code: 'WORK' },
          ],
        },
      ],
    });
  });

  it('get a name only when they have none', () => {
    const nameless = decodeContact(contactRow(1, { clientId: CLIENT.id, phones: CLIENT.phones, name: ' ' }));
    expect(contactChanges({ ...CLIENT, emails: [] }, nameless)).toEqual({ name: CLIENT.name });
  });

  it('do not take two short numbers for one', () => {
    const current = decodeContact(contactRow(1, { clientId: CLIENT.id, phones: ['112'] }));
    const change = contactChanges({ ...CLIENT, phones: ['103'], emails: [] }, current);
    expect(change?.custom_fields_values?.[0]?.values).toHaveLength(2);
  });
});

describe('phoneKey', () => {
  it.each([
    ['+7 (999) 000-00-01', '9990000001'],
    ['89990000001', '9990000001'],
    ['79990000001', '9990000001'],
    ['+375 29 123-45-67', '5291234567'],
    ['12-34-56', null],
    ['', null],
  ])('of %j is %j', (phone, key) => {
    expect(phoneKey(phone)).toBe(key);
  });
});

describe('contentHash', () => {
  it('does not depend on the order of keys and does depend on the content', () => {
    expect(contentHash({ name: 'a', price: 1 })).toBe(contentHash({ price: 1, name: 'a' }));
    expect(contentHash({ name: 'a', price: 1 })).not.toBe(contentHash({ name: 'a', price: 2 }));
  });
});
