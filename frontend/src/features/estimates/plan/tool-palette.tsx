'use client';

import { UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useDrawingTools } from '../drawing/drawing-tools';
import { ToolIcon } from './tool-icon';
import { PALETTE } from './tools';
import classes from './plan.module.css';

/** What can be put on the plan: a tool stays chosen until another one is, or until it is put away. */
export function ToolPalette({ disabled }: { disabled: boolean }) {
  const t = useTranslations('plan');
  const { tool, setTool } = useDrawingTools();
  return (
    <fieldset className={classes.palette} disabled={disabled}>
      <legend className={classes.heading}>{t('panel.place')}</legend>
      {PALETTE.map((kind) => (
        <UnstyledButton
          key={kind}
          className={classes.tool}
          aria-pressed={tool === kind}
          disabled={disabled}
          onClick={() => setTool(tool === kind ? null : kind)}
        >
          <ToolIcon tool={kind} />
          {t(`tools.${kind}`)}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
