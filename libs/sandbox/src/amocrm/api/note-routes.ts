import { recordEvent } from '../events.js';
import { notFound, refuseInvalid } from '../problems.js';
import { listAt } from '../query.js';
import type { EntityType, Note } from '../world.js';
import { takeId, unixSeconds } from '../world.js';
import type { BatchItem, Item } from './batch.js';
import { ItemReader, readBatch } from './batch.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { idParam, ok, ownLink, selfLink } from './context.js';
import { ENTITY_PAGE, pageAnswer } from './paging.js';

export const noteRoutes: ApiRoute[] = (['leads', 'contacts'] as const).flatMap((type): ApiRoute[] => [
  { method: 'GET', path: `/api/v4/${type}/notes`, handle: (context) => listNotes(context, type) },
  { method: 'POST', path: `/api/v4/${type}/notes`, handle: (context) => addNotes(context, type) },
  { method: 'GET', path: `/api/v4/${type}/:entityId/notes`, handle: (context) => listNotes(context, type) },
  { method: 'POST', path: `/api/v4/${type}/:entityId/notes`, handle: (context) => addNotes(context, type) },
]);

/** The keys each kind of note must have in `params`; kinds that are not here are read-only or not imitated. */
const NOTE_TYPES: Record<string, readonly string[]> = {
  common: ['text'],
  service_message: ['service', 'text'],
  extended_service_message: ['service', 'text'],
  call_in: ['uniq', 'duration', 'source', 'phone'],
  call_out: ['uniq', 'duration', 'source', 'phone'],
};

interface NoteDraft {
  readonly entityId: number;
  readonly noteType: string;
  readonly params: Item;
  readonly createdBy: number | undefined;
  readonly responsible: number | undefined;
}

/** Note filters are not part of the paid add-on. */
function listNotes(context: ApiContext, type: EntityType): ApiAnswer {
  const owner = context.params['entityId'] === undefined ? null : idParam(context, 'entityId');
  const types = new Set(listAt(context.query, 'filter', 'note_type'));
  const rows = context.world.state.notes.filter(
    (note) =>
      note.entity_type === type &&
      (owner === null || note.entity_id === owner) &&
      (types.size === 0 || types.has(note.note_type)),
  );
  return pageAnswer(context, rows, ENTITY_PAGE, (page) => ({ notes: page.map((note) => noteView(context, note)) }));
}

function addNotes(context: ApiContext, type: EntityType): ApiAnswer {
  const owner = context.params['entityId'] === undefined ? null : idParam(context, 'entityId');
  if (owner !== null && !context.world.state[type][owner]) throw notFound('Entity not found');
  const rows = readBatch(context.body);
  const drafts = rows.map((row) => ({ row, draft: readDraft(context, row, { type, owner }) }));
  refuseInvalid(rows.map((row) => row.problems));
  const notes = drafts.map(({ row, draft }) => {
    const note = storeNote(context, type, draft);
    return { id: note.id, entity_id: note.entity_id, request_id: row.requestId, _links: noteLink(context, note) };
  });
  context.world.touch();
  return ok({ _links: ownLink(context), _embedded: { notes } });
}

function readDraft(context: ApiContext, row: BatchItem, at: { type: EntityType; owner: number | null }): NoteDraft {
  const reader = new ItemReader(row.item, row.problems);
  const sent = reader.integer('entity_id');
  const entityId = at.owner ?? sent;
  const noteType = reader.text('note_type');
  const params = reader.object('params') ?? {};
  const draft = { createdBy: reader.integer('created_by'), responsible: reader.integer('responsible_user_id') };
  reader.ignore('is_need_to_trigger_digital_pipeline', 'created_at');
  if (entityId === undefined) reader.fail('FieldMissing', 'entity_id');
  else if (!context.world.state[at.type][entityId]) reader.fail('NotSupportedChoice', 'entity_id');
  if (noteType === undefined) reader.fail('FieldMissing', 'note_type');
  else if (!NOTE_TYPES[noteType]) reader.fail('NotSupportedChoice', 'note_type');
  for (const key of NOTE_TYPES[noteType ?? ''] ?? []) {
    if (params[key] === undefined) reader.fail('FieldMissing', `params.${key}`);
  }
  reader.refuseOthers();
  return { ...draft, entityId: entityId ?? 0, noteType: noteType ?? '', params };
}

function storeNote(context: ApiContext, type: EntityType, draft: NoteDraft): Note {
  const { world } = context;
  const me = world.state.account.current_user_id;
  const now = unixSeconds(world);
  const note: Note = {
    id: takeId(world),
    entity_type: type,
    entity_id: draft.entityId,
    note_type: draft.noteType,
    params: draft.params,
    created_by: draft.createdBy ?? me,
    updated_by: draft.createdBy ?? me,
    created_at: now,
    updated_at: now,
    responsible_user_id: draft.responsible ?? me,
  };
  world.state.notes.push(note);
  const feedType = draft.noteType.startsWith('call') ? callType(draft.noteType) : `${draft.noteType}_note_added`;
  recordEvent(world, type, note.entity_id, {
    type: feedType,
    by: note.created_by,
    after: [{ note: { id: note.id } }],
  });
  return note;
}

function callType(noteType: string): string {
  return noteType === 'call_in' ? 'incoming_call' : 'outgoing_call';
}

function noteView(context: ApiContext, note: Note): Record<string, unknown> {
  const { entity_type: _type, ...fields } = note;
  return {
    ...fields,
    group_id: 0,
    account_id: context.world.state.account.id,
    is_pinned: false,
    _links: noteLink(context, note),
  };
}

function noteLink(context: ApiContext, note: Note): { self: { href: string } } {
  return selfLink(context, `/api/v4/${note.entity_type}/${note.entity_id}/notes/${note.id}`);
}
