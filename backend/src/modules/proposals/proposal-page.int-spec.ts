import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { room } from '../../../test/support/drafts.js';
import { enterAs } from '../../../test/support/people.js';
import { ProposingFirm, type Offer } from '../../../test/support/proposals.js';
import type { ProposalDto } from './dto/proposal.dto.js';
import type { ProposalLinksDto } from './dto/proposal-link.dto.js';

const DAY_MS = 86_400_000;
const UNKNOWN = 'A'.repeat(43);

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

const page = (token: string) => `/api/v1/public/proposals/${token}`;
const see = (token: string) => api.anonymous.get<ProposalDto>(page(token));
const linksOf = async ({ estimateId }: Offer) =>
  (await firm.manager.get<ProposalLinksDto>(`/estimates/${estimateId}/links`)).body;
const linkOf = async (offer: Offer) => {
  const [link] = (await linksOf(offer)).items;
  if (!link) throw new Error('no link');
  return link;
};

describe('a proposal', () => {
  it('shows rooms, variants with prices and how to pay, and nothing of what the firm earns', async () => {
    const offer = await firm.offer({ validUntil: '2099-01-31' });
    const { status, headers, body } = await see(offer.token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'open',
      orderNumber: offer.orderNumber,
      address: 'Lesnaya 5',
      number: 1,
      validUntil: '2099-01-31',
      contentHash: offer.contentHash,
      currency: 'RUB',
      acceptance: null,
      codesAvailable: true,
      currentVariantId: offer.variantIds[0],
      rooms: [{ name: 'E1', area: '12', perimeter: '14' }, { name: 'E4' }],
    });
    const [good, better] = body.variants;
    expect([good?.name, good?.discountMinor, better?.name]).toEqual(['Good', 0, 'Better']);
    expect(better?.toPayMinor).toBeLessThan(good?.toPayMinor ?? 0);
    expect(good?.schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(good?.toPayMinor);
    expect(good?.lines.reduce((sum, { sumMinor }) => sum + sumMinor, 0)).toBe(good?.grossMinor);
    expect(JSON.stringify(body)).not.toMatch(/"(cost|margin|dealer|pay|item|code"|explanation|priceBook)/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  it('draws the rooms of its own version only', async () => {
    const [offer, other] = [await firm.offer(), await firm.offer()];
    const [room] = (await see(offer.token)).body.rooms;
    const drawing = (token: string) => fetch(`${api.url}${page(token)}/rooms/${room?.id}/drawing.svg?theme=dark`);
    const drawn = await drawing(offer.token);
    expect(drawn.headers.get('content-type')).toContain('image/svg+xml');
    expect(drawn.headers.get('content-security-policy')).toContain('sandbox');
    expect(await drawn.text()).toContain('<svg');
    expect((await drawing(other.token)).status).toBe(404);
  });

  it('keeps to the firm how far its readings disagree and why they were taken', async () => {
    const reason = 'Хозяин спешил, стена за шкафом';
    const crooked = room(
      {
        schemaVersion: 1,
        kind: 'triangulated',
        sidesMm: [3820, 2960, 3780, 2985],
        diagonalsMm: [
          { from: 0, to: 2, lengthMm: 4825 },
          { from: 1, to: 3, lengthMm: 4862 },
        ],
      },
      { plan: { schemaVersion: 1, misclosureReason: reason } },
    );
    const offer = await firm.offer({ rooms: [crooked] });
    const path = `rooms/${crooked.id}/drawing.svg?width=1200&height=800`;
    const shown = await (await fetch(`${api.url}${page(offer.token)}/${path}`)).text();
    const own = await fetch(`${api.url}/api/v1/estimates/${offer.estimateId}/${path}`, {
      headers: firm.manager.authorization,
    });
    expect(await own.text()).toContain(reason);
    expect(shown).toContain('>382<');
    expect(shown).not.toMatch(/Хозяин|Невязка|Принято/);
    expect(JSON.stringify((await see(offer.token)).body)).not.toContain(reason);
  });

  it('is had as a document that leads back to the page', async () => {
    const offer = await firm.offer();
    const answer = await fetch(`${api.url}${page(offer.token)}/proposal.pdf?variant=${offer.variantIds[1]}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('is printed a few times in a minute, and read all the while', async () => {
    const offer = await firm.offer();
    const print = async () => (await fetch(`${api.url}${page(offer.token)}/proposal.pdf`)).status;
    const statuses: number[] = [];
    for (let asked = 0; asked < 8; asked++) statuses.push(await print());
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    expect((await see(offer.token)).status).toBe(200);
    await api.db.owner.query('delete from rate_limit_counters');
  });

  it('is opened by its token only: unknown, malformed, revoked and expired ones are told apart', async () => {
    const [revoked, expiring] = [
      await firm.offer(),
      await firm.offer({ expiresAt: new Date(clock.now().getTime() + DAY_MS).toISOString() }),
    ];
    for (const token of [UNKNOWN, 'short', '%00', `${revoked.token}x`]) {
      expect(await see(token)).toMatchObject({ status: 404, body: { code: 'PROPOSAL.NOT_FOUND' } });
    }
    const gone = await fetch(`${api.url}/api/v1/links/${revoked.linkId}`, {
      method: 'DELETE',
      headers: firm.manager.authorization,
    });
    expect(gone.status).toBe(204);
    const company = { phone: '' };
    expect(await see(revoked.token)).toMatchObject({
      status: 410,
      body: { code: 'PROPOSAL.REVOKED', current: { company } },
    });
    expect((await see(expiring.token)).status).toBe(200);
    clock.advance(DAY_MS + 1000);
    expect(await see(expiring.token)).toMatchObject({ status: 410, body: { code: 'PROPOSAL.EXPIRED' } });
    const asked = await api.anonymous.post(`${page(expiring.token)}/questions`, { name: 'A', text: 'B' });
    expect(asked.status).toBe(410);
  });

  it('leaves only the hash of its token in the database', async () => {
    const offer = await firm.offer();
    const { rows: tables } = await api.db.owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const { rows } = await api.db.owner.query(`select 1 from ${name} t where t::text like '%' || $1 || '%'`, [
        offer.token,
      ]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('is slowed down for one address that tries tokens', async () => {
    const answers = await Promise.all(Array.from({ length: 320 }, () => see(UNKNOWN)));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    await api.db.owner.query('delete from rate_limit_counters');
  });
});

describe('looks and questions', () => {
  it('counts a look of a browser once in half an hour, and no fetch of a messenger', async () => {
    const offer = await firm.offer();
    await see(offer.token);
    expect((await linkOf(offer)).views.count).toBe(0);
    const look = () => api.anonymous.post(`${page(offer.token)}/views`);
    await Promise.all([look(), look(), look()]);
    expect((await linkOf(offer)).views).toMatchObject({ count: 1, recent: [{ address: '127.0.0.1' }] });
    clock.advance(31 * 60_000);
    expect((await look()).status).toBe(204);
    expect((await linkOf(offer)).views.count).toBe(2);
  });

  it('hands a question to the manager at once: on the screen and by letter', async () => {
    const offer = await firm.offer();
    const stream = await EventStream.open(`${api.url}/api/v1/live`, firm.manager.authorization);
    const asked = await api.anonymous.post(`${page(offer.token)}/questions`, {
      name: 'Ivan <b>',
      text: 'When?\nSoon?',
    });
    expect(asked.status).toBe(204);
    await stream.next(
      ({ data }) => data['type'] === 'proposal.question_asked' && data['subjectId'] === offer.estimateId,
    );
    const letter = await stand.letterTo(firm.manager.email);
    expect(letter.text).toContain('When?');
    expect(letter.html).toContain('Ivan &lt;b&gt;');
    expect((await linkOf(offer)).questions).toMatchObject([{ name: 'Ivan <b>', text: 'When?\nSoon?' }]);
    stream.close();
  });

  it('refuses a question without words or without end', async () => {
    const offer = await firm.offer();
    for (const body of [{ name: 'A' }, { name: '', text: 'B' }, { name: 'A', text: 'x'.repeat(2001) }]) {
      expect((await api.anonymous.post(`${page(offer.token)}/questions`, body)).status).toBe(422);
    }
  });
});

describe('the manager', () => {
  it('sends the link to the client and reads it nowhere again', async () => {
    const offer = await firm.offer({ email: 'client@link.example' });
    expect((await stand.letterTo('client@link.example')).text).toContain(offer.url);
    const list = await linksOf(offer);
    expect(list).toMatchObject({ orderNumber: offer.orderNumber, mailAvailable: true });
    expect(JSON.stringify(list)).not.toContain(offer.token);
  });

  it('takes an invitation back that has not left when its link is revoked', async () => {
    const to = 'slow@link.example';
    stand.catcher.faults.add({ effect: 'status', status: 451, to });
    const offer = await firm.offer({ email: to });
    const waiting = async () =>
      (
        await api.db.owner.query<{ problem_code: string | null }>(
          `select problem_code from letters where key = 'proposal-link:' || $1`,
          [offer.linkId],
        )
      ).rows;
    await until(async () => (await waiting())[0]?.problem_code, 'the first try');
    await fetch(`${api.url}/api/v1/links/${offer.linkId}`, { method: 'DELETE', headers: firm.manager.authorization });
    expect(await waiting()).toEqual([]);
  });

  it('sees why an invitation has not left, and sends it again; one that has left cannot be repeated', async () => {
    const to = 'refused@link.example';
    stand.catcher.faults.add({ effect: 'status', status: 550, to });
    const offer = await firm.offer({ email: to });
    const letter = async () => (await linkOf(offer)).letter;
    await until(async () => (await letter())?.state === 'parked', 'the invitation parked');
    expect((await letter())?.problem).toEqual({ code: 'RECIPIENT_REFUSED', detail: 'SMTP_550' });
    const again = ({ authorization }: { authorization: Record<string, string> } = firm.manager) =>
      fetch(`${api.url}/api/v1/links/${offer.linkId}/letter`, { method: 'POST', headers: authorization });
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await again(stranger)).status).toBe(404);
    expect((await again(await enterAs(api, firm.organization.id, 'installer'))).status).toBe(403);
    stand.catcher.faults.clear();
    expect((await again()).status).toBe(204);
    expect((await stand.letterTo(to)).text).toContain(offer.url);
    await until(async () => (await letter()) === null, 'the invitation gone');
    const late = await again();
    expect([late.status, await late.json()]).toEqual([409, expect.objectContaining({ code: 'PROPOSAL.LETTER_GONE' })]);
  });

  it('makes links to issued versions only, for a year at most', async () => {
    const { estimateId } = await firm.offer();
    const make = (body: object) => firm.manager.send('POST', `/estimates/${estimateId}/links`, body);
    expect(await make({ number: 7 })).toMatchObject({ status: 404, body: { code: 'PROPOSAL.VERSION_NOT_FOUND' } });
    const shown = await firm.manager.get<{ version: number }>(`/estimates/${estimateId}`);
    await firm.manager.send('POST', `/estimates/${estimateId}/versions`, { version: shown.body.version });
    expect(await make({ number: 2 })).toMatchObject({ status: 409, body: { code: 'PROPOSAL.NOT_ISSUED' } });
    for (const expiresAt of [new Date(clock.now().getTime() - 1000), new Date(clock.now().getTime() + 400 * DAY_MS)]) {
      const refused = await make({ number: 1, expiresAt: expiresAt.toISOString() });
      expect(refused).toMatchObject({ status: 422, body: { code: 'PROPOSAL.EXPIRY_INVALID' } });
    }
    expect((await make({ number: 1, email: 'nobody' })).status).toBe(422);
  });

  it('is somebody of the organization who may edit estimates', async () => {
    const { estimateId, linkId } = await firm.offer();
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    const installer = await enterAs(api, firm.organization.id, 'installer');
    const path = `/estimates/${estimateId}/links`;
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.send('POST', path, { number: 1 })).status).toBe(404);
    expect((await installer.get(path)).status).toBe(403);
    const revoke = (headers: Record<string, string>) =>
      fetch(`${api.url}/api/v1/links/${linkId}`, { method: 'DELETE', headers });
    expect((await revoke(stranger.authorization)).status).toBe(404);
    expect((await revoke({})).status).toBe(401);
  });
});
