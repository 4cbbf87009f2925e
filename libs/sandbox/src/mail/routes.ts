import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assertOwnOrigin, ControlError } from '../web/own-origin.js';
import type { MailFault, MailFaults } from './faults.js';
import type { CaughtMail, Mailbox } from './mailbox.js';

const FAULT_KEYS = new Set(['effect', 'status', 'at', 'to', 'times']);

/** `/_sandbox/…`: the same things the handle offers, for a test in another process. */
export function registerControl(app: FastifyInstance, mailbox: Mailbox, faults: MailFaults): void {
  app.get('/_sandbox/messages', (request) => {
    const { to } = request.query as { to?: string };
    return { messages: mailbox.list(to).map(viewOf) };
  });
  app.get('/_sandbox/messages/:id', (request) => viewOf(mailOf(mailbox, request)));
  app.get('/_sandbox/messages/:id/raw', (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(mailOf(mailbox, request).raw),
  );
  app.delete('/_sandbox/messages', (request) => {
    assertOwnOrigin(request);
    mailbox.clear();
    return { messages: [] };
  });
  app.get('/_sandbox/faults', () => ({ rules: faults.rules }));
  app.post('/_sandbox/faults', (request) => {
    assertOwnOrigin(request);
    const { rules } = (request.body ?? {}) as { rules?: unknown };
    if (!Array.isArray(rules)) throw new ControlError('rules must be an array');
    for (const rule of rules.map((one: unknown) => checkFault(one))) faults.add(rule);
    return { rules: faults.rules };
  });
  app.delete('/_sandbox/faults', (request) => {
    assertOwnOrigin(request);
    faults.clear();
    return { rules: [] };
  });
}

/** The letter of the address, or a ControlError with its reason. */
export function mailOf(mailbox: Mailbox, request: FastifyRequest): CaughtMail {
  const letter = mailbox.find(Number((request.params as { id: string }).id));
  if (!letter) throw new ControlError('Такого письма нет');
  return letter;
}

/** Attachments with their bytes in base64. */
function viewOf({ raw, attachments, ...letter }: CaughtMail): unknown {
  return {
    ...letter,
    bytes: raw.byteLength,
    attachments: attachments.map(({ content, ...rest }) => ({
      ...rest,
      bytes: content.byteLength,
      contentBase64: Buffer.from(content).toString('base64'),
    })),
  };
}

/** Throws ControlError before anything is changed. */
export function checkFault(value: unknown): MailFault {
  if (typeof value !== 'object' || value === null) throw new ControlError('a rule must be an object');
  const rule = value as Record<string, unknown>;
  const unknown = Object.keys(rule).find((key) => !FAULT_KEYS.has(key));
  if (unknown !== undefined) throw new ControlError(`rule.${unknown} is unknown`);
  const { effect, status, at, to, times } = rule;
  if (effect !== 'status' && effect !== 'drop' && effect !== 'silence')
    throw new ControlError('rule.effect must be status, drop or silence');
  if (effect === 'status' && !isWhole(status, 400, 599)) throw new ControlError('rule.status must be 400…599');
  if (at !== undefined && at !== 'recipient' && at !== 'message') {
    throw new ControlError('rule.at must be recipient or message');
  }
  if (to !== undefined && typeof to !== 'string') throw new ControlError('rule.to must be a string');
  if (times !== undefined && !isWhole(times, 1, 1_000_000)) throw new ControlError('rule.times must be from 1');
  return value as MailFault;
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}
