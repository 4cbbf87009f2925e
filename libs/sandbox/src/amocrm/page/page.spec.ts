import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../../test/api.js';
import { startTest } from '../../../test/api.js';
import type { AmocrmSandbox } from '../index.js';
import { CEILINGS_PIPELINE_ID } from '../index.js';

const MEASURE_DONE = CEILINGS_PIPELINE_ID * 10 + 3;

describe('page of the stand-in', () => {
  let sandbox: AmocrmSandbox;
  let api: Api;
  let leadId: number;

  beforeAll(async () => {
    ({ sandbox, api } = await startTest());
    const made = await api.post('/api/v4/leads/custom_fields', [
      { name: 'Заказ в SMET', type: 'url' },
      { name: 'Ловушка', type: 'url' },
    ]);
    const [link, trap] = made.json['_embedded']?.['custom_fields']?.map((field) => Number(field['id'])) ?? [];
    const contact = await api.create('contacts', {
      name: 'Анна <b>Пробная</b>',
      custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '+70000000001' }] }],
    });
    leadId = await api.create('leads', {
      name: '<script>alert(1)</script>',
      price: 1_234_567,
      _embedded: { contacts: [{ id: contact }], tags: [{ name: '"><img>' }] },
      custom_fields_values: [
        { field_id: link, values: [{ value: 'http://127.0.0.1:3000/orders/7?a=1&b=2' }] },
        { field_id: trap, values: [{ value: 'javascript:alert(1)' }] },
      ],
    });
  });
  afterAll(() => sandbox.close());

  it('shows the lead with its sum, contact and link, everything escaped', async () => {
    const page = await readPage();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<img|<b>/);
    expect(page).toContain('1 234 567 ₽');
    expect(page).toContain('Анна &lt;b&gt;Пробная&lt;/b&gt; · +70000000001');
    expect(page).toContain('href="http://127.0.0.1:3000/orders/7?a=1&amp;b=2"');
    expect(page).not.toContain('href="javascript:');
  });

  it('has the pipelines, the contacts, the journal and the address to connect with', async () => {
    const page = await readPage();
    for (const text of ['Воронка «Потолки»', 'Воронка «Сервис»', 'Контакты', 'Журнал запросов', 'Неполадки']) {
      expect(page).toContain(text);
    }
    expect(page).toContain(`<code>${sandbox.url}</code>`);
    expect(page).toContain('POST /api/v4/leads');
  });

  it('allows nothing to be loaded or run', async () => {
    const policy = (await api.get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('shows a lead at the address amoCRM shows it at', async () => {
    const shown = await fetch(`${sandbox.url}/leads/detail/${leadId}`, { redirect: 'manual' });
    expect([shown.status, shown.headers.get('location')]).toEqual([302, `/#lead-${leadId}`]);
    expect((await api.get('/leads/detail/1')).status).toBe(404);
  });

  it('moves a lead to another stage and goes back to it; the change is seen by the API', async () => {
    const moved = await api.form(`/_sandbox/ui/leads/${leadId}/status`, {
      stage: `${CEILINGS_PIPELINE_ID}:${MEASURE_DONE}`,
    });
    expect([moved.status, moved.headers.get('location')]).toEqual([303, `/#lead-${leadId}`]);
    expect((await api.get(`/api/v4/leads/${leadId}`)).json['status_id']).toBe(MEASURE_DONE);
    expect(sandbox.requests.list({ path: '/_sandbox/**' })).toEqual([]);
  });

  it('refuses a stage that is not there, the incoming one and forms of other sites', async () => {
    const path = `/_sandbox/ui/leads/${leadId}/status`;
    const refused = [
      await api.form(path, { stage: `${CEILINGS_PIPELINE_ID}:5` }),
      await api.form(path, { stage: `${CEILINGS_PIPELINE_ID}:${CEILINGS_PIPELINE_ID * 10}` }),
      await api.form(path, {}),
      await api.form(path, { stage: `${CEILINGS_PIPELINE_ID}:142` }, { Origin: 'http://evil.invalid' }),
    ];
    expect(refused.map((answer) => answer.status)).toEqual([400, 400, 400, 400]);
    expect((await api.get(`/api/v4/leads/${leadId}`)).json['status_id']).toBe(MEASURE_DONE);
  });

  it('switches faults on and off', async () => {
    const fields = { banned: 'on', requestsPerSecond: '0', searchLagMs: '0', rateLimitBody: 'html' };
    await api.form('/_sandbox/ui/faults', fields);
    expect((await api.get('/api/v4/account')).status).toBe(403);
    await api.form('/_sandbox/ui/clear', {});
    await api.form('/_sandbox/ui/rules', { effect: 'status', times: '1', status: '503', delayMs: '0', path: '' });
    expect((await api.get('/api/v4/account')).status).toBe(503);
    expect((await api.get('/api/v4/account')).status).toBe(200);
  });

  async function readPage(): Promise<string> {
    return (await api.get('/')).text;
  }
});
