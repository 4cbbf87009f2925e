import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/index.js';

/** An open transaction of one organization. Opaque: only repositories and the platform reach its connection. */
export interface Transaction {
  readonly actor: Actor;
}

const managers = new WeakMap<Transaction, EntityManager>();

export function openTransaction(actor: Actor, manager: EntityManager): Transaction {
  const tx: Transaction = { actor };
  managers.set(tx, manager);
  return tx;
}

export function closeTransaction(tx: Transaction): void {
  managers.delete(tx);
}

/**
 * The connection behind a transaction, only for `*.repository.ts` and the platform.
 * @throws Error when the transaction is over: work that outlives it would write outside of any transaction.
 */
export function managerOf(tx: Transaction): EntityManager {
  const manager = managers.get(tx);
  if (!manager) throw new Error('the transaction is over');
  return manager;
}

/** Who reads, in an open transaction or without one. */
export function actorOf(source: Actor | Transaction): Actor {
  return 'actor' in source ? source.actor : source;
}
