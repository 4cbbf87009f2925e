import type { Actor } from '../../platform/access/index.js';

/** Adds a query parameter and returns its placeholder. */
type AddParam = (value: unknown) => string;

/**
 * The SQL condition of the orders an actor may see, used by every query on `orders <alias>`, also by the modules whose
 * rows hang on an order. `order:read` is the whole organization, `order:read-assigned` the orders the person measures;
 * what is not visible does not exist (404).
 */
export function visibleOrders(actor: Actor, alias: string, param: AddParam): string {
  const alive = `${alias}.deleted_at is null`;
  if (actor.permissions.has('order:read')) return alive;
  if (!actor.permissions.has('order:read-assigned')) return 'false';
  return `${alive} and ${alias}.measurer_user_id = ${param(actor.userId)}`;
}

/**
 * The same of `clients <alias>`: people who do not see every order see the clients of those they see. Nobody sees those in the
 * trash here, nor those that were merged into another.
 */
export function visibleClients(actor: Actor, alias: string, param: AddParam): string {
  const alive = `${alias}.deleted_at is null and ${alias}.merged_into_id is null`;
  if (actor.permissions.has('order:read')) return alive;
  return `${alive} and exists (select 1 from orders visible
    where visible.client_id = ${alias}.id and ${visibleOrders(actor, 'visible', param)})`;
}

/** A list of query parameters together with the function that adds to it. */
export function queryParams(): { readonly params: unknown[]; readonly param: AddParam } {
  const params: unknown[] = [];
  return { params, param: (value) => `$${params.push(value)}` };
}
