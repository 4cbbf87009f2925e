'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { useCan } from '../../shared/session/session';
import { PageHeader } from '../../shared/ui/page-header';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';
import { organizationQuery } from './queries';
import { TolerancesForm } from './tolerances-form';
import classes from './settings.module.css';

/** What the firm has decided for itself. */
export function SettingsView() {
  const t = useTranslations('settings');
  const can = useCan();
  const organization = useQuery(organizationQuery(api));
  if (organization.isError && !organization.data) {
    return <ProblemAlert problem={viewProblem(organization.error)} onRetry={() => void organization.refetch()} />;
  }
  if (!organization.data) return <SkeletonRows />;
  const { data } = organization;
  return (
    <>
      <PageHeader title={t('title')} note={data.name} />
      <div className={classes.column}>
        <TolerancesForm organization={data} readOnly={!can('organization:manage')} />
      </div>
    </>
  );
}
