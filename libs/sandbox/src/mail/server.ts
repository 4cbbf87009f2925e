import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import type { SMTPServer } from 'smtp-server';
import { ControlError } from '../web/own-origin.js';
import { MailFaults } from './faults.js';
import { Mailbox } from './mailbox.js';
import { registerPage } from './page.js';
import { registerControl } from './routes.js';
import { createSmtpServer } from './smtp.js';

export interface MailCatcherOptions {
  /** 0 takes a free port. */
  readonly smtpPort: number;
  /** Of the page and the switches; 0 takes a free port. */
  readonly httpPort: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Letters are only taken after this sign-in; without, from anybody. */
  readonly credentials?: { readonly user: string; readonly password: string };
  /** Offers STARTTLS with a certificate that nobody vouches for. */
  readonly selfSigned?: boolean;
}

export interface MailCatcher {
  /** `smtp://host:port`, without credentials. */
  readonly smtpUrl: string;
  /** Of the page; without a trailing slash. */
  readonly url: string;
  readonly mailbox: Mailbox;
  readonly faults: MailFaults;
  /** Cuts open connections. */
  close(): Promise<void>;
}

/** Starts a catcher of letters: a real SMTP server and a page. Rejects with the listen error (EADDRINUSE). */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const host = options.host ?? '127.0.0.1';
  const mailbox = new Mailbox();
  const faults = new MailFaults();
  const { credentials = null, selfSigned = false } = options;
  const smtp = createSmtpServer({ mailbox, faults, credentials, selfSigned });
  const app = openHttp(mailbox, faults);
  await listen(smtp, options.smtpPort, host);
  try {
    await app.listen({ port: options.httpPort, host });
  } catch (error) {
    await closeSmtp(smtp);
    throw error;
  }
  return {
    smtpUrl: `smtp://${host}:${portOf(smtp.server)}`,
    url: `http://${host}:${portOf(app.server)}`,
    mailbox,
    faults,
    close: async () => {
      await app.close();
      await closeSmtp(smtp);
    },
  };
}

function openHttp(mailbox: Mailbox, faults: MailFaults) {
  const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
  // The page's only form has nothing in it.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  registerControl(app, mailbox, faults);
  registerPage(app, mailbox);
  app.setErrorHandler((error, _request, reply) => {
    const refused = error instanceof ControlError;
    if (!refused) console.error('mail catcher:', error);
    return reply.code(refused ? 400 : statusOf(error)).send({ message: error instanceof Error ? error.message : '' });
  });
  return app;
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

async function listen(smtp: SMTPServer, port: number, host: string): Promise<void> {
  await Promise.race([
    once(smtp.listen(port, host), 'listening'),
    once(smtp, 'error').then(([error]) => Promise.reject(error as Error)),
  ]);
}

const closeSmtp = (smtp: SMTPServer): Promise<void> => new Promise((resolve) => smtp.close(resolve));

function portOf(server: { address(): AddressInfo | string | null }): number {
  return (server.address() as AddressInfo).port;
}
