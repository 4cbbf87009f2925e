import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createOrganization } from '../../../test/builders.js';
import {
  EventStream,
  MailStand,
  ShiftedClock,
  startApi,
  startWorker,
  until,
  type TestApi,
  type TestWorker,
} from '../../../test/support/index.js';
import { enterAs } from '../../../test/support/people.js';
import { Upkeep } from '../../platform/jobs/upkeep.js';
import { ProposingFirm, type Offer } from '../../../test/support/proposals.js';
import type { ProposalAcceptanceDto, ProposalDto } from './dto/proposal.dto.js';
import type { ProposalLinksDto } from './dto/proposal-link.dto.js';

const SIGNATURE = {
  width: 300,
  height: 150,
  strokes: [
    [10, 10, 120, 90, 200, 20],
    [40, 60, 90, 60],
  ],
};
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Refusal {
  readonly code: string;
  readonly current?: unknown;
  readonly invalidParams?: { path: string; code: string; params?: { left: number } }[];
}
type Answered = ProposalAcceptanceDto & Refusal;

let stand: MailStand;
let clock: ShiftedClock;
let api: TestApi;
let worker: TestWorker;
let firm: ProposingFirm;
beforeAll(async () => {
  stand = await MailStand.start();
  clock = new ShiftedClock();
  api = await startApi({ env: stand.env, clock });
  worker = await startWorker(api.db, { env: stand.env });
  firm = await ProposingFirm.start(api);
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await stand?.close();
});
// Everybody here comes from one address.
afterEach(() => api.db.owner.query('delete from rate_limit_counters'));

let clients = 0;
const somebody = () => `client${++clients}@home.example`;
const page = ({ token }: Offer) => `/api/v1/public/proposals/${token}`;
const see = async (offer: Offer) => (await api.anonymous.get<ProposalDto>(page(offer))).body;
const accept = (offer: Offer, given: object = {}) =>
  api.anonymous.post<Answered>(`${page(offer)}/acceptances`, {
    variantId: offer.variantIds[0],
    contentHash: offer.contentHash,
    name: 'Anna Ivanova',
    ...given,
  });
const sign = (offer: Offer, given: object = {}) => accept(offer, { signature: SIGNATURE, ...given });
const askCode = (offer: Offer, email: string, variantId: string = offer.variantIds[0]) =>
  api.anonymous.post<Refusal>(`${page(offer)}/codes`, { variantId, email });
async function codeFor(offer: Offer, email = somebody(), variantId: string = offer.variantIds[0]): Promise<string> {
  const before = stand.lettersTo(email).length;
  expect((await askCode(offer, email, variantId)).status).toBe(200);
  await until(() => stand.lettersTo(email).length > before, 'the letter with the code');
  return /\b\d{6}\b/.exec(stand.lettersTo(email)[0]?.text ?? '')?.[0] ?? '';
}
const other = (code: string) => (code === '000000' ? '000001' : '000000');
const acceptances = async ({ estimateId }: Offer) =>
  (
    await api.db.owner.query<Record<string, unknown>>(
      `select a.*, w.number, w.content_hash as stored_hash, w.accepted_variant_id
         from proposal_acceptances a join estimate_versions w on w.id = a.version_id where w.estimate_id = $1`,
      [estimateId],
    )
  ).rows;
const orderOf = async ({ orderId }: Offer) =>
  (
    await api.db.owner.query<{ stage_id: string; total_minor: string }>(
      `select stage_id, total_minor from orders where id = $1`,
      [orderId],
    )
  ).rows[0];

describe('a yes', () => {
  it('by code: the version, the sum and the stage of the order follow, and everybody hears of it', async () => {
    const offer = await firm.offer();
    const [, better] = offer.variantIds;
    const stream = await EventStream.open(`${api.url}/api/v1/live`, firm.manager.authorization);
    const email = somebody();
    const answer = await accept(offer, { variantId: better, code: await codeFor(offer, email, better) });
    expect(answer).toMatchObject({ status: 200, body: { variantId: better, name: 'Anna Ivanova', method: 'code' } });
    await stream.next(({ data }) => data['type'] === 'proposal.accepted' && data['subjectId'] === offer.estimateId);
    stream.close();

    const shown = await see(offer);
    expect(shown).toMatchObject({ state: 'accepted', acceptance: answer.body });
    const toPay = shown.variants.find(({ id }) => id === better)?.toPayMinor;
    expect(await orderOf(offer)).toEqual({ stage_id: firm.contractStageId, total_minor: String(toPay) });
    expect(await acceptances(offer)).toMatchObject([
      {
        variant_id: better,
        accepted_variant_id: better,
        content_hash: offer.contentHash,
        method: 'code',
        email,
        address: '127.0.0.1',
      },
    ]);
    const toManager = await until(
      () => stand.lettersTo(firm.manager.email).find(({ text }) => text.includes(offer.estimateId)),
      'the letter to the manager',
    );
    expect(toManager.subject).toContain(`№ ${offer.orderNumber}`);
    const copy = await until(() => stand.lettersTo(email).find(({ text }) => text.includes(offer.url)), 'the copy');
    expect(copy.text).toContain('Better');
    const { body } = await firm.manager.get<ProposalLinksDto>(`/estimates/${offer.estimateId}/links`);
    expect(body.items[0]?.acceptance).toMatchObject({ variantName: 'Better', method: 'code', email });
  });

  it('by a drawn signature is kept as numbers, not as a picture', async () => {
    const offer = await firm.offer();
    expect(await sign(offer)).toMatchObject({ status: 200, body: { method: 'signature' } });
    expect(await acceptances(offer)).toMatchObject([{ method: 'signature', signature: SIGNATURE, email: null }]);
  });

  it('never takes an order back', async () => {
    const offer = await firm.offer();
    await api.db.owner.query('update orders set stage_id = $2 where id = $1', [
      offer.orderId,
      firm.organization.stages.won,
    ]);
    expect((await sign(offer)).status).toBe(200);
    expect((await orderOf(offer))?.stage_id).toBe(firm.organization.stages.won);
  });

  it('said thirty times at once is one, and everybody gets the same answer', async () => {
    const offer = await firm.offer();
    const answers = await Promise.all(Array.from({ length: 30 }, () => sign(offer)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.acceptedAt}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await acceptances(offer)).toHaveLength(1);
    const { rows } = await api.db.owner.query(
      `select from events where type = 'proposal.accepted' and subject_id = $1`,
      [offer.estimateId],
    );
    expect(rows).toHaveLength(1);
  });

  it('to another variant, or through another link, comes too late', async () => {
    const offer = await firm.offer();
    const link = await firm.manager.send<{ url: string }>('POST', `/estimates/${offer.estimateId}/links`, {
      number: 1,
    });
    const second = { ...offer, token: link.body.url.split('/p/')[1] ?? '' };
    await sign(offer);
    const late = {
      status: 409,
      body: { code: 'PROPOSAL.ACCEPTED_ALREADY', current: { variantId: offer.variantIds[0] } },
    };
    expect(await sign(offer, { variantId: offer.variantIds[1] })).toMatchObject(late);
    expect(await sign(second)).toMatchObject(late);
    expect(await askCode(offer, somebody())).toMatchObject({ status: 409 });
  });
});

describe('exactly what was seen', () => {
  it('is accepted: another hash, another variant and a past offer are refused', async () => {
    const [offer, lapsing] = [
      await firm.offer(),
      // Tomorrow in UTC is not over yet anywhere.
      await firm.offer({ validUntil: new Date(clock.now().getTime() + DAY_MS).toISOString().slice(0, 10) }),
    ];
    expect(await sign(offer, { contentHash: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'PROPOSAL.CONTENT_DIFFERS' },
    });
    expect(await sign(offer, { variantId: lapsing.variantIds[0] })).toMatchObject({
      status: 422,
      body: { code: 'PROPOSAL.VARIANT_UNKNOWN' },
    });
    clock.advance(3 * DAY_MS);
    expect(await sign(lapsing)).toMatchObject({ status: 409, body: { code: 'PROPOSAL.LAPSED' } });
    expect((await see(lapsing)).state).toBe('lapsed');
    expect(await acceptances(offer)).toEqual([]);
  });

  it('is not the old version once a new one was issued', async () => {
    const offer = await firm.offer();
    await firm.issueNewVersion(offer.estimateId);
    expect(await sign(offer)).toMatchObject({
      status: 409,
      body: { code: 'PROPOSAL.SUPERSEDED', current: { number: 2 } },
    });
    expect((await see(offer)).state).toBe('superseded');
    expect((await askCode(offer, somebody())).status).toBe(409);
  });

  it('holds when a new version is issued, or edited, in the same moment', async () => {
    for (let round = 0; round < 6; round++) {
      const offer = await firm.offer();
      const isIssuing = round % 2 === 0;
      const change = isIssuing ? firm.issueNewVersion(offer.estimateId) : firm.beginVersion(offer.estimateId);
      const [answer] = await Promise.all([sign(offer), change]);
      const stored = await acceptances(offer);
      if (answer.status === 200) {
        expect(stored).toMatchObject([{ number: 1, content_hash: offer.contentHash, stored_hash: offer.contentHash }]);
      } else {
        expect([isIssuing, answer.body.code, stored]).toEqual([true, 'PROPOSAL.SUPERSEDED', []]);
      }
    }
  });

  it('cannot be reached through a link that was revoked in the same moment', async () => {
    const offer = await firm.offer();
    await fetch(`${api.url}/api/v1/links/${offer.linkId}`, { method: 'DELETE', headers: firm.manager.authorization });
    expect(await sign(offer)).toMatchObject({ status: 410, body: { code: 'PROPOSAL.REVOKED' } });
  });
});

describe('a code', () => {
  it('stops being tried after five wrong ones, the right one too', async () => {
    const offer = await firm.offer();
    const code = await codeFor(offer);
    const left: unknown[] = [];
    for (let attempt = 0; attempt < 5; attempt++) {
      const refused = await accept(offer, { code: other(code) });
      left.push([refused.status, refused.body.invalidParams?.[0]?.params?.left]);
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map((count) => [422, count]));
    expect(await accept(offer, { code })).toMatchObject({ status: 422, body: { code: 'PROPOSAL.CODE_OVER' } });
    expect(await acceptances(offer)).toEqual([]);
  });

  it('cannot be guessed by trying many at once', async () => {
    const offer = await firm.offer();
    const code = await codeFor(offer);
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(offer, { code: other(code) })));
    expect(answers.filter(({ body }) => body.code === 'PROPOSAL.CODE_WRONG')).toHaveLength(5);
    expect(await acceptances(offer)).toEqual([]);
  });

  it('is for its own link and variant, for ten minutes, and the last one only', async () => {
    const [offer, neighbour] = [await firm.offer(), await firm.offer()];
    const email = somebody();
    const first = await codeFor(offer, email);
    expect((await accept(neighbour, { code: first })).body.code).toBe('PROPOSAL.CODE_OVER');
    expect((await accept(offer, { code: first, variantId: offer.variantIds[1] })).body.code).toBe(
      'PROPOSAL.CODE_WRONG',
    );
    expect(await askCode(offer, email)).toMatchObject({ status: 429, body: { code: 'PROPOSAL.CODE_TOO_EARLY' } });
    clock.advance(61_000);
    const second = await codeFor(offer, email);
    expect((await accept(offer, { code: first })).status).toBe(first === second ? 200 : 422);
    clock.advance(10 * MINUTE_MS);
    expect((await accept(offer, { code: second })).body.code).toBe('PROPOSAL.CODE_OVER');
  });

  it('goes to the address of the link or of the client, to another only when the link has none', async () => {
    const [invited, open] = [await firm.offer({ email: 'known@home.example' }), await firm.offer()];
    await api.db.owner.query(
      `insert into client_emails (id, organization_id, client_id, email)
       select $2, organization_id, client_id, 'Wife@home.example' from orders where id = $1`,
      [invited.orderId, newId()],
    );
    expect(await askCode(invited, somebody())).toMatchObject({
      status: 422,
      body: { code: 'PROPOSAL.EMAIL_OTHER' },
    });
    expect((await accept(invited, { code: await codeFor(invited, 'wife@home.example') })).status).toBe(200);
    expect((await accept(open, { code: await codeFor(open) })).status).toBe(200);
    expect(await acceptances(invited)).toMatchObject([{ email_source: 'client' }]);
    expect(await acceptances(open)).toMatchObject([{ email_source: 'visitor' }]);
    const told = ({ estimateId }: Offer) =>
      until(
        () => stand.lettersTo(firm.manager.email).find(({ text }) => text.includes(estimateId))?.text,
        'the letter to the manager',
      );
    expect(await told(invited)).not.toContain('назвал сам');
    expect(await told(open)).toContain('назвал сам');
  });

  it('leaves nothing behind when its time is over', async () => {
    const offer = await firm.offer();
    await codeFor(offer);
    const codes = async () =>
      (await api.db.owner.query(`select from proposal_codes where link_id = $1`, [offer.linkId])).rowCount;
    await api.app.get(Upkeep).run();
    expect(await codes()).toBe(1);
    await api.db.owner.query(`update proposal_codes set expires_at = now() - interval '1 second' where link_id = $1`, [
      offer.linkId,
    ]);
    await api.app.get(Upkeep).run();
    expect(await codes()).toBe(0);
  });

  it('is not sent without end', async () => {
    const offer = await firm.offer();
    const statuses: number[] = [];
    for (let asked = 0; asked < 8; asked++) {
      statuses.push((await askCode(offer, somebody())).status);
      clock.advance(61_000);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  });
});

describe('what is sent', () => {
  it.each<[string, object, string]>([
    ['neither code nor signature', {}, 'PROPOSAL.METHOD_MISSING'],
    ['both', { code: '123456', signature: SIGNATURE }, 'PROPOSAL.METHOD_MISSING'],
    ['no name', { name: ' ', signature: SIGNATURE }, 'REQUEST.INVALID'],
    ['a code that is none', { code: '12345' }, 'REQUEST.INVALID'],
    [
      'a slip of the finger',
      { signature: { ...SIGNATURE, strokes: [[10, 10, 12, 12]] } },
      'PROPOSAL.SIGNATURE_INVALID',
    ],
    ['a point outside', { signature: { ...SIGNATURE, strokes: [[10, 10, 900, 12]] } }, 'PROPOSAL.SIGNATURE_INVALID'],
    ['half a point', { signature: { ...SIGNATURE, strokes: [[10, 10, 90]] } }, 'PROPOSAL.SIGNATURE_INVALID'],
    ['text in it', { signature: { ...SIGNATURE, strokes: [['<svg>', 10, 90, 90]] } }, 'PROPOSAL.SIGNATURE_INVALID'],
    [
      'ink without end',
      { signature: { ...SIGNATURE, strokes: [Array<number>(20_000).fill(7)] } },
      'PROPOSAL.SIGNATURE_INVALID',
    ],
  ])('is refused with %s', async (_, given, code) => {
    const offer = await firm.offer();
    expect(await accept(offer, given)).toMatchObject({ status: 422, body: { code } });
  });

  it('reaches nothing of another organization', async () => {
    const offer = await firm.offer();
    const theirs = await ProposingFirm.start(api);
    const foreign = await theirs.offer();
    const [room] = (await see(foreign)).rooms;
    expect((await fetch(`${api.url}${page(offer)}/rooms/${room?.id}/drawing.svg`)).status).toBe(404);
    expect(await sign(offer, { variantId: foreign.variantIds[0] })).toMatchObject({ status: 422 });
    expect(await sign(offer, { contentHash: foreign.contentHash })).toMatchObject({ status: 409 });
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await stranger.get(`/estimates/${offer.estimateId}/links`)).status).toBe(404);
  });
});

it('the logs hold neither token nor code nor address', async () => {
  const offer = await firm.offer();
  const email = somebody();
  const code = await codeFor(offer, email);
  await accept(offer, { code: other(code) });
  await accept(offer, { code, unexpected: code });
  await api.anonymous.post(`${page(offer)}/questions`, { name: 'Anna', text: `my code is ${code}` });
  await api.db.owner.query('alter table proposal_views rename to proposal_views_gone');
  expect((await api.anonymous.post(`${page(offer)}/views`)).status).toBe(500);
  await api.db.owner.query('alter table proposal_views_gone rename to proposal_views');
  expect((await accept(offer, { code })).status).toBe(200);
  await until(() => stand.lettersTo(email).some(({ text }) => text.includes(offer.token)), 'the copy');
  const text = api.logs.text() + worker.logs.text();
  expect(text).toContain('/api/v1/public/proposals/:token/acceptances');
  for (const secret of [offer.token, `"${code}"`, ` ${code}`, email]) expect(text).not.toContain(secret);
  const { rows } = await api.db.owner.query<{ text: string }>(
    `select coalesce(string_agg(t, ''), '') as text from (
       select payload::text as t from events union all select changes::text from audit_log) journal`,
  );
  for (const secret of [offer.token, email]) expect(rows[0]?.text).not.toContain(secret);
});
