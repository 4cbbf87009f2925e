import { PERMISSIONS, type Permission, type Role } from './permissions.js';

/** On whose behalf something happens: a signed-in person, the system inside one organization, or a client with a link. */
export interface Actor {
  readonly kind: 'user' | 'system' | 'client';
  readonly userId: string | null;
  readonly organizationId: string;
  readonly role: Role | null;
  readonly name: string;
  readonly sessionId: string | null;
  readonly permissions: ReadonlySet<Permission>;
  readonly requestId: string;
}

const EVERYTHING: ReadonlySet<Permission> = new Set(PERMISSIONS);

/**
 * The actor of background work. It may do everything, but still only inside the one organization that
 * row-level security binds its transactions to.
 */
export function systemActor(organizationId: string, requestId: string): Actor {
  return {
    kind: 'system',
    userId: null,
    organizationId,
    role: null,
    name: 'system',
    sessionId: null,
    permissions: EVERYTHING,
    requestId,
  };
}

const OF_A_CLIENT: ReadonlySet<Permission> = new Set(['order:read', 'estimate:read']);

/**
 * Whoever holds a client's link. It reads what clients are shown (no cost, pay or margin), inside of the organization that
 * made the link; that it stays with the one version of the link is the work of the module of proposals.
 */
export function clientActor(organizationId: string, requestId: string): Actor {
  return {
    kind: 'client',
    userId: null,
    organizationId,
    role: null,
    name: 'client',
    sessionId: null,
    permissions: OF_A_CLIENT,
    requestId,
  };
}
