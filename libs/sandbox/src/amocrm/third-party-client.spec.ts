import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OAuth, OAuthCode } from '@shevernitskiy/amo';
import { Amo } from '@shevernitskiy/amo';
import { startTest } from '../../test/api.js';
import type { AmocrmSandbox } from './index.js';
import { CEILINGS_PIPELINE_ID } from './index.js';

const HOST = 'demo.amocrm.ru';

/**
 * A client that none of us wrote, against the stand-in: if both were wrong about a shape in the same way, this would
 * notice. It speaks only https to a name, so its `fetch` is led to the stand-in; nothing else is changed. Its error
 * classes do not survive its own build, hence the assertions on messages and on `response`.
 */
describe('a third-party client against the stand-in', () => {
  const realFetch = globalThis.fetch;
  let sandbox: AmocrmSandbox;
  let amo: Amo;

  beforeAll(async () => {
    ({ sandbox } = await startTest());
    globalThis.fetch = (address, init) => realFetch(redirect(address, sandbox.url), init);
    amo = new Amo(HOST, authOf(sandbox.token), { request_delay: 0 });
  });
  afterAll(async () => {
    globalThis.fetch = realFetch;
    await sandbox.close();
  });

  it('reads the account and its parts', async () => {
    const account = await amo.account.getAccount({ with: ['datetime_settings', 'task_types', 'users_groups'] });
    expect(account.name).toBe('Демо Потолки');
    expect(account['_embedded'].datetime_settings.timezone).toBe('Europe/Moscow');
    expect(account['_embedded'].task_types).toHaveLength(2);
  });

  it('reads pipelines and the stages of one', async () => {
    const { _embedded } = await amo.pipeline.getPipelines();
    expect(_embedded.pipelines.map((pipeline) => pipeline.name)).toEqual(['Потолки', 'Сервис']);
    const pipeline = await amo.pipeline.getPipelineById(CEILINGS_PIPELINE_ID);
    expect(pipeline['_embedded'].statuses).toHaveLength(10);
  });

  it('makes a contact and leads of it, changes one and pages to the end', async () => {
    const contacts = await amo.contact.addContacts([
      { name: 'Пробный', custom_fields_values: [phoneField('+70000000001')] },
    ]);
    const contactId = contacts['_embedded'].contacts[0]?.id ?? 0;
    const added = await amo.lead.addLeads(
      ['первая', 'вторая', 'третья', 'четвёртая'].map((name) => ({
        name,
        price: 1000,
        _embedded: { contacts: [{ id: contactId }] },
      })),
    );
    const ids = (added['_embedded'].leads ?? []).map((lead) => lead.id);
    await amo.lead.updateLeadById(ids[0] ?? 0, { price: 2000, status_id: 142 });
    const lead = await amo.lead.getLeadById(ids[0] ?? 0, { with: ['contacts'] });
    expect(lead).toMatchObject({
      price: 2000,
      status_id: 142,
      _embedded: { contacts: [{ id: contactId, is_main: true }] },
    });
    expect(await readAllLeads(amo)).toEqual(ids);
    const found = await amo.contact.getContacts({ query: '70000000001' });
    expect(found['_embedded'].contacts.map((contact) => contact.id)).toEqual([contactId]);
  });

  it('understands a refusal with its paths, and the feed', async () => {
    const refusal = await amo.lead.addLeads([{ status_id: 5 }]).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      response: {
        status: 400,
        'validation-errors': [{ request_id: '0', errors: [{ code: 'NotSupportedChoice', path: 'status_id' }] }],
      },
    });
    const feed = await amo.event.getEvents({ filter: (filter) => filter.single('type', 'lead_status_changed') });
    expect(feed['_embedded'].events).toHaveLength(1);
  });

  it('is told that a wrong token is wrong', async () => {
    const stranger = new Amo(HOST, authOf('stolen'), { request_delay: 0 });
    const refusal = await stranger.account.getAccount().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ response: { status: 401, title: 'Unauthorized' } });
  });
});

function redirect(address: string | URL | Request, to: string): string {
  const asked = address instanceof Request ? address.url : address.toString();
  return asked.replace(`https://${HOST}`, to);
}

/** A pair that never expires, as the client wants it: long-lived tokens are ordinary bearers. */
function authOf(token: string): OAuth & Pick<OAuthCode, 'client_id' | 'client_secret' | 'redirect_uri'> {
  return {
    token_type: 'Bearer',
    access_token: token,
    refresh_token: 'unused',
    expires_in: 86_400,
    expires_at: Number.MAX_SAFE_INTEGER,
    client_id: 'unused',
    client_secret: 'unused',
    redirect_uri: 'unused',
  };
}

/** Pages of two until the client says "204 No Content". */
async function readAllLeads(amo: Amo): Promise<number[]> {
  const ids: number[] = [];
  for (let page = 1; ; page += 1) {
    try {
      const answer = await amo.lead.getLeads({ page, limit: 2 });
      ids.push(...answer['_embedded'].leads.map((lead) => lead.id));
      if (!('next' in answer['_links'])) return ids;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('204 No Content')) return ids;
      throw error;
    }
  }
}

function phoneField(value: string): never {
  return { field_code: 'PHONE', values: [{ value, enum_code: 'WORK' }] } as never;
}
