import { Problem } from '../problems.js';
import { withOf } from '../query.js';
import type { User } from '../world.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { idParam, ok, ownLink, selfLink } from './context.js';
import { countedPageAnswer, ENTITY_PAGE } from './paging.js';

export const accountRoutes: ApiRoute[] = [
  { method: 'GET', path: '/api/v4/account', handle: readAccount },
  { method: 'GET', path: '/api/v4/users', handle: listUsers },
  { method: 'GET', path: '/api/v4/users/:id', handle: readUser },
];

/** The invented ids of the chat side; a real account has its own. */
const AMOJO_ID = '6a3f1f6e-52c4-4c0e-8a5e-0d2f5c1b7a10';
const ACCOUNT_UUID = '0c8d9c0a-3f57-4b6c-9d7b-2f4f7f1c9e21';

/** All keys that the vendor's PHP client reads without a guard are here, asked for or not (amocrm-checks.md §1.4). */
function readAccount(context: ApiContext): ApiAnswer {
  const { account } = context.world.state;
  const wanted = withOf(context.query);
  return ok({
    id: account.id,
    name: account.name,
    subdomain: account.subdomain,
    created_at: account.created_at,
    created_by: 0,
    updated_at: account.created_at,
    updated_by: 0,
    current_user_id: account.current_user_id,
    country: account.country,
    currency: account.currency,
    currency_symbol: account.currency_symbol,
    customers_mode: 'segments',
    is_unsorted_on: true,
    mobile_feature_version: 0,
    is_loss_reason_enabled: true,
    is_helpbot_enabled: false,
    is_technical_account: false,
    contact_name_display_order: 1,
    ...(wanted.has('is_api_filter_enabled') && { is_api_filter_enabled: context.switches.paidFilter }),
    ...(wanted.has('amojo_id') && { amojo_id: AMOJO_ID }),
    ...(wanted.has('uuid') && { uuid: ACCOUNT_UUID }),
    ...(wanted.has('version') && { version: 16 }),
    ...(wanted.has('drive_url') && { drive_url: 'https://drive-b.amocrm.ru' }),
    _links: ownLink(context),
    _embedded: embeddedParts(context, wanted),
  });
}

function embeddedParts(context: ApiContext, wanted: Set<string>): Record<string, unknown> {
  const { account } = context.world.state;
  return {
    ...(wanted.has('users_groups') && { users_groups: [{ id: 0, name: 'Отдел продаж', uuid: null }] }),
    ...(wanted.has('task_types') && {
      task_types: [
        { id: 1, name: 'Связаться', color: null, icon_id: null, code: 'FOLLOW_UP' },
        { id: 2, name: 'Встреча', color: null, icon_id: null, code: 'MEETING' },
      ],
    }),
    ...(wanted.has('amojo_rights') && { amojo_rights: { can_direct: true, can_create_groups: true } }),
    ...(wanted.has('datetime_settings') && {
      datetime_settings: {
        date_pattern: 'd.m.Y H:i',
        short_date_pattern: 'd.m.Y',
        short_time_pattern: 'H:i',
        date_format: 'd.m.Y',
        time_format: 'H:i:s',
        timezone: account.timezone,
        timezone_offset: account.timezone_offset,
      },
    }),
  };
}

function listUsers(context: ApiContext): ApiAnswer {
  return countedPageAnswer(context, context.world.state.users, ENTITY_PAGE, (page) => ({
    users: page.map((user) => userView(context, user)),
  }));
}

function readUser(context: ApiContext): ApiAnswer {
  const id = idParam(context, 'id');
  const user = context.world.state.users.find((candidate) => candidate.id === id);
  if (!user) throw new Problem(404, 'User not found');
  return ok(userView(context, user));
}

function userView(context: ApiContext, user: User): Record<string, unknown> {
  const all = { view: 'A', edit: 'A', add: 'A', delete: 'A', export: 'A' };
  const wanted = withOf(context.query);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    lang: 'ru',
    rights: {
      leads: all,
      contacts: all,
      companies: all,
      tasks: { edit: 'A', delete: 'A' },
      mail_access: false,
      catalog_access: true,
      files_access: true,
      status_rights: null,
      is_admin: user.is_admin,
      is_free: false,
      is_active: user.is_active,
      group_id: null,
      role_id: null,
    },
    _links: selfLink(context, `/api/v4/users/${user.id}`),
    _embedded: {
      ...(wanted.has('role') && { roles: [] }),
      ...(wanted.has('group') && { groups: [] }),
    },
  };
}
