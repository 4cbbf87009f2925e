import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import type { RoomInput, RoomShape } from '@smet/estimating';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { draftOf, room, roomE1, SHAPES } from '../../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { priceNomenclature } from '../../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import type { EstimateDto } from '../dto/estimate.dto.js';

/** Both diagonals measured, BD 38 mm too long. */
const CROOKED: RoomShape = {
  schemaVersion: 1,
  kind: 'triangulated',
  sidesMm: [3820, 2960, 3780, 2985],
  diagonalsMm: [
    { from: 0, to: 2, lengthMm: 4825 },
    { from: 1, to: 3, lengthMm: 4862 },
  ],
};
const NASTY = `Зал <script>alert("1")</script> & 'co'`;
const REASON = 'Мерили в обход шкафа <b>"на глаз"</b> & второпях';

const gamma = room(SHAPES.E2, {
  name: NASTY,
  plan: { schemaVersion: 1, objects: [{ id: 'lamp', kind: 'spotlight', atMm: { x: 1000, y: 1000 } }] },
});
const crooked = room(CROOKED, { plan: { schemaVersion: 1, misclosureReason: REASON } });
const base = room({ schemaVersion: 1, kind: 'rectangle', sidesMm: [6000, 4500] });
const level: RoomInput = {
  ...roomE1(),
  name: 'Level',
  shape: { schemaVersion: 1, kind: 'rectangle', sidesMm: [3600, 2400] },
  plan: { schemaVersion: 1, inset: { roomId: base.id, atMm: { x: 1200, y: 1050 }, turnDeg: 0 } },
};

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let estimate: EstimateDto;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
  const { id } = await createOrder(api.db.owner, organization);
  const { body } = await manager.send<EstimateDto>('POST', `/orders/${id}/estimates`, {});
  const draft = draftOf([gamma, crooked, base, level]);
  const saved = await manager.send<EstimateDto>('PUT', `/estimates/${body.id}`, { version: 1, draft });
  expect(saved.status).toBe(200);
  estimate = saved.body;
});
afterAll(() => api.close());

const pathOf = (of: RoomInput, query = '') => `/estimates/${estimate.id}/rooms/${of.id}/drawing.svg${query}`;

async function draw(of: RoomInput, query = '', headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/api/v1${pathOf(of, query)}`, {
    headers: { ...manager.authorization, ...headers },
  });
  return { status: response.status, headers: response.headers, svg: await response.text() };
}

/** Tags closed in their order, entities for what is not markup: good enough to open anywhere. */
function assertWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<]*")*)(\/?)>/g,
    (_, closing, name: string, _attributes, single) => {
      if (closing) expect(open.pop()).toBe(name);
      else if (!single) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('the drawing of a room', () => {
  it('is a picture with its letters and lengths', async () => {
    const { status, headers, svg } = await draw(gamma, '?width=640&height=480');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    assertWellFormed(svg);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="640" height="480"/);
    const texts = textsOf(svg);
    expect(texts).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D', 'E', 'F']));
    expect(texts).toEqual(expect.arrayContaining(['500', '300', '200', '150', '450']));
  });

  it('can run nothing, whatever the room is called', async () => {
    const { headers, svg } = await draw(gamma);
    expect(headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(svg).not.toMatch(/<script|<b>|href|on[a-z]+=/i);
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;');
  });

  it('says how far the readings disagree, and why they were taken all the same', async () => {
    const { svg } = await draw(crooked, '?width=1200&height=800');
    assertWellFormed(svg);
    const caption = textsOf(svg).filter((text) => text?.includes(' '));
    expect(caption[0]).toMatch(/^Невязка 3,\d см \(0,\d+ %\)/);
    expect(caption[1]).toBe(
      'Принято несмотря на невязку: Мерили в обход шкафа &lt;b&gt;&quot;на глаз&quot;&lt;/b&gt; &amp; второпях',
    );
    expect(textsOf((await draw(gamma)).svg).join()).not.toContain('Невязка');
  });

  it('is content with what the organization is content with', async () => {
    const owner = await enterAs(api, organization.id, 'owner');
    const tolerances = (version: number, blockMm: number, warnMm: number) =>
      owner.send('PATCH', '/organization', {
        version,
        measurementTolerances: { warnMm, warnPercent: 2, blockMm, blockPercent: 5 },
      });
    const before = await draw(crooked);
    await tolerances(1, 100, 50);
    const after = await draw(crooked);
    expect(textsOf(after.svg).join()).not.toContain('Невязка');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    await tolerances(2, 30, 10);
    expect((await draw(crooked)).svg).toContain('Невязка');
  });

  it('shows a level in its base', async () => {
    const { svg } = await draw(base);
    const { svg: alone } = await draw(level);
    expect(svg.match(/stroke-dasharray/g)?.length ?? 0).toBeGreaterThan(alone.match(/stroke-dasharray/g)?.length ?? 0);
  });

  it('shows what was asked for only', async () => {
    const { svg: figure } = await draw(gamma, '?layers=');
    expect(textsOf(figure)).toEqual([]);
    const { svg: labels } = await draw(gamma, '?layers=labels');
    const { svg: lamps } = await draw(gamma, '?layers=labels,objects');
    expect(lamps.length).toBeGreaterThan(labels.length);
    const { svg: canvas } = await draw(gamma, '?layers=labels,canvas');
    expect(canvas).toContain('fill-opacity');
    expect((await draw(gamma, '?theme=dark')).svg).not.toBe((await draw(gamma)).svg);
  });

  it('is kept by the browser alone, which asks whether it is still the same', async () => {
    const { headers } = await draw(gamma);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const etag = headers.get('etag') ?? '';
    const again = await draw(gamma, '', { 'if-none-match': `"other", W/${etag}` });
    expect(again).toMatchObject({ status: 304, svg: '' });
    expect(again.headers.get('etag')).toBe(etag);
    expect((await draw(gamma, '?width=500', { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('who may see it', () => {
  it('nobody without a token, and no role that reads no estimates', async () => {
    expect((await api.anonymous.get(`/api/v1${pathOf(gamma)}`)).status).toBe(401);
    expect((await (await enterAs(api, organization.id, 'operator')).get(pathOf(gamma))).status).toBe(403);
  });

  it('not another organization, and not a measurer of other orders', async () => {
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    const measurer = await enterAs(api, organization.id, 'measurer');
    for (const who of [stranger, measurer]) {
      expect(await who.get(pathOf(gamma))).toMatchObject({ status: 404, body: { code: 'ESTIMATE.NOT_FOUND' } });
    }
  });

  it('a version as it was, whatever was changed in the next one', async () => {
    const order = await createOrder(api.db.owner, organization);
    const { body: empty } = await manager.send<EstimateDto>('POST', `/orders/${order.id}/estimates`, {});
    const change = async (method: 'PUT' | 'POST', path: string, given: object) =>
      (await manager.send<EstimateDto>(method, `/estimates/${empty.id}${path}`, given)).body;
    const first = await change('PUT', '', { version: empty.version, draft: draftOf([gamma]) });
    const issued = await change('POST', '/issue', { version: first.version });
    const begun = await change('POST', '/versions', { version: issued.version });
    await change('PUT', '', { version: begun.version, draft: draftOf([{ ...gamma, name: 'Another room' }]) });
    const drawn = async (version: string) => {
      const url = `${api.url}/api/v1/estimates/${empty.id}${version}/rooms/${gamma.id}/drawing.svg`;
      return (await fetch(url, { headers: manager.authorization })).text();
    };
    expect(await drawn('')).toContain('Another room');
    expect(await drawn('/versions/2')).toContain('Another room');
    expect(await drawn('/versions/1')).toContain('Зал');
    expect(await drawn('/versions/1')).not.toContain('Another room');
    expect((await manager.get(`/estimates/${empty.id}/versions/3/rooms/${gamma.id}/drawing.svg`)).status).toBe(404);
  });

  it('no room that is not in the estimate', async () => {
    const other = { ...gamma, id: newId() };
    expect(await manager.get(pathOf(other))).toMatchObject({ status: 404, body: { code: 'ESTIMATE.ROOM_NOT_FOUND' } });
    expect((await manager.get(`/estimates/${estimate.id}/rooms/x/drawing.svg`)).status).toBe(404);
  });

  it.each([
    ['width=15', 'width MIN'],
    ['height=4001', 'height MAX'],
    ['width=wide', 'width IS_INT'],
    ['theme=pink', 'theme IS_IN'],
    ['layers=labels,walls', 'layers IS_IN'],
    ['layers=labels,labels', 'layers ARRAY_UNIQUE'],
    ['colour=red', 'colour UNKNOWN_FIELD'],
  ])('refuses %s', async (query, problem) => {
    const { status, body } = await manager.get(pathOf(gamma, `?${query}`));
    expect(status).toBe(422);
    expect(body.invalidParams?.map(({ path, code }) => `${path} ${code}`)).toContain(problem);
  });
});
