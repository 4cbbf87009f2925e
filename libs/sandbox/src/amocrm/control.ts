import type { FastifyInstance } from 'fastify';
import { readBody } from './dispatcher.js';
import { isItem } from './api/batch.js';
import type { Item } from './api/batch.js';
import type { FaultRule, Faults, Switches } from './faults.js';
import { FAULT_EFFECTS } from './faults.js';
import type { RequestJournal } from './journal.js';
import { assertOwnOrigin, ControlError } from '../web/own-origin.js';
import { parseQuery, textAt } from './query.js';

const SWITCH_TYPES: Record<keyof Switches, 'boolean' | 'number' | 'string'> = {
  dead: 'boolean',
  banned: 'boolean',
  tokensRevoked: 'boolean',
  paidFilter: 'boolean',
  requestsPerSecond: 'number',
  rateLimitBody: 'string',
  searchLagMs: 'number',
};

const RULE_TYPES: Record<keyof FaultRule, 'boolean' | 'number' | 'string'> = {
  effect: 'string',
  times: 'number',
  method: 'string',
  path: 'string',
  status: 'number',
  body: 'string',
  stored: 'boolean',
  delayMs: 'number',
  retryAfterSeconds: 'number',
};

/** `/_sandbox/faults` and `/_sandbox/requests`: the same things the handle offers, for a test in another process. */
export function registerControl(app: FastifyInstance, faults: Faults, journal: RequestJournal): void {
  const state = (): unknown => ({ switches: faults.switches, rules: faults.rules });
  app.get('/_sandbox/faults', () => state());
  app.post('/_sandbox/faults', (request) => {
    assertOwnOrigin(request);
    order(faults, readBody(request.body).value);
    return state();
  });
  app.delete('/_sandbox/faults', (request) => {
    assertOwnOrigin(request);
    faults.clear();
    return state();
  });
  app.get('/_sandbox/requests', (request) => {
    const query = parseQuery(request.url.split('?')[1] ?? '');
    const [method, path] = [textAt(query, 'method'), textAt(query, 'path')];
    return { requests: journal.list({ ...(method !== undefined && { method }), ...(path !== undefined && { path }) }) };
  });
  app.delete('/_sandbox/requests', (request) => {
    assertOwnOrigin(request);
    journal.clear();
    return { requests: [] };
  });
}

/** `{ clear?: true, switches?: {…}, rules?: [{…}] }`, in this order. Throws ControlError before anything is changed. */
function order(faults: Faults, body: unknown): void {
  if (!isItem(body)) throw new ControlError('the body must be an object');
  const switches = checkSwitches(body['switches'] ?? {});
  const rules = body['rules'] ?? [];
  if (!Array.isArray(rules)) throw new ControlError('rules must be an array');
  const checked = rules.map((rule: unknown) => checkRule(rule));
  if (body['clear'] === true) faults.clear();
  faults.set(switches);
  for (const rule of checked) faults.add(rule);
}

export function checkSwitches(value: unknown): Partial<Switches> {
  const item = checkKeys(value, SWITCH_TYPES, 'switches');
  if (item['rateLimitBody'] !== undefined) checkBody(item['rateLimitBody'], 'switches.rateLimitBody');
  return item;
}

export function checkRule(value: unknown): FaultRule {
  const item = checkKeys(value, RULE_TYPES, 'rule');
  if (!FAULT_EFFECTS.some((effect) => effect === item['effect'])) {
    throw new ControlError(`rule.effect must be one of ${FAULT_EFFECTS.join(', ')}`);
  }
  const status = item['status'];
  if (status !== undefined && (Number(status) < 400 || Number(status) > 599)) {
    throw new ControlError('rule.status must be 400…599');
  }
  if (item['body'] !== undefined) checkBody(item['body'], 'rule.body');
  return item as unknown as FaultRule;
}

function checkBody(value: unknown, key: string): void {
  if (value !== 'html' && value !== 'json') throw new ControlError(`${key} must be html or json`);
}

function checkKeys(value: unknown, types: Record<string, string>, what: string): Item {
  if (!isItem(value)) throw new ControlError(`${what} must be an object`);
  for (const [key, sent] of Object.entries(value)) {
    const type = types[key];
    if (type === undefined) throw new ControlError(`${what}.${key} is unknown`);
    const fits = typeof sent === type && (typeof sent !== 'number' || (Number.isSafeInteger(sent) && sent >= 0));
    if (!fits) throw new ControlError(`${what}.${key} must be a ${type}`);
  }
  return value;
}
