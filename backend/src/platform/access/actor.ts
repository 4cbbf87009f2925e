import { PERMISSIONS, type Permission, type Role } from './permissions.js';

/** On whose behalf something happens: a signed-in person, or the system inside one organization. */
export interface Actor {
  readonly kind: 'user' | 'system';
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
