'use client';

import dynamic from 'next/dynamic';
import { NewOrder } from '../../../../features/orders/new-order';

const ClientPicker = dynamic(() => import('../../../../features/clients/client-picker').then((m) => m.ClientPicker), {
  ssr: false,
});

/** Here two features meet: an order is made for a client, neither knows the other. */
export function NewOrderAction() {
  return <NewOrder clientField={ClientPicker} />;
}
