'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { useCan } from '../../../shared/session/session';
import { currentRuleSetQuery, organizationQuery, ruleSetVersionQuery } from '../queries';
import { SettingsFrame } from '../settings-frame';
import { Unread } from '../unread';
import { OldRules } from './old-rules';
import { RulesEditor } from './rules-editor';

/** By which rules rooms become lines: those in force, or an older version to look at. */
export function RulesView({ version }: { version: number | null }) {
  const can = useCan();
  const organization = useQuery(organizationQuery(api));
  const current = useQuery(currentRuleSetQuery(api));
  const isOld = version !== null && version !== current.data?.version;
  const old = useQuery({ ...ruleSetVersionQuery(api, version ?? 0), enabled: isOld });
  if (!organization.data || !current.data || (isOld && !old.data)) {
    return <Unread of={[organization, current, ...(isOld ? [old] : [])]} />;
  }
  const may = can('organization:manage');
  return (
    <SettingsFrame tab="rules" organization={organization.data.name}>
      {isOld && old.data ? (
        <OldRules
          key={old.data.version}
          old={old.data}
          current={current.data}
          organization={organization.data}
          mayRestore={may}
        />
      ) : (
        <RulesEditor stored={current.data} organization={organization.data} readOnly={!may} />
      )}
    </SettingsFrame>
  );
}
