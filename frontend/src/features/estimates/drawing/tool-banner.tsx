'use client';

import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { isLineTool } from '../plan/tools';
import type { Tool } from '../plan/tools';
import type { useLineInHand } from './use-line-in-hand';
import classes from './drawing.module.css';

interface ToolBannerProps {
  tool: Tool | null;
  /** False while the room is not complete: nothing can be placed in it yet. */
  isReady: boolean;
  line: ReturnType<typeof useLineInHand>;
  onClose: () => void;
}

/** What the chosen tool waits for, and the way out of it. */
export function ToolBanner({ tool, isReady, line, onClose }: ToolBannerProps) {
  const t = useTranslations('plan.drawing');
  const tools = useTranslations('plan.tools');
  if (!tool) return null;
  const hint = !isReady ? 'hintUnfinished' : isLineTool(tool) ? 'hintLine' : 'hintPoint';
  return (
    <div className={classes.banner}>
      <output className={classes.bannerText}>
        <b>{tools(tool)}.</b> {tool === 'seam' && isReady ? t('hintSeam') : t(hint)}
      </output>
      {line.points.length > 0 && (
        <ActionIcon variant="default" aria-label={t('takeBack')} title={t('takeBack')} onClick={line.takeBack}>
          <IconArrowBackUp size={17} />
        </ActionIcon>
      )}
      {line.points.length > 1 && (
        <Button size="compact-sm" onClick={line.finish}>
          {t('finishLine')}
        </Button>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t('done')} title={t('done')} onClick={onClose}>
        <IconX size={17} />
      </ActionIcon>
    </div>
  );
}
