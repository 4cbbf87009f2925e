import { describe, expect, it } from '@jest/globals';
import { clientToContact, orderToLead } from '@smet/connectors/amocrm';
import { readContactAgreement, readLeadAgreement } from './agreement.js';

const ORDER = {
  id: 'order',
  number: 7,
  clientName: 'Anna',
  address: 'Lenina 1',
  priceRoubles: 123,
  url: 'https://smet.example/orders/order',
};
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('an agreement', () => {
  it.each([{ stage: null }, { stage: { pipelineId: 1, statusId: 142 } }])('comes back as it went: %j', ({ stage }) => {
    const agreement = { schemaVersion: 1 as const, sent: orderToLead({ ...ORDER, stage }), seen: stage };
    expect(readLeadAgreement(stored(agreement))).toEqual(agreement);
  });

  it('of a contact comes back as it went', () => {
    const person = { id: 'client', name: 'Anna', phones: ['+79001112233'], emails: ['a@b.ru'] };
    const agreement = { schemaVersion: 1 as const, sent: clientToContact(person) };
    expect(readContactAgreement(stored(agreement))).toEqual(agreement);
  });

  it.each([
    null,
    'text',
    [],
    {},
    { schemaVersion: 2, sent: { name: 'x', custom_fields_values: [] }, seen: null },
    { schemaVersion: 1 },
    { schemaVersion: 1, sent: { name: 1, custom_fields_values: [] } },
    { schemaVersion: 1, sent: { name: 'x', custom_fields_values: [{ field_code: 1, values: [] }] } },
  ])('of an unknown form is none: %j', (value) => {
    expect(readLeadAgreement(value)).toBeNull();
    expect(readContactAgreement(value)).toBeNull();
  });
});
