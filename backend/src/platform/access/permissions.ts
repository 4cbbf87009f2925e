/** What a person may do. Names are `subject:action`; the list is closed so that a typo does not compile. */
export const PERMISSIONS = [
  'order:read',
  'order:read-assigned',
  'order:create',
  'order:update',
  'order:change-stage',
  'estimate:read',
  'estimate:edit',
  'estimate:discount',
  'estimate:approve',
  'proposal:read',
  'work-sheet:read',
  'cost:read',
  'margin:read',
  'pay:read',
  'dealer-price:read',
  'nomenclature:read',
  'nomenclature:edit',
  'price:edit',
  'import:read',
  'import:run',
  'client:read',
  'client:create',
  'client:update',
  'client:delete',
  'client:merge',
  'user:read',
  'organization:read',
  'organization:manage',
  'integration:read',
  'integration:manage',
  'log:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'owner',
  'administrator',
  'manager',
  'measurer',
  'workshop',
  'installer',
  'operator',
  'accountant',
] as const;
export type Role = (typeof ROLES)[number];

const ORDERS = ['order:read', 'order:read-assigned', 'order:create', 'order:update', 'order:change-stage'] as const;
/**
 * How much discount a person may give or approve is said by the organization's terms, beside the permission.
 * `proposal:read` is for what goes to the client, `work-sheet:read` for what is cut and mounted by. An estimate itself holds
 * every price of the client: those who cut and mount read the sheets of their work only.
 */
const ESTIMATES = [
  'estimate:read',
  'estimate:edit',
  'estimate:discount',
  'estimate:approve',
  'proposal:read',
  'work-sheet:read',
  'dealer-price:read',
] as const;
const CLIENTS = ['client:read', 'client:create', 'client:update'] as const;
/** Which kinds of things a person imports is said by the right to change these things, which is asked for besides. */
const IMPORTS = ['import:read', 'import:run'] as const;
/** Whatever the role: how far readings may disagree is asked on every ladder. */
const EVERYBODY = ['organization:read'] as const;
const MONEY_BEHIND: readonly Permission[] = ['cost:read', 'margin:read', 'pay:read'];

/** `order:read` covers every order of the organization, `order:read-assigned` only those the person works on. */
const PERMISSIONS_OF_ROLE: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(PERMISSIONS),
  administrator: new Set(PERMISSIONS.filter((permission) => !MONEY_BEHIND.includes(permission))),
  manager: new Set<Permission>([
    ...EVERYBODY,
    ...ORDERS,
    ...ESTIMATES,
    ...CLIENTS,
    ...IMPORTS,
    'client:delete',
    'client:merge',
    'nomenclature:read',
    'user:read',
    'integration:read',
  ]),
  measurer: new Set<Permission>([
    ...EVERYBODY,
    'order:read-assigned',
    'estimate:read',
    'estimate:edit',
    'proposal:read',
    'work-sheet:read',
    'nomenclature:read',
    'client:read',
  ]),
  workshop: new Set<Permission>([...EVERYBODY, 'order:read-assigned', 'work-sheet:read']),
  installer: new Set<Permission>([...EVERYBODY, 'order:read-assigned', 'work-sheet:read', 'pay:read']),
  operator: new Set<Permission>([...EVERYBODY, 'order:read', 'order:create', ...CLIENTS]),
  accountant: new Set<Permission>([
    ...EVERYBODY,
    'order:read',
    'estimate:read',
    'proposal:read',
    'work-sheet:read',
    'cost:read',
    'margin:read',
    'pay:read',
    'dealer-price:read',
    'nomenclature:read',
    'price:edit',
    'client:read',
  ]),
};

/** The permission set of a role; shared and frozen by type, never copied per request. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return PERMISSIONS_OF_ROLE[role];
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
