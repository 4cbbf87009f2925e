/**
 * What the stand-in remembers. Field names are those of the amoCRM wire format (snake_case, Unix seconds), so that
 * an answer is this plus links and expansions.
 */
export interface AccountState {
  id: number;
  name: string;
  subdomain: string;
  created_at: number;
  country: string;
  currency: string;
  currency_symbol: string;
  timezone: string;
  timezone_offset: string;
  current_user_id: number;
}

export interface User {
  id: number;
  name: string;
  email: string;
  is_active: boolean;
  is_admin: boolean;
}

export interface Status {
  id: number;
  name: string;
  sort: number;
  is_editable: boolean;
  color: string;
  /** 1 = incoming (unsorted), 0 = ordinary. */
  type: 0 | 1;
}

export interface Pipeline {
  id: number;
  name: string;
  sort: number;
  is_main: boolean;
  is_unsorted_on: boolean;
  is_archive: boolean;
  statuses: Status[];
}

export type EntityType = 'leads' | 'contacts';

export interface FieldEnum {
  id: number;
  value: string;
  sort: number;
  code: string | null;
}

export interface CustomField {
  id: number;
  entity_type: EntityType;
  name: string;
  code: string | null;
  type: string;
  sort: number;
  is_predefined: boolean;
  is_deletable: boolean;
  is_api_only: boolean;
  group_id: string | null;
  enums: FieldEnum[] | null;
}

/** A value object as it is answered: `{value}`, `{value, enum_id, enum_code}`. */
export type StoredValue = Record<string, unknown>;

export interface FieldValue {
  field_id: number;
  values: StoredValue[];
}

interface Tag {
  id: number;
  name: string;
  entity_type: EntityType;
}

/** What leads and contacts have in common. */
export interface EntityRow {
  id: number;
  name: string;
  responsible_user_id: number;
  group_id: number;
  created_by: number;
  updated_by: number;
  created_at: number;
  updated_at: number;
  is_deleted: boolean;
  values: FieldValue[];
  tags: number[];
  /** Milliseconds of the last write; lets `query` lag behind when the search-lag switch is on. */
  indexed_at: number;
}

export interface Lead extends EntityRow {
  price: number;
  pipeline_id: number;
  status_id: number;
  loss_reason_id: number | null;
  closed_at: number | null;
  contacts: LinkedContact[];
}

export interface LinkedContact {
  id: number;
  is_main: boolean;
}

export interface Contact extends EntityRow {
  first_name: string;
  last_name: string;
}

export interface Note {
  id: number;
  entity_type: EntityType;
  entity_id: number;
  note_type: string;
  params: Record<string, unknown>;
  created_by: number;
  updated_by: number;
  created_at: number;
  updated_at: number;
  responsible_user_id: number;
}

export interface FeedEvent {
  id: string;
  type: string;
  entity_id: number;
  entity_type: 'lead' | 'contact';
  created_by: number;
  created_at: number;
  value_after: unknown[];
  value_before: unknown[];
}

export interface AmocrmState {
  schemaVersion: 1;
  nextId: number;
  account: AccountState;
  users: User[];
  pipelines: Pipeline[];
  customFields: CustomField[];
  tags: Tag[];
  leads: Record<number, Lead>;
  contacts: Record<number, Contact>;
  notes: Note[];
  events: FeedEvent[];
}

/** The state with its clock. `touch` marks it as changed: the answer then waits until it is on disk. */
export interface World {
  readonly state: AmocrmState;
  /** Milliseconds since the epoch. */
  now(): number;
  touch(): void;
}

/** Won and lost have the same ids in every pipeline [D:leads_pipelines]. */
export const WON_STATUS_ID = 142;
export const LOST_STATUS_ID = 143;

export function isClosedStatus(statusId: number): boolean {
  return statusId === WON_STATUS_ID || statusId === LOST_STATUS_ID;
}

export function unixSeconds(world: World): number {
  return Math.floor(world.now() / 1000);
}

export function takeId(world: World): number {
  const id = world.state.nextId;
  world.state.nextId += 1;
  return id;
}

export function entityRows(world: World, type: 'leads'): Lead[];
export function entityRows(world: World, type: 'contacts'): Contact[];
export function entityRows(world: World, type: EntityType): (Lead | Contact)[];
export function entityRows(world: World, type: EntityType): (Lead | Contact)[] {
  return Object.values(world.state[type]);
}

export function findPipeline(world: World, id: number): Pipeline | undefined {
  return world.state.pipelines.find((pipeline) => pipeline.id === id);
}

export function mainPipeline(world: World): Pipeline {
  const pipeline = world.state.pipelines.find((candidate) => candidate.is_main) ?? world.state.pipelines[0];
  if (!pipeline) throw new Error('the stand-in has no pipeline');
  return pipeline;
}

/** The stage a lead gets when only its pipeline is known: the first one that is neither incoming nor closed. */
export function firstStage(pipeline: Pipeline): Status {
  const ordinary = pipeline.statuses.filter((status) => status.type === 0 && !isClosedStatus(status.id));
  const first = ordinary.toSorted((left, right) => left.sort - right.sort)[0];
  if (!first) throw new Error(`pipeline ${pipeline.id} has no ordinary stage`);
  return first;
}
