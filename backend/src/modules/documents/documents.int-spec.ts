import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { draftOf, resultOf, roomE1, variantOf } from '../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { priceNomenclature } from '../../../test/support/nomenclature.js';
import { readPdf } from '../../../test/support/pdf-text.js';
import { actorOf, enterAs, type Person } from '../../../test/support/people.js';
import { Transactions } from '../../platform/database/index.js';
import { EstimateVersions, type EstimateDto } from '../estimates/index.js';

const CLIENT = ['proposal.pdf', 'contract.pdf', 'act.pdf'];
const SITE = ['installer-sheet.pdf', 'cutting-sheet.pdf', 'cutting-sheet.dxf'];

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let orderId: string;
let estimate: EstimateDto;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
  ({ id: orderId } = await createOrder(api.db.owner, organization));
  const { body } = await manager.send<EstimateDto>('POST', `/orders/${orderId}/estimates`, {});
  const [only] = draftOf([]).variants;
  const draft = { ...draftOf([roomE1()]), variants: [only!, variantOf({ name: 'Second', discountPercent: '10' })] };
  const saved = await manager.send<EstimateDto>('PUT', `/estimates/${body.id}`, { version: body.version, draft });
  expect(saved.status).toBe(200);
  const { version } = saved.body;
  const issued = await manager.send<EstimateDto>('POST', `/estimates/${body.id}/issue`, { version, validUntil: null });
  expect(issued.status).toBe(200);
  estimate = issued.body;
  await accept(estimate, estimate.currentVariantId);
});

/** The client's yes. */
async function accept({ id }: EstimateDto, variantId: string): Promise<void> {
  const versions = api.app.get(EstimateVersions);
  await api.app.get(Transactions).run(actorOf(manager), async (tx) => {
    const locked = await versions.lock(tx, { estimateId: id, number: 1 });
    await versions.accept(tx, locked, { variantId, name: 'Anna', at: new Date() });
  });
}
afterAll(() => api.close());

const pathOf = (name: string, number = 1) => `/estimates/${estimate.id}/versions/${number}/documents/${name}`;

async function fetchAs(person: Person, name: string, headers: Record<string, string> = {}, number = 1) {
  const response = await fetch(`${api.url}/api/v1${pathOf(name, number)}`, {
    headers: { ...person.authorization, ...headers },
  });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('documents of a version', () => {
  it.each([...CLIENT, ...SITE.filter((name) => name.endsWith('.pdf'))])(
    '%s is a PDF with a Russian name',
    async (name) => {
      const { status, headers, bytes } = await fetchAs(manager, name);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      const disposition = headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^inline; filename="[a-z-]+-\d+-1\.pdf"; filename\*=UTF-8''[%\w.-]+$/);
      expect(decodeURIComponent(disposition.split(`''`)[1]!)).toMatch(/^[А-Я][а-я ]+ \d+-1\.pdf$/);
    },
  );

  it('are to the kopeck what the API answers, of the variant that was asked for', async () => {
    const second = estimate.draft.variants[1]!.id;
    const paid = async (query: string) => {
      const { text } = await readPdf((await fetchAs(manager, `proposal.pdf${query}`)).bytes);
      return Number(/Итого к оплате ([\d ]+),00/.exec(text)?.[1]?.replaceAll(' ', '')) * 100;
    };
    expect(await paid('')).toBe(resultOf(estimate).totals.toPayMinor);
    expect(await paid(`?variant=${second}`)).toBe(resultOf(estimate, 1).totals.toPayMinor);
  });

  it('the cutting file is one for the table', async () => {
    const { headers, bytes } = await fetchAs(
      manager,
      `cutting-sheet.dxf?room=${estimate.draft.rooms[0]!.id}&mirrored=false`,
    );
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    const text = Buffer.from(bytes).toString('utf8');
    expect(text).toContain('AC1021');
    expect(text).toContain('Как на плане');
  });

  it('are not sent again to those who have them', async () => {
    const { headers } = await fetchAs(manager, 'proposal.pdf');
    const etag = headers.get('etag') ?? '';
    const again = await fetchAs(manager, 'proposal.pdf', { 'if-none-match': `W/${etag}` });
    expect(again).toMatchObject({ status: 304, bytes: new Uint8Array() });
    const second = estimate.draft.variants[1]!.id;
    expect((await fetchAs(manager, `proposal.pdf?variant=${second}`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('are not there for a variant, a room or a version that is not', async () => {
    const absent = newId();
    expect(await manager.get(pathOf(`proposal.pdf?variant=${absent}`))).toMatchObject({
      status: 404,
      body: { code: 'ESTIMATE.VARIANT_NOT_FOUND' },
    });
    expect(await manager.get(pathOf(`cutting-sheet.pdf?room=${absent}`))).toMatchObject({
      status: 404,
      body: { code: 'ESTIMATE.ROOM_NOT_FOUND' },
    });
    expect(await manager.get(pathOf('act.pdf', 2))).toMatchObject({
      status: 404,
      body: { code: 'ESTIMATE.NOT_FOUND' },
    });
    expect((await manager.get(pathOf('act.pdf?variant=x'))).status).toBe(422);
    expect((await manager.get(pathOf('cutting-sheet.pdf?mirrored=yes'))).status).toBe(422);
  });
});

describe('a contract and an act', () => {
  const marked = async (name: string) =>
    (await readPdf((await fetchAs(manager, name)).bytes)).text.includes('Черновик');

  it('bind to what the client accepted: another variant is a draft of a contract, and has no act', async () => {
    const other = estimate.draft.variants[1]!.id;
    expect(await marked('contract.pdf')).toBe(false);
    expect(await marked(`contract.pdf?variant=${other}`)).toBe(true);
    expect(await manager.get(pathOf(`act.pdf?variant=${other}`))).toMatchObject({
      status: 409,
      body: { code: 'DOCUMENT.NOT_ACCEPTED' },
    });
  });

  it('are not of a draft', async () => {
    const { id, version } = estimate;
    await manager.send<EstimateDto>('POST', `/estimates/${id}/versions`, { version });
    for (const name of ['contract.pdf', 'act.pdf'])
      expect(await manager.get(pathOf(name, 2))).toMatchObject({ status: 409, body: { code: 'DOCUMENT.NOT_ISSUED' } });
    expect((await fetchAs(manager, 'proposal.pdf', {}, 2)).status).toBe(200);
  });
});

describe('who may have them', () => {
  it('nobody without a token, no other organization', async () => {
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    for (const name of [...CLIENT, ...SITE]) {
      expect((await api.anonymous.get(`/api/v1${pathOf(name)}`)).status).toBe(401);
      expect((await stranger.get(pathOf(name))).status).toBe(404);
    }
  });

  it('those who cut and mount: the sheets of their own orders, and nothing with a price of the client', async () => {
    for (const role of ['workshop', 'installer'] as const) {
      const person = await enterAs(api, organization.id, role);
      for (const name of SITE) expect((await person.get(pathOf(name))).status).toBe(404);
      await api.db.owner.query('update orders set measurer_user_id = $1 where id = $2', [person.id, orderId]);
      for (const name of CLIENT) expect((await person.get(pathOf(name))).status).toBe(403);
      for (const name of SITE) expect((await fetchAs(person, name)).status).toBe(200);
    }
  });

  it('the operator none', async () => {
    const operator = await enterAs(api, organization.id, 'operator');
    for (const name of [...CLIENT, ...SITE]) expect((await operator.get(pathOf(name))).status).toBe(403);
  });
});
