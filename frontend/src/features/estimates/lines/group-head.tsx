'use client';

import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { formatMoney } from '../../../shared/formatting';
import type { RowGroup } from './grid-rows';
import classes from './lines.module.css';

interface GroupHeadProps {
  group: RowGroup;
  currency: string;
  isOpen: boolean;
  /** Columns of the grid: the head goes over all of them. */
  span: number;
  onToggle: (key: string) => void;
  onOpenRoom: (roomId: string) => void;
}

/** Name and sum of a room or a category; closes its lines. */
export function GroupHead({ group, currency, isOpen, span, onToggle, onOpenRoom }: GroupHeadProps) {
  const t = useTranslations('estimates.lines');
  const { key, name, roomId, rows, sumMinor, unfinished } = group;
  return (
    <tr className={classes.groupHead}>
      <td colSpan={span} className={classes.groupCell}>
        <button
          type="button"
          className={classes.chevron}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'collapse' : 'expand', { name })}
          onClick={() => onToggle(key)}
        >
          <IconChevronDown size={16} aria-hidden />
        </button>
        {roomId === null ? (
          <span className={classes.groupName}>{name}</span>
        ) : (
          <button
            type="button"
            className={`${classes.groupName} ${classes.groupLink}`}
            onClick={() => onOpenRoom(roomId)}
          >
            {name}
          </button>
        )}
        {!isOpen && rows.length > 0 && <span className={classes.groupCount}>{t('count', { count: rows.length })}</span>}
        {rows.length > 0 && <span className={`${classes.groupSum} tabular`}>{formatMoney(sumMinor, currency)}</span>}
        {unfinished && <span className={classes.groupNote}>{t('unfinished')}</span>}
      </td>
    </tr>
  );
}
