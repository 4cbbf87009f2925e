/**
 * The words the web application uses for what the API answers. Money is an integer of minor units, decimals are
 * strings, times are ISO 8601 in UTC.
 */
export type Role =
  'owner' | 'administrator' | 'manager' | 'measurer' | 'workshop' | 'installer' | 'operator' | 'accountant';

export type ColorScheme = 'dark' | 'light';

export interface Me {
  id: string;
  name: string;
  email: string;
  role: Role;
  permissions: string[];
  organization: { id: string; name: string; currency: string; timezone: string };
  colorScheme: ColorScheme | null;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface PersonRef {
  id: string;
  name: string;
}

export interface User extends PersonRef {
  role: Role;
}

export type StageKind = 'open' | 'won' | 'lost';

export interface StageRef {
  id: string;
  name: string;
  kind: StageKind;
  color: string;
}

export interface Stage extends StageRef {
  code: string;
  sort: number;
}

export interface Pipeline {
  id: string;
  name: string;
  isDefault: boolean;
  stages: Stage[];
}

export interface ClientRef {
  id: string;
  name: string;
  phone: string | null;
}

export interface Client {
  id: string;
  name: string;
  kind: 'person' | 'company';
  phones: { number: string; label?: string | null }[];
  emails?: string[];
}

/** The number is normalised to E.164; the client is null when nobody has this phone yet. */
export interface ClientLookup {
  phone: string;
  client: Client | null;
}

export interface Item {
  id: string;
  code: string;
  name: string;
  unit: string;
  category: { id: string; name: string };
  priceMinor: number;
  costMinor?: number;
}

export type OrderSort = '-createdAt' | 'createdAt' | '-number' | 'number' | '-totalMinor' | 'totalMinor' | '-updatedAt';

export interface OrderRow {
  id: string;
  number: number;
  client: ClientRef;
  address: string;
  stage: StageRef;
  responsible: PersonRef | null;
  measurer: PersonRef | null;
  totalMinor: number;
  currency: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export type SyncState = 'waiting' | 'sending' | 'synced' | 'rejected';

export interface OrderSync {
  state: SyncState;
  problemCode: string | null;
  externalUrl: string | null;
}

export interface EstimateSummary {
  id: string;
  title: string;
  toPayMinor: number;
  updatedAt: string;
}

export interface Order extends OrderRow {
  comment: string | null;
  estimates: EstimateSummary[];
  sync: OrderSync | null;
}

export interface CreateOrder {
  client: { id: string } | { phone: string; name: string };
  address: string;
  measurerUserId?: string;
  comment?: string;
}

export interface UpdateOrder {
  version: number;
  address?: string;
  comment?: string;
  measurerUserId?: string | null;
  responsibleUserId?: string | null;
}

export interface PricedItem {
  itemId: string;
  code: string;
  name: string;
  unit: string;
  priceMinor: number;
  costMinor?: number;
}

/**
 * `draft` and `result` are the documents of `@smet/estimating` (EstimateDraft, EstimateResult); this library stands
 * alone, so they are opaque here and named at the border of the application.
 */
export interface Estimate<TDraft = unknown, TResult = unknown> {
  id: string;
  orderId: string;
  order: { number: number; clientName: string; address: string };
  title: string;
  version: number;
  status: 'draft' | 'issued';
  ruleSet: { id: string; version: number };
  currency: string;
  pricedAt: string;
  canEdit: boolean;
  canDiscount: boolean;
  draft: TDraft;
  result: TResult;
  priceBook: PricedItem[];
}

export interface SaveEstimate {
  version: number;
  title?: string;
  draft: unknown;
}

export type ConnectionState = 'active' | 'paused' | 'reauthorize' | 'blocked';

export interface AmocrmConnection {
  id: string;
  baseUrl: string;
  accountName: string | null;
  state: ConnectionState;
  problemCode: string | null;
  problemDetail: string | null;
  lastSuccessAt: string | null;
  tokenHint: string | null;
  version: number;
}

export interface StageMapping {
  stageId: string;
  stageName: string;
  externalPipelineId: number;
  externalStatusId: number;
  externalPipelineName: string | null;
  externalStatusName: string | null;
}

export interface WaitingSync {
  orderId: string;
  number: number;
  state: SyncState;
  problemCode: string | null;
  problemDetail: string | null;
  attempts: number;
  retryAt: string | null;
}

export interface SyncEvent {
  at: string;
  direction: 'out' | 'in';
  kind: string;
  orderId: string | null;
  number: number | null;
  summary: Record<string, string | number | null>;
}

export interface AmocrmIntegration {
  connection: AmocrmConnection | null;
  stageMappings: StageMapping[];
  waiting: WaitingSync[];
  recent: SyncEvent[];
  counts: { synced: number; waiting: number; rejected: number };
}

export interface AmocrmTest {
  ok: boolean;
  account: { id: number; name: string } | null;
  problemCode: string | null;
  problemDetail: string | null;
}

export interface InvalidParam {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/** RFC 9457 problem details as this API writes them. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  requestId?: string;
  invalidParams?: InvalidParam[];
  current?: unknown;
}
