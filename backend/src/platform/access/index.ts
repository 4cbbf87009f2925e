export { isRole, permissionsOf, PERMISSIONS, ROLES, type Permission, type Role } from './permissions.js';
export { systemActor, type Actor } from './actor.js';
export { Authenticated, CurrentActor, Public, RequirePermission } from './decorators.js';
