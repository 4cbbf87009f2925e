import { notFound, Problem } from '../problems.js';
import { listAt, textAt, valueAt } from '../query.js';
import type { FeedEvent } from '../world.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { ok, selfLink } from './context.js';
import { EVENT_PAGE, pageAnswer } from './paging.js';

export const eventRoutes: ApiRoute[] = [
  { method: 'GET', path: '/api/v4/events', handle: listEvents },
  { method: 'GET', path: '/api/v4/events/:id', handle: readEvent },
];

/** More ids in one filter array are refused [D:events-and-notes]. */
const MOST_FILTER_IDS = 10;

/** The feed, newest first (assumed). Its filters work without the paid add-on. */
function listEvents(context: ApiContext): ApiAnswer {
  for (const key of ['id', 'entity_id', 'created_by']) {
    if (listAt(context.query, 'filter', key).length > MOST_FILTER_IDS) {
      throw new Problem(400, `Filter ${key} takes at most ${MOST_FILTER_IDS} values`);
    }
  }
  const rows = context.world.state.events.filter((event) => passes(context, event)).toReversed();
  return pageAnswer(context, rows, EVENT_PAGE, (page) => ({ events: page.map((event) => eventView(context, event)) }));
}

function readEvent(context: ApiContext): ApiAnswer {
  const event = context.world.state.events.find((candidate) => candidate.id === context.params['id']);
  if (!event) throw notFound('Event not found');
  return ok(eventView(context, event));
}

function passes(context: ApiContext, event: FeedEvent): boolean {
  return (
    oneOf(context, 'id', event.id) &&
    oneOf(context, 'entity', event.entity_type) &&
    oneOf(context, 'entity_id', String(event.entity_id)) &&
    oneOf(context, 'created_by', String(event.created_by)) &&
    ofType(context, event) &&
    inTime(context, event) &&
    reachesStatus(context, event)
  );
}

function oneOf(context: ApiContext, key: string, value: string): boolean {
  const choices = listAt(context.query, 'filter', key);
  return choices.length === 0 || choices.includes(value);
}

/** `custom_field_value_changed` finds the changes of every field, whose own types carry the field's id. */
function ofType(context: ApiContext, event: FeedEvent): boolean {
  const generic = event.type.replace(/^custom_field_\d+_/, 'custom_field_');
  return oneOf(context, 'type', event.type) || oneOf(context, 'type', generic);
}

function inTime(context: ApiContext, event: FeedEvent): boolean {
  const exact = textAt(context.query, 'filter', 'created_at');
  if (exact !== undefined) return event.created_at === Number(exact);
  const from = Number(textAt(context.query, 'filter', 'created_at', 'from') ?? Number.NEGATIVE_INFINITY);
  const to = Number(textAt(context.query, 'filter', 'created_at', 'to') ?? Number.POSITIVE_INFINITY);
  return event.created_at >= from && event.created_at <= to;
}

/** `filter[value_after][leads_statuses][0][pipeline_id|status_id]`. */
function reachesStatus(context: ApiContext, event: FeedEvent): boolean {
  const pairs = valueAt(context.query, 'filter', 'value_after', 'leads_statuses');
  if (typeof pairs !== 'object') return true;
  const after = (event.value_after[0] ?? {}) as { lead_status?: { id: number; pipeline_id: number } };
  return Object.values(pairs).some(
    (pair) =>
      typeof pair === 'object' &&
      textAt(pair, 'pipeline_id') === String(after.lead_status?.pipeline_id) &&
      textAt(pair, 'status_id') === String(after.lead_status?.id),
  );
}

function eventView(context: ApiContext, event: FeedEvent): Record<string, unknown> {
  const entity = selfLink(context, `/api/v4/${event.entity_type}s/${event.entity_id}`);
  return {
    ...event,
    account_id: context.world.state.account.id,
    _links: selfLink(context, `/api/v4/events/${event.id}`),
    _embedded: { entity: { id: event.entity_id, _links: entity } },
  };
}
