'use client';

import type { Me, Permission } from '@smet/api-client';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

const SessionContext = createContext<Me | null>(null);

export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <SessionContext value={me}>{children}</SessionContext>;
}

/** The person who is signed in. Only below the frame of the application. */
export function useMe(): Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useMe outside of SessionProvider');
  return me;
}

/** Decides what is offered. What is allowed is decided by the API. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
