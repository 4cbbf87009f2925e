import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkRule, checkSwitches } from '../control.js';
import type { Faults } from '../faults.js';
import type { RequestJournal } from '../journal.js';
import { moveLead, setLeadDeleted } from '../leads.js';
import { assertOwnOrigin, ControlError } from '../../web/own-origin.js';
import type { StateStore } from '../state-store.js';
import type { Lead, World } from '../world.js';
import { binSection, contactsSection, pipelineSection } from './board.js';
import type { Markup } from '../../web/html.js';
import { html, Markup as RawMarkup } from '../../web/html.js';
import { alarm, faultsSection, journalSection } from './panels.js';
import { STYLE } from './style.js';

export interface PageParts {
  readonly world: World;
  readonly store: StateStore;
  readonly faults: Faults;
  readonly journal: RequestJournal;
  /** Shown, so that a newcomer knows what to connect with. */
  readonly token: string;
}

/** Nothing may be loaded or run; only our own style and forms. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

/** The page a person looks at, and its forms. Requests here are not in the journal. */
export function registerPage(app: FastifyInstance, parts: PageParts): void {
  app.get('/', async (request, reply) => sendPage(reply, page(parts, `${request.protocol}://${request.host}`)));
  // Where amoCRM itself shows a lead; SMET links there.
  app.get('/leads/detail/:id', async (request, reply) => {
    const lead = parts.world.state.leads[Number((request.params as { id: string }).id)];
    return lead ? reply.redirect(lead.is_deleted ? '/#bin' : `/#lead-${lead.id}`) : reply.callNotFound();
  });
  app.post('/_sandbox/ui/leads/:id/status', async (request, reply) => {
    const lead = leadOf(parts.world, request);
    const [pipelineId, statusId] = (formOf(request).get('stage') ?? '').split(':').map(Number);
    if (!moveLead(parts.world, lead, { pipeline_id: pipelineId ?? 0, status_id: statusId ?? 0 })) {
      throw new ControlError('В этой воронке нет такого этапа');
    }
    return done(parts, reply, `/#lead-${lead.id}`);
  });
  app.post('/_sandbox/ui/leads/:id/delete', async (request, reply) => {
    setLeadDeleted(parts.world, leadOf(parts.world, request), true);
    return done(parts, reply, '/#bin');
  });
  app.post('/_sandbox/ui/leads/:id/restore', async (request, reply) => {
    const lead = leadOf(parts.world, request);
    setLeadDeleted(parts.world, lead, false);
    return done(parts, reply, `/#lead-${lead.id}`);
  });
  registerFaultForms(app, parts);
}

function registerFaultForms(app: FastifyInstance, parts: PageParts): void {
  app.post('/_sandbox/ui/faults', async (request, reply) => {
    const form = formOf(request);
    const checks = ['dead', 'banned', 'tokensRevoked', 'paidFilter'].map((key) => [key, form.has(key)]);
    const numbers = ['requestsPerSecond', 'searchLagMs'].map((key) => [key, Number(form.get(key))]);
    const switches = Object.fromEntries([...checks, ...numbers, ['rateLimitBody', form.get('rateLimitBody')]]);
    parts.faults.set(checkSwitches(switches));
    return done(parts, reply, '/#faults');
  });
  app.post('/_sandbox/ui/rules', async (request, reply) => {
    const form = formOf(request);
    const effect = form.get('effect');
    const texts = ['method', 'path'].flatMap((key) => (form.get(key) ? [[key, form.get(key)]] : []));
    const numbers = (effect === 'status' ? ['times', 'status'] : ['times']).map((key) => [key, Number(form.get(key))]);
    const delay = Number(form.get('delayMs')) > 0 ? [['delayMs', Number(form.get('delayMs'))]] : [];
    parts.faults.add(checkRule(Object.fromEntries([['effect', effect], ...texts, ...numbers, ...delay])));
    return done(parts, reply, '/#faults');
  });
  app.post('/_sandbox/ui/clear', async (request, reply) => {
    formOf(request);
    parts.faults.clear();
    return done(parts, reply, '/#faults');
  });
}

function page(parts: PageParts, address: string): Markup {
  const { state } = parts.world;
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${state.account.name} — имитатор amoCRM</title>
        <style>
          ${new RawMarkup(STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>${state.account.name}</h1>
          <nav>
            ${state.pipelines.map((pipeline) => html`<a href="#pipeline-${pipeline.id}">${pipeline.name}</a>`)}
            <a href="#contacts">Контакты</a><a href="#requests">Журнал</a><a href="#faults">Неполадки</a
            ><a href="/">Обновить</a>
          </nav>
          <p class="note">
            Имитатор amoCRM: своя память, настоящий HTTP, вымышленный аккаунт. Адрес для подключения:
            <code>${address}</code>, долгоживущий токен: <code>${parts.token}</code>
          </p>
        </header>
        <main>
          ${alarm(parts.faults.switches)} ${state.pipelines.map((pipeline) => pipelineSection(state, pipeline))}
          ${binSection(state)} ${contactsSection(state)} ${journalSection(parts.journal, state.account.timezone)}
          ${faultsSection(parts.faults)}
        </main>
      </body>
    </html>`;
}

function sendPage(reply: FastifyReply, markup: Markup): FastifyReply {
  return reply
    .header('Content-Security-Policy', POLICY)
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(markup.text);
}

async function done(parts: PageParts, reply: FastifyReply, where: string): Promise<FastifyReply> {
  await parts.store.settle();
  return reply.redirect(where, 303);
}

/** The form of a request that came from our own page: another site's form names its origin. */
function formOf(request: FastifyRequest): URLSearchParams {
  assertOwnOrigin(request);
  return new URLSearchParams(typeof request.body === 'string' ? request.body : '');
}

function leadOf(world: World, request: FastifyRequest): Lead {
  assertOwnOrigin(request);
  const lead = world.state.leads[Number((request.params as { id: string }).id)];
  if (!lead) throw new ControlError('Такой сделки нет');
  return lead;
}
