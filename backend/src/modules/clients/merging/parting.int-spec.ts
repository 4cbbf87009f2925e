import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import type { ClientDto } from '../dto/client.dto.js';
import { HANGING } from './hanging.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let tagIds: string[];
let made = 0;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
  const owner = await enterAs(api, organization.id, 'owner');
  await owner.send('POST', '/custom-fields', { subject: 'client', name: 'note', type: 'text' });
  tagIds = await Promise.all(
    ['a', 'b'].map(async (name) => (await manager.send<{ id: string }>('POST', '/tags', { name })).body.id),
  );
});
afterAll(() => api.close());

interface Content {
  readonly name: string;
  readonly source: string | null;
  readonly note: string | null;
  readonly emails: readonly string[];
  readonly streets: readonly string[];
  readonly tags: readonly number[];
  readonly sharesPhone: boolean;
  readonly orders: number;
  readonly consents: number;
}

const few = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: values.length });
const content: fc.Arbitrary<Content> = fc.record({
  name: fc.constantFrom('Ann', 'Anna'),
  source: fc.constantFrom('Site', 'Call', null),
  note: fc.constantFrom('x', 'y', null),
  emails: few('a@test.invalid', 'b@test.invalid', 'c@test.invalid'),
  streets: few('Lime 1', 'Lime 2'),
  tags: fc.uniqueArray(fc.constantFrom(0, 1), { maxLength: 2 }),
  sharesPhone: fc.boolean(),
  orders: fc.integer({ min: 0, max: 1 }),
  consents: fc.integer({ min: 0, max: 1 }),
});

/** What people do to the client that is left. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    part: fc.constantFrom('name', 'source', 'comment'),
    value: fc.constantFrom('New', 'Newer'),
  }),
  fc.record({ kind: fc.constant('note' as const), value: fc.constantFrom('z', null) }),
  fc.record({
    kind: fc.constant('emails' as const),
    emails: few('a@test.invalid', 'b@test.invalid', 'new@test.invalid'),
  }),
  fc.record({ kind: fc.constant('streets' as const), streets: few('Lime 1', 'New 5') }),
  fc.record({ kind: fc.constant('phone' as const), keep: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constantFrom('order' as const, 'consent' as const, 'withdraw' as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
const choices = fc.dictionary(fc.constantFrom('name', 'source', 'fields.note'), fc.constantFrom('mine', 'theirs'), {
  noNullPrototype: true,
});

const nextPhone = () => `+7906000${String(++made).padStart(4, '0')}`;
const get = async (id: string): Promise<ClientDto> => (await manager.get<ClientDto>(`/clients/${id}`)).body;
const send = async <T>(path: string, body: object, method: 'POST' | 'PATCH' = 'POST'): Promise<T> => {
  const answer = await manager.send<T>(method, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.raw}`);
  return answer.body;
};
const consent = (id: string) =>
  send<ClientDto>(`/clients/${id}/consents`, { channel: 'phone', basis: 'b', proof: 'p' });

async function create(given: Content, shared: string): Promise<ClientDto> {
  const phones = [{ number: nextPhone() }, ...(given.sharesPhone ? [{ number: shared }] : [])];
  const { id } = await send<ClientDto>('/clients', {
    name: given.name,
    phones,
    sharedPhones: [shared],
    emails: given.emails,
    addresses: given.streets.map((text) => ({ text })),
    tagIds: given.tags.map((index) => tagIds[index]),
    source: given.source,
    fields: { note: given.note },
  });
  for (let index = 0; index < given.orders; index++) await createOrder(api.db.owner, organization, { clientId: id });
  for (let index = 0; index < given.consents; index++) await consent(id);
  return get(id);
}

async function apply(id: string, what: Change): Promise<void> {
  const { version, phones, consents } = await get(id);
  const patch = (parts: object) => send(`/clients/${id}`, { version, ...parts }, 'PATCH');
  if (what.kind === 'set') await patch({ [what.part]: what.value });
  else if (what.kind === 'note') await patch({ fields: { note: what.value } });
  else if (what.kind === 'emails') await patch({ emails: what.emails });
  else if (what.kind === 'streets')
    await patch({ addresses: what.streets.map((text) => ({ text, label: 'Changed' })) });
  else if (what.kind === 'phone') {
    const kept = phones.slice(0, what.keep).map(({ number }) => ({ number, label: 'Changed' }));
    await patch({ phones: [...kept, { number: nextPhone() }] });
  } else if (what.kind === 'order') await createOrder(api.db.owner, organization, { clientId: id });
  else if (what.kind === 'consent') await consent(id);
  else {
    const open = consents.find(({ withdrawnAt }) => withdrawnAt === null);
    if (open) await send(`/consents/${open.id}/withdraw`, {});
  }
}

/** Ids of everything that hangs on a client, by table. */
async function hangingOn(id: string): Promise<Record<string, string[]>> {
  const hanging: Record<string, string[]> = {};
  for (const { table, column } of HANGING) {
    const { rows } = await api.db.owner.query<{ id: string }>(
      `select id from ${table} where ${column} = $1 order by id`,
      [id],
    );
    hanging[`${table}.${column}`] = rows.map((row) => row.id);
  }
  return hanging;
}

/** What a person sees of a client, without what any change leaves behind. */
const seen = ({ version: _v, updatedAt: _u, ...rest }: ClientDto) => rest;

async function mergedPair(first: Content, second: Content, fields: object) {
  const shared = nextPhone();
  const [one, other] = [await create(first, shared), await create(second, shared)];
  const before = [await hangingOn(one.id), await hangingOn(other.id)] as const;
  const merge = { version: one.version, otherId: other.id, otherVersion: other.version, fields };
  const merged = await send<ClientDto>(`/clients/${one.id}/merge`, merge);
  const [{ id: mergeId } = { id: '' }] = (await manager.get<{ items: { id: string }[] }>(`/clients/${one.id}/merges`))
    .body.items;
  return { one, other, before, merged, undo: () => send<ClientDto>(`/client-merges/${mergeId}/undo`, {}) };
}

describe('a merge that is taken back', () => {
  it('leaves both exactly as they were', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, choices, async (first, second, fields) => {
        const { one, other, before, merged, undo } = await mergedPair(first, second, fields);
        expect(new Set(merged.emails)).toEqual(new Set([...one.emails, ...other.emails]));
        expect(seen(await undo())).toEqual(seen(other));
        expect(seen(await get(one.id))).toEqual(seen(one));
        expect([await hangingOn(one.id), await hangingOn(other.id)]).toEqual(before);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('loses nothing that was there, changed or added since', async () => {
    const changes = fc.array(change, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(content, content, choices, changes, async (first, second, fields, done) => {
        const { one, other, before, merged, undo } = await mergedPair(first, second, fields);
        for (const what of done) await apply(one.id, what);
        const [now, rowsNow] = [await get(one.id), await hangingOn(one.id)];
        const back = await undo();
        const [left, rowsLeft, rowsBack] = [await get(one.id), await hangingOn(one.id), await hangingOn(other.id)];

        // The other one has everything again, its own row as it was, and nothing of what came later.
        expect(rowsBack).toEqual(before[1]);
        for (const part of ['name', 'source', 'comment', 'fields', 'tags'] as const)
          expect(back[part]).toEqual(other[part]);
        expect(new Set(back.emails)).toEqual(new Set(other.emails));
        expect(back.phones.map(({ number }) => number).sort()).toEqual(other.phones.map(({ number }) => number).sort());
        // The one that is left keeps what it has now, but for the rows of the other.
        for (const [reference, ids] of Object.entries(rowsNow)) {
          const kept = ids.filter((id) => !before[1][reference]?.includes(id));
          expect(rowsLeft[reference]).toEqual(expect.arrayContaining(kept));
        }
        for (const part of ['name', 'source', 'comment'] as const) {
          expect(left[part]).toBe(now[part] === merged[part] ? one[part] : now[part]);
        }
        const note = ({ fields: own }: ClientDto) => own['note'] ?? null;
        expect(note(left)).toBe(note(now) === note(merged) ? note(one) : note(now));
        // A consent that was withdrawn stays withdrawn, whoever's it is.
        const withdrawn = now.consents.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id);
        const after = [...left.consents, ...back.consents].filter(({ withdrawnAt }) => withdrawnAt !== null);
        expect(after.map(({ id }) => id).sort()).toEqual(withdrawn.sort());
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
