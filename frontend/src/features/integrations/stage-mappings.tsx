'use client';

import type { StageMapping } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import classes from './integrations.module.css';

export function StageMappings({ mappings }: { mappings: StageMapping[] }) {
  const t = useTranslations('integrations.mapping');
  if (mappings.length === 0) return <p className={classes.emptyRow}>{t('empty')}</p>;
  return (
    <table className={classes.mapping}>
      <thead>
        <tr>
          <th scope="col">{t('stage')}</th>
          <th scope="col">{t('external')}</th>
        </tr>
      </thead>
      <tbody>
        {mappings.map((mapping) => (
          <tr key={mapping.stageId}>
            <td>{mapping.stageName}</td>
            <td>
              {mapping.externalStatusName ?? mapping.externalStatusId}
              {mapping.externalPipelineName && <div className={classes.rowNote}>{mapping.externalPipelineName}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
