export { isRole, permissionsOf, PERMISSIONS, ROLES, type Permission, type Role } from './permissions.js';
export { clientActor, systemActor, type Actor } from './actor.js';
export { Authenticated, CurrentActor, Public, RequirePermission } from './decorators.js';
