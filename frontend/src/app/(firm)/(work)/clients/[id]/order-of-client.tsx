'use client';

import type { CreateOrder } from '@smet/api-client';
import { createContext, useContext, useEffect } from 'react';
import { NewOrder } from '../../../../../features/orders/new-order';

const ClientContext = createContext<string | null>(null);

/** In place of looking for a client: it is the one of this page. */
function ThisClient({ onChange }: { onChange: (choice: CreateOrder['client'] | null) => void }) {
  const id = useContext(ClientContext);
  useEffect(() => {
    if (id !== null) onChange({ id });
  }, [id, onChange]);
  return null;
}

/** Here two features meet: an order begins on the page of its client. */
export function OrderOfClient({ clientId }: { clientId: string }) {
  return (
    <ClientContext value={clientId}>
      <NewOrder clientField={ThisClient} />
    </ClientContext>
  );
}
