import type { Actor } from '../../platform/access/index.js';

/**
 * The SQL condition of the clients an actor may see, for every query on `clients <alias>`. People who see only the
 * orders assigned to them see only the clients of those. `param` adds a query parameter and returns its placeholder.
 */
export function visibleClients(actor: Actor, alias: string, param: (value: unknown) => string): string {
  const alive = `${alias}.deleted_at is null`;
  if (actor.permissions.has('order:read')) return alive;
  return `${alive} and exists (select 1 from orders visible
    where visible.client_id = ${alias}.id and visible.deleted_at is null
      and visible.measurer_user_id = ${param(actor.userId)})`;
}
