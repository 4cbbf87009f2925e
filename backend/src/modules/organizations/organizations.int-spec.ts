import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import { ROLES } from '../../platform/access/index.js';
import type { OrganizationDto } from './dto/organization.dto.js';

const DEFAULTS = { warnMm: 10, warnPercent: 0.3, blockMm: 30, blockPercent: 1 };
const STRICT = { warnMm: 4.5, warnPercent: 0.15, blockMm: 12, blockPercent: 0.55 };

let api: TestApi;
let organization: TestOrganization;
let owner: Person;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner, 'Ceilings');
  owner = await enterAs(api, organization.id, 'owner');
});

const read = async (who: Person) => (await who.get<OrganizationDto>('/organization')).body;
const change = (who: Person, measurementTolerances: unknown, version: unknown = 1) =>
  who.send<OrganizationDto>('PATCH', '/organization', { version, measurementTolerances });

describe('an organization', () => {
  it('is read by every role, with the tolerances it begins with', async () => {
    for (const role of ROLES) {
      expect(await read(await enterAs(api, organization.id, role))).toEqual({
        id: organization.id,
        name: 'Ceilings',
        country: 'RU',
        currency: 'RUB',
        timezone: 'Europe/Moscow',
        measurementTolerances: DEFAULTS,
        version: 1,
      });
    }
  });

  it('keeps its tolerances exactly, with an event and a record of who changed what', async () => {
    const changed = await change(owner, STRICT);
    expect(changed).toMatchObject({ status: 200, body: { measurementTolerances: STRICT, version: 2 } });
    expect(await read(owner)).toEqual(changed.body);
    const { rows: events } = await api.db.owner.query(
      `select type, payload from events where subject_id = $1 and subject_type = 'organization'`,
      [organization.id],
    );
    expect(events).toEqual([{ type: 'organization.updated', payload: { fields: ['measurementTolerances'] } }]);
    const { rows: records } = await api.db.owner.query(
      `select action, actor_user_id, changes from audit_log where entity_id = $1`,
      [organization.id],
    );
    expect(records).toEqual([
      {
        action: 'organization.updated',
        actor_user_id: owner.id,
        changes: { measurementTolerances: { before: DEFAULTS, after: STRICT } },
      },
    ]);
  });

  it('stays at its version when nothing changes', async () => {
    expect(await change(owner, DEFAULTS)).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('is changed by the administrator too, and by nobody else', async () => {
    for (const role of ROLES) {
      const { status, body } = await change(await enterAs(api, organization.id, role), DEFAULTS);
      const may = role === 'owner' || role === 'administrator';
      expect([role, status]).toEqual([role, may ? 200 : 403]);
      if (!may) expect(body).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    }
  });

  it('is closed without a token', async () => {
    expect((await api.anonymous.get('/api/v1/organization')).status).toBe(401);
    expect((await api.anonymous.request('PATCH', '/api/v1/organization', {})).status).toBe(401);
  });

  it('is the own one only: nobody sees or changes another', async () => {
    const stranger = await enterAs(api, (await createOrganization(api.db.owner, 'Others')).id, 'owner');
    await change(stranger, STRICT);
    expect((await read(stranger)).measurementTolerances).toEqual(STRICT);
    expect((await read(owner)).measurementTolerances).toEqual(DEFAULTS);
  });

  it('answers a stale version with the current one and changes nothing', async () => {
    await change(owner, STRICT);
    const stale = await change(owner, DEFAULTS, 1);
    expect(stale).toMatchObject({ status: 409, body: { code: 'ORGANIZATION.CHANGED', current: { version: 2 } } });
    expect((await read(owner)).measurementTolerances).toEqual(STRICT);
  });

  it('lets one of many parallel changes win', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => change(owner, { ...STRICT, blockMm: 50 + index })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter(({ status }) => status !== 200)) {
      expect([status, body]).toMatchObject([409, { current: { version: 2 } }]);
    }
  });

  it.each<[string, object, string[]]>([
    ['a warning later than the refusal', { warnMm: 31 }, ['measurementTolerances.warnMm WARNING_ABOVE_BLOCK']],
    ['a percentage later too', { warnPercent: 1.01 }, ['measurementTolerances.warnPercent WARNING_ABOVE_BLOCK']],
    ['nothing tolerated', { warnMm: 0 }, ['measurementTolerances.warnMm MIN']],
    ['less than nothing', { blockPercent: -1 }, ['measurementTolerances.blockPercent MIN']],
    ['more than everything', { blockPercent: 100.01 }, ['measurementTolerances.blockPercent MAX']],
    ['hundredths of a millimetre', { blockMm: 30.05 }, ['measurementTolerances.blockMm IS_NUMBER']],
    ['a text', { warnPercent: '0.3' }, ['measurementTolerances.warnPercent IS_NUMBER']],
    ['a field nobody knows', { warn: 1 }, ['measurementTolerances.warn UNKNOWN_FIELD']],
  ])('refuses %s', async (_, given, problems) => {
    const { status, body } = await owner.send('PATCH', '/organization', {
      version: 1,
      measurementTolerances: { ...DEFAULTS, ...given },
    });
    expect(status).toBe(422);
    const named = body.invalidParams?.map(({ path, code }) => `${path} ${code}`);
    expect(named).toEqual(expect.arrayContaining(problems));
    expect(await read(owner)).toMatchObject({ measurementTolerances: DEFAULTS, version: 1 });
  });

  it('refuses a change without a version or tolerances', async () => {
    const { status, body } = await owner.send('PATCH', '/organization', {});
    expect(status).toBe(422);
    expect(body.invalidParams?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['version', 'measurementTolerances']),
    );
  });
});
