import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

const UNDO_MS = 8_000;

/** The list and a client share what they say: a client is deleted on one page and brought back on the other. */
export default function ClientsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Notifications position="bottom-center" autoClose={UNDO_MS} />
    </>
  );
}
