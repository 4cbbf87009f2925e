import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailFaults } from './faults.js';
import type { Mailbox } from './mailbox.js';

const MOST_BYTES = 30 * 1024 * 1024;

export interface SmtpParts {
  readonly mailbox: Mailbox;
  readonly faults: MailFaults;
  /** Letters are only taken after this sign-in; null takes them from anybody. */
  readonly credentials: { readonly user: string; readonly password: string } | null;
  /** STARTTLS with the certificate smtp-server carries. */
  readonly selfSigned: boolean;
}

/** An error that smtp-server answers with the code given. */
function reply(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** The way in for letters; plain unless asked otherwise, because nothing leaves this machine. */
export function createSmtpServer({ mailbox, faults, credentials, selfSigned }: SmtpParts): SMTPServer {
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    name: 'mail-catcher',
    logger: false,
    disabledCommands: [...(credentials === null ? ['AUTH'] : []), ...(selfSigned ? [] : ['STARTTLS'])],
    allowInsecureAuth: true,
    authOptional: credentials === null,
    disableReverseLookup: true,
    size: MOST_BYTES,
    closeTimeout: 200,
    onAuth: ({ username, password }, _session, done) => {
      const known = username === credentials?.user && password === credentials?.password;
      done(known ? null : reply(535, '5.7.8 Sign-in refused'), { user: username });
    },
    onRcptTo: ({ address }, _session, done) => {
      const fault = faults.take('recipient', [address]);
      done(fault ? reply(fault.status ?? 451, 'As ordered') : null);
    },
    onData: (stream, session, done) => {
      takeMessage({ stream, session, mailbox }, faults).then((failure) => {
        if (failure === 'drop') sockets.get(session.remotePort)?.destroy();
        else if (failure !== 'silence') done(failure);
      }, done);
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  // A client that disappears in the middle is what it is here for.
  server.on('error', (error) => console.error('mail catcher:', error.message));
  return server;
}

interface Arrival {
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
  readonly mailbox: Mailbox;
}

async function takeMessage(
  { stream, session, mailbox }: Arrival,
  faults: MailFaults,
): Promise<Error | 'drop' | 'silence' | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) return reply(552, '5.3.4 Message too big');
  const { mailFrom, rcptTo } = session.envelope;
  const to = rcptTo.map(({ address }) => address);
  const fault = faults.take('message', to);
  if (fault?.effect === 'drop') return 'drop';
  if (fault?.effect === 'status') return reply(fault.status ?? 451, 'As ordered');
  await mailbox.add({ from: mailFrom === false ? '' : mailFrom.address, to, raw: Buffer.concat(chunks) });
  return fault ? 'silence' : null;
}
