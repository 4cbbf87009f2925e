import { describe, expect, it } from '@jest/globals';
import type { LeadWrite } from '@smet/connectors/amocrm';
import type { LeadAgreement } from './content.js';
import { agreedOn, changedSinceSent, decideLead, withOwnName } from './push-decision.js';

const FIELDS = [{ field_code: 'SMET_ORDER_ID', values: [{ value: 'order' }] }];
const SENT: LeadWrite = { name: '№1', price: 100, pipeline_id: 1, status_id: 10, custom_fields_values: FIELDS };
const agreement = (sent: LeadWrite = SENT): LeadAgreement => ({
  schemaVersion: 1,
  sent,
  seen: { pipelineId: 1, statusId: 10 },
});

describe('decideLead', () => {
  const intentAt = new Date('2026-01-02T03:04:05Z');
  it.each([
    {
      case: 'a new order',
      link: { externalId: null, intentAt: null, agreement: null },
      step: { kind: 'create', askFirst: null },
    },
    {
      case: 'an earlier try of unknown outcome',
      link: { externalId: null, intentAt, agreement: null },
      step: { kind: 'create', askFirst: intentAt },
    },
    {
      case: 'a lead that says it all',
      link: { externalId: 7, intentAt, agreement: agreement() },
      step: { kind: 'nothing' },
    },
    {
      case: 'another price',
      link: { externalId: 7, intentAt, agreement: agreement({ ...SENT, price: 90 }) },
      step: { kind: 'change', externalId: 7, change: { price: 100 } },
    },
    {
      case: 'a lead nobody remembers the content of',
      link: { externalId: 7, intentAt, agreement: null },
      step: { kind: 'change', externalId: 7, change: SENT },
    },
  ])('$case', ({ link, step }) => {
    expect(decideLead(link, SENT)).toEqual(step);
  });
});

describe('changedSinceSent', () => {
  it.each<{ case: string; wanted: LeadWrite; change: LeadWrite | null }>([
    { case: 'nothing', wanted: { ...SENT }, change: null },
    { case: 'the name', wanted: { ...SENT, name: '№1 · Mira' }, change: { name: '№1 · Mira' } },
    { case: 'a price of nothing', wanted: { ...SENT, price: 0 }, change: { price: 0 } },
    { case: 'the status', wanted: { ...SENT, status_id: 142 }, change: { pipeline_id: 1, status_id: 142 } },
    {
      case: 'the same status of another pipeline',
      wanted: { ...SENT, pipeline_id: 2 },
      change: { pipeline_id: 2, status_id: 10 },
    },
    {
      case: 'one field of two',
      wanted: { ...SENT, custom_fields_values: [...FIELDS, { field_code: 'URL', values: [{ value: 'u' }] }] },
      change: { custom_fields_values: [{ field_code: 'URL', values: [{ value: 'u' }] }] },
    },
    {
      case: 'a stage that has no pair any more',
      wanted: { name: '№1', price: 100, custom_fields_values: FIELDS },
      change: null,
    },
  ])('$case', ({ wanted, change }) => {
    expect(changedSinceSent(SENT, wanted)).toEqual(change);
  });
});

describe('agreedOn', () => {
  const moved = { pipelineId: 1, statusId: 142 };
  it('expects a new lead where it was put', () => {
    expect(agreedOn(null, SENT)).toEqual(agreement());
  });

  it('knows nothing of the place of a lead that was put nowhere', () => {
    expect(agreedOn(null, { name: '№1' }).seen).toBeNull();
  });

  it('expects a moved lead at its new place', () => {
    expect(agreedOn(agreement(), { ...SENT, status_id: 142 }).seen).toEqual(moved);
  });

  it('leaves a lead where it was seen when its stage was not sent', () => {
    const wandered = { ...agreement(), seen: moved };
    expect(agreedOn(wandered, { ...SENT, price: 1 }).seen).toEqual(moved);
    expect(agreedOn(wandered, { name: '№1' })).toMatchObject({ seen: moved, sent: { status_id: 10 } });
  });
});

describe('withOwnName', () => {
  const wanted = { name: 'Anna', custom_fields_values: [] };
  const before = (name: string) => ({ schemaVersion: 1 as const, sent: { ...wanted, name } });
  it.each([
    { case: 'found by its phone', agreement: null, change: null, result: null },
    { case: 'unchanged', agreement: before('Anna'), change: null, result: null },
    { case: 'renamed here', agreement: before('Ann'), change: null, result: { name: 'Anna' } },
    {
      case: 'renamed here with a new phone',
      agreement: before('Ann'),
      change: { custom_fields_values: [] },
      result: { name: 'Anna', custom_fields_values: [] },
    },
  ])('$case', ({ agreement: known, change, result }) => {
    expect(withOwnName(change, known, wanted)).toEqual(result);
  });
});
