import { checkLead, createLead, updateLead } from '../leads.js';
import { ItemProblems, notFound, refuseInvalid } from '../problems.js';
import { withOf } from '../query.js';
import type { Lead } from '../world.js';
import type { BatchItem } from './batch.js';
import { readBatch, readSingle } from './batch.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { idParam, NO_CONTENT, ok, ownLink } from './context.js';
import { selectRows } from './entity-select.js';
import { binView, entityLink, leadView } from './entity-views.js';
import { ENTITY_PAGE, pageAnswer } from './paging.js';

export const leadRoutes: ApiRoute[] = [
  { method: 'GET', path: '/api/v4/leads', handle: listLeads },
  { method: 'POST', path: '/api/v4/leads', handle: addLeads },
  { method: 'PATCH', path: '/api/v4/leads', handle: patchLeads },
  { method: 'GET', path: '/api/v4/leads/:id', handle: readLead },
  { method: 'PATCH', path: '/api/v4/leads/:id', handle: patchLead },
];

function listLeads(context: ApiContext): ApiAnswer {
  const rows = selectRows(context, 'leads') as Lead[];
  const view = withOf(context.query).has('only_deleted')
    ? (lead: Lead): Record<string, unknown> => binView(leadView(context, lead))
    : (lead: Lead): Record<string, unknown> => leadView(context, lead);
  return pageAnswer(context, rows, ENTITY_PAGE, (page) => ({ leads: page.map(view) }));
}

function readLead(context: ApiContext): ApiAnswer {
  const lead = context.world.state.leads[idParam(context, 'id')];
  return lead && !lead.is_deleted ? ok(leadView(context, lead)) : NO_CONTENT;
}

function addLeads(context: ApiContext): ApiAnswer {
  const rows = readBatch(context.body);
  const checked = rows.map((row) => ({ row, change: checkLead(context.world, row) }));
  refuseInvalid(rows.map((row) => row.problems));
  const leads = checked.map(({ row, change }) => {
    const { id } = createLead(context.world, change);
    return { id, request_id: row.requestId, _links: entityLink(context, 'leads', id) };
  });
  return ok({ _links: ownLink(context), _embedded: { leads } });
}

function patchLeads(context: ApiContext): ApiAnswer {
  const rows = readBatch(context.body);
  const found = rows.map((row) => ({ row, lead: findById(context, row) }));
  refuseInvalid(rows.map((row) => row.problems));
  const checked = found.map(({ row, lead }) => ({ row, lead, change: checkLead(context.world, row, lead) }));
  refuseInvalid(rows.map((row) => row.problems));
  const leads = checked.map(({ row, lead, change }) => {
    const { id, updated_at } = updateLead(context.world, context.world.state.leads[lead.id] ?? lead, change);
    return { id, updated_at, request_id: row.requestId, _links: entityLink(context, 'leads', id) };
  });
  return ok({ _links: ownLink(context), _embedded: { leads } });
}

function patchLead(context: ApiContext): ApiAnswer {
  const row = readSingle(context.body);
  const lead = context.world.state.leads[idParam(context, 'id')];
  if (!lead || lead.is_deleted) throw notFound('Lead not found');
  const change = checkLead(context.world, row, lead);
  refuseInvalid([row.problems]);
  const { id, updated_at } = updateLead(context.world, lead, change);
  return ok({ id, updated_at, request_id: row.requestId, _links: entityLink(context, 'leads', id) });
}

function findById(context: ApiContext, row: BatchItem): Lead {
  const id = row.item['id'];
  const lead = typeof id === 'number' ? context.world.state.leads[id] : undefined;
  if (lead && !lead.is_deleted) return lead;
  return refuseMissing(row.problems);
}

/** Assumed: a missing id of a collection PATCH is a validation error. */
export function refuseMissing(problems: ItemProblems): never {
  problems.add('NotSupportedChoice', 'id');
  refuseInvalid([problems]);
  throw notFound('Entity not found');
}
