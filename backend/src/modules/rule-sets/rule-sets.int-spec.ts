import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ruleSetR1, type RuleSet } from '@smet/estimating';
import { createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type ProblemBody, type TestApi } from '../../../test/support/index.js';
import { actorOf, enterAs, type Person } from '../../../test/support/people.js';
import { ROLES } from '../../platform/access/index.js';
import type { RuleSetDto, RuleSetPageDto } from './dto/rule-set.dto.js';
import { RuleSets } from './rule-sets.service.js';

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

const current = async (who: Person) => (await who.get<RuleSetDto>('/rule-sets/current')).body;
const replace = (who: Person, document: unknown, version: unknown = 1) =>
  who.send<RuleSetDto & ProblemBody>('PUT', '/rule-sets/current', { version, document });
/** The same rules with a finer rounding of areas, so that it can be told which version one has. */
const finer = (areaM2: string): RuleSet => ({ ...ruleSetR1, steps: { ...ruleSetR1.steps, areaM2 } });

describe('the rules of an organization', () => {
  it('begin as those of the library, stored as version 1 however many ask first', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => current(owner)));
    for (const answer of answers) {
      expect(answer).toMatchObject({ id: 'R1', version: 1, createdBy: null, document: ruleSetR1 });
    }
    const { rows } = await api.db.owner.query(`select version from rule_sets where organization_id = $1`, [
      organization.id,
    ]);
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('become a new version with each change, and every version stays readable as it was', async () => {
    const second = await replace(owner, finer('0.1'));
    expect(second).toMatchObject({ status: 200, body: { id: 'R1', version: 2, createdBy: { name: owner.name } } });
    await replace(owner, finer('0.5'), 2);
    const step = async (version: number | string) =>
      (await owner.get<RuleSetDto>(`/rule-sets/${version}`)).body.document.steps.areaM2;
    expect([await step(1), await step(2), await step(3), await step('current')]).toEqual(['0.01', '0.1', '0.5', '0.5']);
    expect((await current(owner)).document).toMatchObject({ id: 'R1', version: 3 });
    const { body } = await owner.get<RuleSetPageDto>('/rule-sets');
    expect(body.items.map(({ version, createdBy }) => [version, createdBy?.id])).toEqual([
      [3, owner.id],
      [2, owner.id],
      [1, undefined],
    ]);
  });

  it('are given to estimates by the version they were made with', async () => {
    await replace(owner, finer('0.1'));
    const rules = api.app.get(RuleSets);
    const actor = actorOf(owner);
    expect((await rules.get(actor, 'R1', 1)).steps.areaM2).toBe('0.01');
    expect((await rules.current(actor)).steps.areaM2).toBe('0.1');
    await replace(owner, finer('0.5'), 2);
    expect((await rules.current(actor)).steps.areaM2).toBe('0.5');
    await expect(rules.get(actor, 'R1', 9)).rejects.toThrow('RULE_SET.NOT_FOUND');
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await rules.get(actorOf(stranger), 'R1', 1)).steps.areaM2).toBe('0.01');
    await expect(rules.get(actorOf(stranger), 'R1', 2)).rejects.toThrow('RULE_SET.NOT_FOUND');
  });

  it('stay at their version when nothing changes, whatever version the document says', async () => {
    expect(await replace(owner, { ...ruleSetR1, version: 7 })).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('are paged, the newest first', async () => {
    for (let version = 1; version < 4; version++) await replace(owner, finer(`0.${version + 1}`), version);
    const versions: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: RuleSetPageDto } = await owner.get(`/rule-sets?limit=2${cursor && `&cursor=${cursor}`}`);
      versions.push(...body.items.map(({ version }) => version));
      cursor = body.nextCursor;
    }
    expect(versions).toEqual([4, 3, 2, 1]);
    expect((await owner.get('/rule-sets?cursor=nonsense')).status).toBe(422);
  });

  it('leave an event and a record of who changed them', async () => {
    await replace(owner, finer('0.1'));
    const { rows: events } = await api.db.owner.query(`select type, payload from events where subject_id = $1`, [
      organization.id,
    ]);
    expect(events).toEqual([{ type: 'rule-set.changed', payload: { ruleSetVersion: 2 } }]);
    const { rows: records } = await api.db.owner.query(
      `select action, actor_user_id, changes from audit_log where entity_id = $1`,
      [organization.id],
    );
    expect(records).toEqual([
      { action: 'rule-set.changed', actor_user_id: owner.id, changes: { ruleSetVersion: { before: 1, after: 2 } } },
    ]);
  });

  it('are read by those who work with estimates and changed by owner and administrator', async () => {
    for (const role of ROLES) {
      const person = await enterAs(api, organization.id, role);
      const reads = ['operator', 'workshop', 'installer'].includes(role) ? 403 : 200;
      const writes = role === 'owner' || role === 'administrator' ? 200 : 403;
      for (const path of ['', '/current', '/1']) {
        expect([role, (await person.get(`/rule-sets${path}`)).status]).toEqual([role, reads]);
      }
      expect([role, (await replace(person, ruleSetR1)).status]).toEqual([role, writes]);
    }
    expect((await api.anonymous.get('/api/v1/rule-sets/current')).status).toBe(401);
    expect((await api.anonymous.request('PUT', '/api/v1/rule-sets/current', {})).status).toBe(401);
  });

  it('are those of one organization only', async () => {
    await replace(owner, finer('0.1'));
    const stranger = await enterAs(api, (await createOrganization(api.db.owner, 'Others')).id, 'owner');
    expect((await stranger.get('/rule-sets/2')).status).toBe(404);
    expect((await current(stranger)).version).toBe(1);
    expect((await replace(stranger, finer('0.5'))).body.version).toBe(2);
    expect((await current(owner)).document.steps.areaM2).toBe('0.1');
  });

  it.each(['0', '99', 'x', '1.5', '-1', '99999999999'])('answer 404 for version %s', async (version) => {
    await current(owner);
    expect(await owner.get(`/rule-sets/${version}`)).toMatchObject({
      status: 404,
      body: { code: 'RULE_SET.NOT_FOUND' },
    });
  });

  it('answer a stale version with the current one and change nothing', async () => {
    await replace(owner, finer('0.1'));
    const stale = await replace(owner, finer('0.5'), 1);
    expect(stale).toMatchObject({ status: 409, body: { code: 'RULE_SET.CHANGED', current: { version: 2 } } });
    expect((await current(owner)).document.steps.areaM2).toBe('0.1');
  });

  it('let one of many parallel changes win', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => replace(owner, finer(`0.${index + 2}`))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await current(owner)).version).toBe(2);
  });

  it.each<[string, unknown]>([
    ['no document', undefined],
    ['a text', 'rules'],
    ['an array', []],
    ['a document without lines', { ...ruleSetR1, lines: undefined }],
  ])('refuse %s', async (_, document) => {
    expect((await replace(owner, document)).status).toBe(422);
    expect((await replace(owner, ruleSetR1, 'one')).status).toBe(422);
    expect((await current(owner)).version).toBe(1);
  });

  it('say where a formula is wrong, to the character', async () => {
    const lines = ruleSetR1.lines.map((line, index) => (index === 1 ? { ...line, quantity: 'area * aera' } : line));
    const { status, body } = await replace(owner, { ...ruleSetR1, lines });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'RULE_SET.INVALID',
      invalidParams: [
        {
          path: 'document.lines.1.quantity',
          code: 'FORMULA_INVALID',
          params: { formulaCode: 'UNKNOWN_NAME', at: 7, length: 4, nearest: 'area' },
        },
      ],
    });
  });

  it.each<[string, object, string]>([
    ['a field nobody knows', { motto: 'a' }, 'document.motto UNKNOWN_FIELD'],
    ['a line twice', { lines: [ruleSetR1.lines[0], ruleSetR1.lines[0]] }, 'document.lines.1.key DUPLICATE'],
    ['no name', { title: '' }, 'document.title TEXT_INVALID'],
  ])('refuse %s by its place', async (_, given, problem) => {
    const { status, body } = await replace(owner, { ...ruleSetR1, ...given });
    expect(status).toBe(422);
    expect(body.invalidParams?.map(({ path, code }) => `${path} ${code}`)).toContain(problem);
  });

  it('cannot be rewritten or removed by the application', async () => {
    await current(owner);
    const app = await api.db.dataSource();
    for (const statement of [`update rule_sets set title = 'x'`, 'delete from rule_sets']) {
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    }
  });
});
