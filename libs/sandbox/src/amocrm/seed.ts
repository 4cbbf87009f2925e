import type { AccountState, AmocrmState, CustomField, Pipeline, Status } from './world.js';
import { LOST_STATUS_ID, WON_STATUS_ID } from './world.js';

/** Ids of the demo account. They are fixed, so that a stage mapping made by hand survives a new state file. */
export const DEMO_ACCOUNT_ID = 30_250_001;
export const CEILINGS_PIPELINE_ID = 7_001_001;
export const SERVICE_PIPELINE_ID = 7_001_002;

const FIRST_FREE_ID = 1_000_001;
const COLORS = ['#99ccff', '#ffff99', '#ffcc66', '#ffcccc', '#c1e0ff', '#deff81', '#ebffb1'];

const demoAccount: AccountState = {
  id: DEMO_ACCOUNT_ID,
  name: 'Демо Потолки',
  subdomain: 'demo',
  created_at: 1_700_000_000,
  country: 'RU',
  currency: 'RUB',
  currency_symbol: '₽',
  timezone: 'Europe/Moscow',
  timezone_offset: '+03:00',
  current_user_id: 9_000_001,
};

/** A new account: users, pipelines and predefined fields, no leads and no contacts. */
export function seedState(account: Partial<AccountState> = {}): AmocrmState {
  return {
    schemaVersion: 1,
    nextId: FIRST_FREE_ID,
    account: { ...demoAccount, ...account },
    users: [
      { id: 9_000_001, name: 'Администратор Демо', email: 'admin@demo.invalid', is_active: true, is_admin: true },
      { id: 9_000_002, name: 'Менеджер Демо', email: 'manager@demo.invalid', is_active: true, is_admin: false },
      // Deactivated people stay referenced by old rows and are refused in new ones [I#220].
      { id: 9_000_003, name: 'Уволенный Демо', email: 'former@demo.invalid', is_active: false, is_admin: false },
    ],
    pipelines: seedPipelines(),
    customFields: seedFields(),
    tags: [],
    leads: {},
    contacts: {},
    notes: [],
    events: [],
  };
}

function seedPipelines(): Pipeline[] {
  const ceilings = ['Новая заявка', 'Замер назначен', 'Замер выполнен', 'Смета отправлена', 'Договор', 'Производство'];
  return [
    pipeline(CEILINGS_PIPELINE_ID, 'Потолки', [...ceilings, 'Монтаж'], 1),
    pipeline(SERVICE_PIPELINE_ID, 'Сервис', ['Обращение', 'Выезд назначен', 'Работы'], 2),
  ];
}

function pipeline(id: number, name: string, stages: string[], sort: number): Pipeline {
  const firstStageId = id * 10;
  return {
    id,
    name,
    sort,
    is_main: sort === 1,
    is_unsorted_on: true,
    is_archive: false,
    statuses: [
      status(firstStageId, 'Неразобранное', 10, { color: '#c1c1c1', type: 1, is_editable: false }),
      ...stages.map((stage, index) =>
        status(firstStageId + index + 1, stage, (index + 2) * 10, { color: COLORS[index % COLORS.length] }),
      ),
      status(WON_STATUS_ID, 'Успешно реализовано', 10_000, { color: '#CCFF66', is_editable: false }),
      status(LOST_STATUS_ID, 'Закрыто и не реализовано', 11_000, { color: '#D5D8DB', is_editable: false }),
    ],
  };
}

function status(id: number, name: string, sort: number, rest: Partial<Status>): Status {
  return { id, name, sort, is_editable: true, color: '#99ccff', type: 0, ...rest };
}

function seedFields(): CustomField[] {
  const phone = ['WORK', 'WORKDD', 'MOB', 'FAX', 'HOME', 'OTHER'];
  const email = ['WORK', 'PRIV', 'OTHER'];
  return [
    predefined(600_001, 'Должность', 'POSITION', 'text'),
    { ...predefined(600_002, 'Телефон', 'PHONE', 'multitext'), enums: enumsOf(600_100, phone) },
    { ...predefined(600_003, 'Email', 'EMAIL', 'multitext'), enums: enumsOf(600_200, email) },
  ];
}

function predefined(id: number, name: string, code: string, type: string): CustomField {
  return {
    id,
    entity_type: 'contacts',
    name,
    code,
    type,
    sort: id % 100,
    is_predefined: true,
    is_deletable: false,
    is_api_only: false,
    group_id: null,
    enums: null,
  };
}

function enumsOf(firstId: number, codes: string[]): CustomField['enums'] {
  return codes.map((code, index) => ({ id: firstId + index, value: code, sort: index, code }));
}
