import type { BatchItem } from './api/batch.js';
import { isItem } from './api/batch.js';
import type { CommonChange, OpenItem } from './entity-change.js';
import { changedCommon, newCommon, openItem, readCommon } from './entity-change.js';
import { recordDifferences, recordEvent } from './events.js';
import type { Lead, LinkedContact, Pipeline, Status, World } from './world.js';
import { findPipeline, firstStage, isClosedStatus, mainPipeline, takeId, unixSeconds } from './world.js';

interface Stage {
  readonly pipeline_id: number;
  readonly status_id: number;
}

/** A checked write of a lead. */
export interface LeadChange {
  readonly common: CommonChange;
  readonly price: number | undefined;
  readonly stage: Stage | undefined;
  readonly closedAt: number | undefined;
  readonly lossReasonId: number | null | undefined;
  readonly contacts: LinkedContact[];
}

/** Checks one item; its mistakes go to `row.problems`. `existing` is the lead being changed, absent on create. */
export function checkLead(world: World, row: BatchItem, existing?: Lead): LeadChange {
  const open = openItem(row);
  const { item } = open;
  const change: LeadChange = {
    common: readCommon(world, 'leads', open),
    price: item.integer('price'),
    stage: readStage(world, open, existing),
    closedAt: item.integer('closed_at'),
    lossReasonId: readLossReason(open),
    contacts: existing ? [] : readContacts(world, open),
  };
  if (existing) item.ignore('id');
  else open.embedded?.ignore('source', 'companies');
  open.embedded?.refuseOthers();
  item.refuseOthers();
  return change;
}

export function createLead(world: World, change: LeadChange): Lead {
  const id = takeId(world);
  const common = newCommon(world, id, 'leads', change.common);
  const pipeline = mainPipeline(world);
  const stage = change.stage ?? { pipeline_id: pipeline.id, status_id: firstStage(pipeline).id };
  const lead: Lead = {
    ...common,
    name: change.common.name ?? `Сделка #${id}`,
    price: change.price ?? 0,
    ...stage,
    loss_reason_id: change.lossReasonId ?? null,
    closed_at: isClosedStatus(stage.status_id) ? (change.closedAt ?? unixSeconds(world)) : null,
    contacts: change.contacts,
  };
  world.state.leads[id] = lead;
  recordEvent(world, 'leads', id, { type: 'lead_added', by: lead.created_by });
  world.touch();
  return lead;
}

export function updateLead(world: World, before: Lead, change: LeadChange): Lead {
  const stage = change.stage ?? before;
  const after: Lead = {
    ...before,
    ...changedCommon(world, 'leads', before, change.common),
    price: change.price ?? before.price,
    pipeline_id: stage.pipeline_id,
    status_id: stage.status_id,
    loss_reason_id: change.lossReasonId === undefined ? before.loss_reason_id : change.lossReasonId,
    closed_at: closedAt(world, before, stage.status_id, change.closedAt),
  };
  world.state.leads[after.id] = after;
  recordDifferences(world, 'leads', before, after);
  world.touch();
  return after;
}

/** Moves a lead as a person would in the interface. False when the stage is not one of the pipeline's. */
export function moveLead(world: World, lead: Lead, stage: Stage): boolean {
  const status = findPipeline(world, stage.pipeline_id)?.statuses.find((row) => row.id === stage.status_id);
  if (!status || status.type === 1) return false;
  const now = unixSeconds(world);
  const after: Lead = {
    ...lead,
    ...stage,
    closed_at: closedAt(world, lead, stage.status_id, undefined),
    updated_at: now,
    updated_by: world.state.account.current_user_id,
    indexed_at: world.now(),
  };
  world.state.leads[lead.id] = after;
  recordDifferences(world, 'leads', lead, after);
  world.touch();
  return true;
}

/** Puts a lead into the bin or takes it out again; both happen only in the interface, the API has no delete. */
export function setLeadDeleted(world: World, lead: Lead, deleted: boolean): void {
  const by = world.state.account.current_user_id;
  world.state.leads[lead.id] = { ...lead, is_deleted: deleted, updated_at: unixSeconds(world), updated_by: by };
  recordEvent(world, 'leads', lead.id, { type: deleted ? 'lead_deleted' : 'lead_restored', by });
  world.touch();
}

/** A lead has one main contact: the one said to be, else the first. */
export function withOneMain(contacts: LinkedContact[]): LinkedContact[] {
  const main = contacts.findLast((contact) => contact.is_main) ?? contacts[0];
  return contacts.map((contact) => ({ id: contact.id, is_main: contact.id === main?.id }));
}

function closedAt(world: World, before: Lead, statusId: number, sent: number | undefined): number | null {
  if (!isClosedStatus(statusId)) return null;
  return sent ?? before.closed_at ?? unixSeconds(world);
}

/**
 * The stage a write asks for. The incoming stage is refused ([I#156], [I#280]). Assumed: a status alone must be of the
 * lead's own pipeline (on create its pipeline is found by the status); a pipeline alone means its first stage.
 */
function readStage(world: World, { item }: OpenItem, existing: Lead | undefined): Stage | undefined {
  const pipelineId = item.integer('pipeline_id');
  const statusId = item.integer('status_id');
  if (pipelineId === undefined && statusId === undefined) return undefined;
  const pipeline = pipelineOf(world, pipelineId, statusId, existing);
  if (!pipeline) {
    item.fail('NotSupportedChoice', pipelineId === undefined ? 'status_id' : 'pipeline_id');
    return undefined;
  }
  if (statusId === undefined) return { pipeline_id: pipeline.id, status_id: firstStage(pipeline).id };
  const status = ordinaryStatus(pipeline, statusId);
  if (!status) {
    item.fail('NotSupportedChoice', 'status_id');
    return undefined;
  }
  return { pipeline_id: pipeline.id, status_id: status.id };
}

function pipelineOf(
  world: World,
  pipelineId: number | undefined,
  statusId: number | undefined,
  existing: Lead | undefined,
): Pipeline | undefined {
  if (pipelineId !== undefined) return findPipeline(world, pipelineId);
  if (existing) return findPipeline(world, existing.pipeline_id);
  if (statusId !== undefined && isClosedStatus(statusId)) return mainPipeline(world);
  return world.state.pipelines.find((candidate) => candidate.statuses.some((status) => status.id === statusId));
}

function ordinaryStatus(pipeline: Pipeline, id: number): Status | undefined {
  return pipeline.statuses.find((status) => status.id === id && status.type === 0);
}

function readLossReason({ item }: OpenItem): number | null | undefined {
  if (item.raw('loss_reason_id') === null) return null;
  const id = item.integer('loss_reason_id');
  // The demo account has no loss reasons, so every one is unknown.
  if (id !== undefined) item.fail('NotSupportedChoice', 'loss_reason_id');
  return undefined;
}

function readContacts(world: World, { embedded }: OpenItem): LinkedContact[] {
  const rows = embedded?.list('contacts') ?? [];
  const linked = rows.flatMap((row, index) => {
    const id = isItem(row) ? row['id'] : undefined;
    const contact = typeof id === 'number' ? world.state.contacts[id] : undefined;
    if (contact && !contact.is_deleted && isItem(row)) return [{ id: contact.id, is_main: row['is_main'] === true }];
    embedded?.fail('NotSupportedChoice', `contacts.${index}.id`);
    return [];
  });
  return withOneMain(linked);
}
