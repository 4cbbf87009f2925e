import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { EventStream, startApi, type TestApi } from '../../../../test/support/index.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import { Upkeep } from '../../../platform/jobs/upkeep.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import type { PresenceDto } from '../dto/presence.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let owner: Person;
let estimate: EstimateDto;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
  owner = await enterAs(api, organization.id, 'owner');
  const { id } = await createOrder(api.db.owner, organization);
  estimate = (await manager.send<EstimateDto>('POST', `/orders/${id}/estimates`, {})).body;
});
afterAll(() => api.close());

const beat = (who: Person, id = estimate.id) => who.send<PresenceDto>('PUT', `/estimates/${id}/presence`, {});
const silent = (who: Person, age: string) =>
  api.db.owner.query(`update estimate_presence set seen_at = now() - $2::interval where user_id = $1`, [who.id, age]);

describe('who has an estimate open', () => {
  it('is everybody else who was there lately; they are told at once when somebody comes', async () => {
    expect((await beat(manager)).body).toEqual({ others: [] });
    const stream = await EventStream.open(`${api.url}/api/v1/live`, manager.authorization);
    try {
      expect((await beat(owner)).body.others).toEqual([{ userId: manager.id, name: manager.name }]);
      expect(await stream.next()).toEqual({
        event: 'change',
        data: { type: 'estimate.entered', subjectType: 'estimate-presence', subjectId: estimate.id },
      });
      expect((await beat(manager)).body.others).toEqual([{ userId: owner.id, name: owner.name }]);
      // Another tab of the same person is nobody else, and staying is no news.
      await beat(owner);
      expect((await beat(owner)).body.others).toHaveLength(1);
      await silent(owner, '1 minute');
      expect((await beat(manager)).body.others).toEqual([]);
      await beat(owner);
      await stream.next(() => stream.events.length > 1);
      expect(stream.events).toHaveLength(2);
    } finally {
      stream.close();
    }
  });

  it('leaves no trace in the history, and none at all after a day', async () => {
    const { rows } = await api.db.owner.query(`select type from events where type = 'estimate.entered'`);
    expect(rows).toEqual([]);
    await beat(manager);
    await silent(owner, '25 hours');
    await api.app.get(Upkeep).run();
    const left = await api.db.owner.query(`select user_id from estimate_presence`);
    expect(left.rows).toEqual([{ user_id: manager.id }]);
  });

  it('is nobody’s business who may not see it', async () => {
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    const measurer = await enterAs(api, organization.id, 'measurer');
    for (const who of [stranger, measurer]) expect((await beat(who)).status).toBe(404);
    expect((await beat(manager, organization.id)).status).toBe(404);
    expect((await beat(await enterAs(api, organization.id, 'operator'))).status).toBe(403);
  });
});
