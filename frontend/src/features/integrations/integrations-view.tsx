'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { useCan } from '../../shared/session/session';
import { PageHeader } from '../../shared/ui/page-header';
import { Panel } from '../../shared/ui/panel';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';
import { ConnectionForm } from './connection-form';
import { ConnectionState } from './connection-state';
import { RecentExchange } from './recent-exchange';
import { StageMappings } from './stage-mappings';
import { WaitingOrders } from './waiting-orders';
import { amocrmQuery } from './queries';
import classes from './integrations.module.css';

export function IntegrationsView() {
  const t = useTranslations('integrations');
  const can = useCan();
  const amocrm = useQuery(amocrmQuery(api));
  if (amocrm.isError && !amocrm.data) {
    return <ProblemAlert problem={viewProblem(amocrm.error)} onRetry={() => void amocrm.refetch()} />;
  }
  if (!amocrm.data) return <SkeletonRows />;
  const { connection, stageMappings, waiting, recent, counts } = amocrm.data;
  const manage = can('integration:manage');
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <ConnectionState connection={connection} counts={counts} manage={manage} />
          {manage && <ConnectionForm connection={connection} />}
          <Panel title={t('mapping.title')} flush>
            <StageMappings mappings={stageMappings} />
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel title={t('waiting.title')} flush>
            <WaitingOrders waiting={waiting} manage={manage} connected={connection !== null} />
          </Panel>
          <Panel title={t('recent.title')} flush>
            <RecentExchange events={recent} />
          </Panel>
        </div>
      </div>
    </>
  );
}
