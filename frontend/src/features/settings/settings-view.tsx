'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { useCan } from '../../shared/session/session';
import { organizationQuery } from './queries';
import { SettingsFrame } from './settings-frame';
import { TolerancesForm } from './tolerances-form';
import { Unread } from './unread';
import classes from './settings.module.css';

/** What the firm has decided about measuring. */
export function SettingsView() {
  const can = useCan();
  const organization = useQuery(organizationQuery(api));
  if (!organization.data) return <Unread of={[organization]} />;
  const { data } = organization;
  return (
    <SettingsFrame tab="measuring" organization={data.name}>
      <div className={classes.column}>
        <TolerancesForm organization={data} readOnly={!can('organization:manage')} />
      </div>
    </SettingsFrame>
  );
}
