import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { CONNECT_MS, SILENCE_MS } from './limits.js';
import type { SmtpProblem } from './errors.js';
import type { SmtpServer } from './server-url.js';

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly message: Buffer;
}

/** One connection for one letter; resolves with the problem, or null when the server has taken the letter. */
export function converse(server: SmtpServer, envelope: Envelope, totalMs: number): Promise<SmtpProblem | null> {
  return new Promise((resolve) => {
    const letter = new Letter(envelope.message);
    const connection = new SMTPConnection(connectionOptions(server));
    const end = (error: unknown): void => {
      clearTimeout(timer);
      if (error) connection.close();
      else connection.quit();
      resolve(error ? problemOf(error, letter.handedOver) : null);
    };
    const timer = setTimeout(() => end({ code: 'ETIMEDOUT' }), totalMs);
    connection.on('error', end);
    connection.connect((refusal) => {
      if (refusal) return end(refusal);
      signIn(connection, server, (refused) => {
        if (refused) return end(refused);
        const { from, to, message } = envelope;
        connection.send({ from, to: [to], size: message.byteLength }, letter, (error) => end(error));
      });
    });
  });
}

function connectionOptions({ host, port, tls }: SmtpServer): SMTPConnection.Options {
  return {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    maxResponseSize: 64 * 1024,
    logger: false,
  };
}

function signIn(connection: SMTPConnection, server: SmtpServer, done: (error: unknown) => void): void {
  if (server.credentials === null) return done(null);
  const { user, password } = server.credentials;
  connection.login({ user, pass: password }, (error) => done(error));
}

/** Knows when it has been read to its end: from then on the other side may have it whole. */
class Letter extends Readable {
  handedOver = false;

  constructor(private readonly bytes: Buffer) {
    super();
  }

  override _read(): void {
    this.handedOver = true;
    this.push(this.bytes);
    this.push(null);
  }
}

/** Codes only; the error's message and reply stay behind. */
function problemOf(error: unknown, handedOver: boolean): SmtpProblem {
  const read = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : null;
  const text = (name: string): string | null => {
    const value = read(name);
    return typeof value === 'string' ? value : null;
  };
  const replyCode = read('responseCode');
  return {
    code: text('code') ?? 'UNKNOWN',
    systemCode: text('originalCode'),
    replyCode: typeof replyCode === 'number' ? replyCode : null,
    enhancedCode: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text('response') ?? '')?.[1] ?? null,
    command: text('command') ?? '',
    handedOver,
  };
}
