import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Mailbox, startMailCatcher, type MailCatcher } from './index.js';

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 0, httpPort: 0 });
});
afterAll(() => catcher?.close());
afterEach(() => {
  catcher.mailbox.clear();
  catcher.faults.clear();
});

const raw = (subject: string, body: string) =>
  Buffer.from(`Subject: ${subject}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}\r\n`);
const put = (subject: string, body = '<p>Hi</p>', to = 'anna@client.example') =>
  catcher.mailbox.add({ from: 'office@firm.example', to: [to], raw: raw(subject, body) });
const order = (rules: unknown[], headers: Record<string, string> = {}) =>
  fetch(`${catcher.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ rules }),
  });

describe('the catcher', () => {
  it('lists letters newest first, by address in any case, and forgets them when told', async () => {
    await put('One');
    await put('Two', '<p>Hi</p>', 'Boris@Client.example');
    const list = async (query = '') => {
      const answer = await fetch(`${catcher.url}/_sandbox/messages${query}`);
      const { messages } = (await answer.json()) as { messages: { subject: string }[] };
      return messages.map(({ subject }) => subject);
    };
    expect(await list()).toEqual(['Two', 'One']);
    expect(await list('?to=boris@client.example')).toEqual(['Two']);
    await fetch(`${catcher.url}/_sandbox/messages`, { method: 'DELETE' });
    expect(await list()).toEqual([]);
  });

  it('shows a letter so that nothing in it can run or reach out', async () => {
    await put('<img src=x onerror=alert(1)>', '<script>alert(1)</script><p>Hi</p>');
    const { id } = catcher.mailbox.list()[0]!;
    const page = await fetch(`${catcher.url}/messages/${id}`);
    expect(await page.text()).not.toContain('<img');
    const frame = await fetch(`${catcher.url}/messages/${id}/html`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox /);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
  });

  it('keeps only the last ones', async () => {
    const box = new Mailbox(2);
    for (const subject of ['One', 'Two', 'Three']) await box.add({ from: '', to: [], raw: raw(subject, '') });
    expect(box.list().map(({ subject }) => subject)).toEqual(['Three', 'Two']);
  });

  it('takes orders from its own page and tests only, whole or not at all', async () => {
    expect((await order([{ effect: 'drop' }], { origin: 'https://evil.example' })).status).toBe(400);
    expect((await order([{ effect: 'drop' }, { effect: 'status', status: 200 }])).status).toBe(400);
    expect(catcher.faults.rules).toEqual([]);
    expect((await order([{ effect: 'status', status: 451, times: 2 }])).status).toBe(200);
    expect(catcher.faults.rules).toHaveLength(1);
  });
});
