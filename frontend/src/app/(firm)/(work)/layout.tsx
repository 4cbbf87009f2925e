import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { NAV_COOKIE } from '../../../features/shell/nav-cookie';
import { Frame } from '../../../features/shell/frame';
import { SyncIndicator } from '../../../features/integrations/sync-indicator';
import { load } from '../../../shared/api/server';
import { PageMessages } from '../../../shared/i18n/page-messages';
import { currentPerson } from '../../../shared/session/current';
import { SessionProvider } from '../../../shared/session/session';
import { ProblemPage } from '../../../shared/ui/problem-page';

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const session = await load('/orders', currentPerson);
  if (!session.ok) return <ProblemPage problem={session.problem} />;
  const me = session.value;
  const collapsed = (await cookies()).get(NAV_COOKIE)?.value === 'collapsed';
  const status = me.permissions.includes('integration:read') && (
    <PageMessages domains={['integrations']}>
      <SyncIndicator />
    </PageMessages>
  );
  return (
    <SessionProvider me={me}>
      <Frame collapsed={collapsed} status={status}>
        {children}
      </Frame>
    </SessionProvider>
  );
}
