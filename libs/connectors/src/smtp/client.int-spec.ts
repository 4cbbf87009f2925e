import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailCatcher, type MailCatcher } from '@smet/sandbox/mail';
import { createSmtpClient, parseSmtpUrl, type MailMessage, type SmtpClient, type SmtpServer } from './index.js';

const PASSWORD = 'p@ss word/7';
const FROM = { name: 'Потолки, Нева', address: 'office@firm.example' };

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 0, httpPort: 0, credentials: { user: 'office', password: PASSWORD } });
});
afterAll(() => catcher?.close());
afterEach(() => {
  catcher.faults.clear();
  catcher.mailbox.clear();
});

function serverOf(password = PASSWORD): SmtpServer {
  const url = catcher.smtpUrl.replace('smtp://', `smtp://office:${encodeURIComponent(password)}@`);
  const server = parseSmtpUrl(url);
  if (!server) throw new Error('unreadable address');
  return server;
}

const client = (server = serverOf()): SmtpClient => createSmtpClient({ server, from: FROM, totalTimeoutMs: 5_000 });

const letter = (changes: Partial<MailMessage> = {}): MailMessage => ({
  to: 'anna@client.example',
  subject: 'Смета на потолок №12 — 45 000 ₽',
  text: 'Здравствуйте!\n\nВаша смета готова.',
  messageId: '<letter-1@firm.example>',
  ...changes,
});

describe('a letter', () => {
  it('arrives as it was written: Cyrillic, both bodies, our Message-ID, the same bytes attached', async () => {
    const content = new Uint8Array(randomBytes(200_000));
    const attachments = [{ filename: 'Смета №12.pdf', content, contentType: 'application/pdf' }];
    const sent = await client().send(letter({ html: '<p>Ваша <b>смета</b></p>', attachments }));
    expect(sent).toEqual({ kind: 'ok', value: null });
    const [caught] = catcher.mailbox.list('anna@client.example');
    expect(caught).toMatchObject({
      from: 'office@firm.example',
      to: ['anna@client.example'],
      subject: 'Смета на потолок №12 — 45 000 ₽',
      messageId: '<letter-1@firm.example>',
    });
    expect(caught?.text.trim()).toBe('Здравствуйте!\n\nВаша смета готова.');
    expect(caught?.html).toContain('<b>смета</b>');
    expect(caught?.attachments[0]).toMatchObject({ filename: 'Смета №12.pdf', contentType: 'application/pdf' });
    expect(Buffer.compare(caught!.attachments[0]!.content, content)).toBe(0);
  });

  it.each([
    ['a soft hyphen', 'Уют\u00ADдом'],
    ['an emoji of several parts', 'Семья 👩‍🔧🏳️‍🌈'],
    ['a letter of a script written from the right', 'דירה\u200F 12'],
    ['a letter newer than we are', 'Знак \u{3FFF0}'],
  ])('arrives with %s in its subject and the name of a file', async (_what, name) => {
    const attachments = [{ filename: `${name}.pdf`, content: new Uint8Array(1), contentType: 'application/pdf' }];
    expect(await client().send(letter({ subject: name, attachments }))).toEqual({ kind: 'ok', value: null });
    const [caught] = catcher.mailbox.list();
    expect([caught?.subject, caught?.attachments[0]?.filename]).toEqual([name, `${name}.pdf`]);
  });

  it.each([
    ['a zero', '\u0000'],
    ['a control of the second set', '\u0085'],
    ['a separator of lines', '\u2028'],
    ['a separator of paragraphs', '\u2029'],
    ['half a letter', '\ud83d'],
  ])('is not sent with %s in its subject or the name of a file', async (_what, odd) => {
    const attachments = [{ filename: `a${odd}.pdf`, content: new Uint8Array(1), contentType: 'application/pdf' }];
    const invalid = { kind: 'bug', code: 'MESSAGE_INVALID' };
    expect(await client().send(letter({ subject: `Смета${odd}` }))).toMatchObject(invalid);
    expect(await client().send(letter({ attachments }))).toMatchObject(invalid);
    expect(catcher.mailbox.list()).toEqual([]);
  });

  it.each([
    ['of 450', { effect: 'status', status: 450 }, { kind: 'retry', code: 'SMTP_450', outcomeKnown: true }],
    [
      'of 451 after the text',
      { effect: 'status', status: 451, at: 'message' },
      { kind: 'retry', code: 'SMTP_451', outcomeKnown: true },
    ],
    ['of an unknown person', { effect: 'status', status: 550 }, { kind: 'rejected', code: 'RECIPIENT_REFUSED' }],
    [
      'of a text taken for spam',
      { effect: 'status', status: 554, at: 'message' },
      { kind: 'rejected', code: 'MESSAGE_REFUSED' },
    ],
    [
      'of a text too large',
      { effect: 'status', status: 552, at: 'message' },
      { kind: 'rejected', code: 'MESSAGE_TOO_LARGE' },
    ],
    [
      'of a connection lost at the end',
      { effect: 'drop' },
      { kind: 'retry', code: 'UNREACHABLE', outcomeKnown: false },
    ],
  ] as const)('tells the case %s', async (_case, fault, expected) => {
    catcher.faults.add({ ...fault });
    const outcome = await client().send(letter());
    expect(outcome).toMatchObject(expected);
    if (outcome.kind === 'retry') expect(outcome.afterMs).toBeGreaterThan(0);
    expect(catcher.mailbox.list()).toEqual([]);
    expect(await client().send(letter())).toEqual({ kind: 'ok', value: null });
  });

  it('is not taken with a wrong password, which nobody is told', async () => {
    const outcome = await client(serverOf('wrong-hunter2')).send(letter());
    expect(outcome).toEqual({ kind: 'reauthorize', code: 'CREDENTIALS_REFUSED' });
    expect(catcher.mailbox.list()).toEqual([]);
  });

  it('is not said in the clear where TLS is required', async () => {
    const outcome = await client({ ...serverOf(), tls: 'starttls' }).send(letter());
    expect(outcome).toMatchObject({ kind: 'retry', code: 'TLS_UNAVAILABLE', outcomeKnown: true });
    expect(catcher.mailbox.list()).toEqual([]);
  });

  it('is not said to a server whose certificate nobody vouches for', async () => {
    const stranger = await startMailCatcher({ smtpPort: 0, httpPort: 0, selfSigned: true });
    const server: SmtpServer = { ...parseSmtpUrl(stranger.smtpUrl)!, tls: 'starttls' };
    const outcome = await client(server).send(letter());
    const caught = stranger.mailbox.list();
    await stranger.close();
    expect([outcome, caught]).toEqual([expect.objectContaining({ kind: 'retry', code: 'CERTIFICATE' }), []]);
  });

  it.each([
    ['subject', { subject: 'Смета\r\nBcc: everybody@evil.example' }, { kind: 'bug', code: 'MESSAGE_INVALID' }],
    ['Message-ID', { messageId: '<a@b>\r\nBcc: <e@evil.example>' }, { kind: 'bug', code: 'MESSAGE_INVALID' }],
    [
      'name of a file',
      { attachments: [{ filename: 'a"\r\nX: y', content: new Uint8Array(1), contentType: 'text/plain' }] },
      { kind: 'bug', code: 'MESSAGE_INVALID' },
    ],
    [
      'type of a file',
      { attachments: [{ filename: 'a', content: new Uint8Array(1), contentType: 'text/plain\r\nX: y' }] },
      { kind: 'bug', code: 'MESSAGE_INVALID' },
    ],
    [
      'address',
      { to: 'anna@client.example\r\nRCPT TO:<e@evil.example>' },
      { kind: 'rejected', code: 'ADDRESS_INVALID' },
    ],
    ['list of addresses', { to: 'anna@client.example, e@evil.example' }, { kind: 'rejected', code: 'ADDRESS_INVALID' }],
  ])('makes no header out of its %s', async (_where, changes, expected) => {
    expect(await client().send(letter(changes))).toMatchObject(expected);
    expect(catcher.mailbox.list()).toEqual([]);
  });

  it('larger than anybody takes is refused before it is sent', async () => {
    const content = new Uint8Array(15 * 1024 * 1024);
    const attachments = [{ filename: 'plan.bin', content, contentType: 'application/octet-stream' }];
    expect(await client().send(letter({ attachments }))).toMatchObject({ kind: 'rejected', code: 'MESSAGE_TOO_LARGE' });
  });
});

describe('a server', () => {
  const LOCAL: SmtpServer = { host: '127.0.0.1', port: 0, tls: 'none', credentials: null };

  /** The port of a server that only says the line given to everybody who comes. */
  async function saying(line: string, work: (port: number) => Promise<void>): Promise<void> {
    const server = createServer((socket) => socket.on('error', () => socket.destroy()).write(line));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await work(typeof address === 'object' && address ? address.port : 0);
    await new Promise((resolve) => server.close(resolve));
  }

  it('that is not there is asked again later', async () => {
    let closed = 0;
    await saying('', (port) => Promise.resolve(void (closed = port)));
    const outcome = await client({ ...LOCAL, port: closed }).send(letter());
    expect(outcome).toMatchObject({ kind: 'retry', code: 'UNREACHABLE', outcomeKnown: true });
  });

  it('that does not talk to us at all is a matter for a person', async () => {
    await saying('554 no\r\n', async (port) => {
      expect(await client({ ...LOCAL, port }).send(letter())).toEqual({ kind: 'blocked', code: 'SERVER_REFUSES_US' });
    });
  });

  it('that says nothing is given up in time', async () => {
    await saying('', async (port) => {
      const patient = createSmtpClient({ server: { ...LOCAL, port }, from: FROM, totalTimeoutMs: 100 });
      expect(await patient.send(letter())).toMatchObject({ kind: 'retry', code: 'TIMEOUT', outcomeKnown: true });
    });
  });
});
