'use client';

import { Button, Progress } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import type { Import } from '@smet/api-client';
import { useFormatter, useTranslations } from 'next-intl';
import { Panel } from '../../shared/ui/panel';
import type { ImportSteps } from './use-import-steps';
import classes from './imports.module.css';

const WHOLE = 100;

interface ImportProgressProps {
  record: Import;
  steps: ImportSteps;
  mayStop: boolean;
}

/** How far the background has come: counted rows, never a guess. How many there will be is unknown while a file is read. */
export function ImportProgress({ record, steps, mayStop }: ImportProgressProps) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const { done, total } = record.progress;
  const words =
    total === null
      ? t('progress.reading', { done })
      : t('progress.ofTotal', { done: format.number(done), total: format.number(total) });
  const value = total === null ? WHOLE : total === 0 ? 0 : Math.min(WHOLE, (done / total) * WHOLE);
  return (
    <Panel
      title={t(`states.${record.state}`)}
      aside={
        mayStop &&
        record.steps.includes('stop') && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlayerStop size={16} />}
            loading={steps.isPending}
            onClick={() => steps.mutate({ step: 'stop' })}
          >
            {t('detail.stop')}
          </Button>
        )
      }
    >
      <div className={classes.progress}>
        <div className={classes.sendingWords}>
          <output className="tabular">{words}</output>
          {total !== null && <span className="tabular">{t('form.percent', { percent: Math.floor(value) })}</span>}
        </div>
        <Progress.Root size="lg">
          <Progress.Section
            value={value}
            animated={total === null}
            striped={total === null}
            aria-label={t('progress.label')}
            aria-valuetext={words}
          />
        </Progress.Root>
        <p className={classes.muted}>{t('progress.leave')}</p>
      </div>
    </Panel>
  );
}
