'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { useCan } from '../../shared/session/session';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';
import { organizationQuery } from './queries';
import { SettingsFrame } from './settings-frame';
import { TolerancesForm } from './tolerances-form';
import classes from './settings.module.css';

/** What the firm has decided about measuring. */
export function SettingsView() {
  const can = useCan();
  const organization = useQuery(organizationQuery(api));
  if (organization.isError && !organization.data) {
    return <ProblemAlert problem={viewProblem(organization.error)} onRetry={() => void organization.refetch()} />;
  }
  if (!organization.data) return <SkeletonRows />;
  const { data } = organization;
  return (
    <SettingsFrame tab="measuring" organization={data.name}>
      <div className={classes.column}>
        <TolerancesForm organization={data} readOnly={!can('organization:manage')} />
      </div>
    </SettingsFrame>
  );
}
