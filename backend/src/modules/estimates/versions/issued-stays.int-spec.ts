import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { draftOf, roomE1, roomE4 } from '../../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { priceNomenclature } from '../../../../test/support/nomenclature.js';
import { actorOf, enterAs, type Person } from '../../../../test/support/people.js';
import { Transactions } from '../../../platform/database/index.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import { EstimatesRepository } from '../estimates.repository.js';
import { storedContentHash } from './content-hash.js';
import { EstimateVersions } from './estimate-versions.service.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let owner: Person;
let orderId: string;
let issued: EstimateDto;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner);
  await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
  owner = await enterAs(api, organization.id, 'owner');
  orderId = (await createOrder(api.db.owner, organization)).id;
  const { body } = await manager.send<EstimateDto>('POST', `/orders/${orderId}/estimates`, {});
  const { id } = body;
  const saved = await save(body);
  const { version } = saved;
  ({ body: issued } = await manager.send<EstimateDto>('POST', `/estimates/${id}/issue`, { version, validUntil: null }));
  expect(issued.status).toBe('issued');
});

async function save({ id, version }: EstimateDto, rooms = [roomE1()], given = {}): Promise<EstimateDto> {
  const draft = draftOf(rooms);
  const { status, body } = await manager.send<EstimateDto>('PUT', `/estimates/${id}`, { version, draft, ...given });
  expect(status).toBe(200);
  return body;
}

async function tagOf(document: string): Promise<string | null> {
  const path = `/api/v1/estimates/${issued.id}/versions/1/documents/${document}`;
  const response = await fetch(`${api.url}${path}`, { headers: manager.authorization });
  await response.arrayBuffer();
  expect(response.status).toBe(200);
  return response.headers.get('etag');
}

const hashOfRow = async () =>
  storedContentHash((await api.app.get(EstimatesRepository).find(actorOf(manager), issued.id, 1))!);
const place = () => ({ estimateId: issued.id, number: 1 });
const shown = () => api.app.get(EstimateVersions).showToClient(actorOf(manager), place());

async function renameEverything(): Promise<void> {
  const { body: company } = await owner.get<object>('/company');
  const told = { legalName: 'ООО «Другая»', proposalTerms: 'Без гарантий', warrantyMonthsWork: 1 };
  const { logo: _, ...profile } = Object.assign(company, told) as unknown as Record<string, unknown>;
  expect((await owner.send('PATCH', '/company', profile)).status).toBe(200);
  await api.db.owner.query(`update orders set address = 'elsewhere' where id = $1`, [orderId]);
  await api.db.owner.query(
    `update clients set name = 'Somebody else' where id = (select client_id from orders where id = $1)`,
    [orderId],
  );
  await api.db.owner.query(
    `update organizations set name = 'Renamed', timezone = 'Asia/Almaty', measurement_warn_mm = 1 where id = $1`,
    [organization.id],
  );
}

describe('an issued version', () => {
  it('goes on saying what it said of both sides and its conditions, on every page and in every print', async () => {
    const before = [await shown(), await tagOf('contract.pdf'), await tagOf('proposal.pdf'), await hashOfRow()];
    await renameEverything();
    const { body: second } = await manager.send<EstimateDto>('POST', `/estimates/${issued.id}/versions`, {
      version: issued.version,
    });
    await save(second, [roomE4()], { title: 'Another title' });
    const [seen, ...rest] = [
      await shown(),
      await tagOf('contract.pdf'),
      await tagOf('proposal.pdf'),
      await hashOfRow(),
    ];
    expect(seen).toEqual(before[0]);
    expect(rest).toEqual(before.slice(1));
    expect(rest.at(-1)).toBe(issued.contentHash);
    const { body: now } = await manager.get<EstimateDto>(`/estimates/${issued.id}`);
    expect(now).toMatchObject({ title: 'Another title', order: { clientName: 'Somebody else', address: 'elsewhere' } });
  });

  it('is hashed with everything a client is told, but not with what the measurer told the firm', async () => {
    const row = (await api.app.get(EstimatesRepository).find(actorOf(manager), issued.id, 1))!;
    const [room] = row.rooms;
    const presented = row.presented!;
    const others = [
      { presented: { ...presented, company: { ...presented.company, proposalTerms: 'Other' } } },
      { presented: { ...presented, company: { ...presented.company, warrantyMonthsWork: 120 } } },
      { presented: { ...presented, order: { ...presented.order, clientName: 'Other' } } },
      { rule_set_version: 2 },
      { rooms: [{ ...room!, name: 'Other' }] },
      { variants: row.variants.map((variant) => ({ ...variant, toPayMinor: 1 })) },
      {
        variants: row.variants.map((variant) => ({
          ...variant,
          content: { ...variant.content, discountPercent: '1' },
        })),
      },
    ];
    for (const other of others) expect(storedContentHash({ ...row, ...other })).not.toBe(issued.contentHash);
    const reason = [{ ...room!, plan: { ...room!.plan, misclosureReason: 'the wall was hidden' } }] as typeof row.rooms;
    const without = [{ ...room!, plan: { ...room!.plan } }] as typeof row.rooms;
    expect(storedContentHash({ ...row, rooms: reason })).toBe(storedContentHash({ ...row, rooms: without }));
  });

  it('cannot be changed or deleted in the database, by whomever', async () => {
    const version = `(select id from estimate_versions where estimate_id = '${issued.id}')`;
    const attempts = [
      `update estimate_versions set valid_until = '2099-01-01' where id = ${version}`,
      `update estimate_versions set status = 'draft', issued_at = null where id = ${version}`,
      `delete from estimate_versions where id = ${version}`,
      `update estimate_lines set sum_minor = 1 where version_id = ${version}`,
      `delete from estimate_lines where version_id = ${version}`,
      `update estimate_room_measures set subtotal_minor = 1 where version_id = ${version}`,
      `update estimate_rooms set name = 'x' where version_id = ${version}`,
      `update estimate_variants set to_pay_minor = 1 where version_id = ${version}`,
      `insert into estimate_rooms (version_id, id, organization_id, name, sort, shape, spotlights, chandeliers)
       select version_id, gen_random_uuid(), organization_id, name, sort, shape, 0, 0 from estimate_rooms
        where version_id = ${version}`,
    ];
    for (const attempt of attempts) await expect(api.db.owner.query(attempt)).rejects.toMatchObject({ code: '23001' });
    expect(await hashOfRow()).toBe(issued.contentHash);
  });

  it('that was changed behind everybody is not accepted any more', async () => {
    await api.db.owner.query(
      `alter table estimate_lines disable trigger user;
       update estimate_lines set quantity = quantity + 1 where version_id in
         (select id from estimate_versions where estimate_id = '${issued.id}');
       alter table estimate_lines enable trigger user`,
    );
    const versions = api.app.get(EstimateVersions);
    const accepting = api.app.get(Transactions).run(actorOf(manager), async (tx) => {
      const yes = { variantId: issued.currentVariantId, name: 'Anna', at: new Date() };
      await versions.accept(tx, await versions.lock(tx, place()), yes);
    });
    await expect(accepting).rejects.toMatchObject({ code: 'ESTIMATE.CONTENT_DIFFERS' });
  });
});
