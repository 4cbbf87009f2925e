import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './rules.module.css';

interface PartRowProps {
  title: string;
  /** Beside the title: what it says at a glance. */
  about: ReactNode;
  marks: readonly string[];
  wrong: boolean;
  open: boolean;
  onToggle: () => void;
}

/** A part of the rules, closed to one row until it is opened to be changed. */
export function PartRow({ title, about, marks, wrong, open, onToggle }: PartRowProps) {
  const t = useTranslations('rules.lines');
  return (
    <button type="button" className={classes.row} aria-expanded={open} onClick={onToggle}>
      <IconChevronRight size={16} aria-hidden className={classes.chevron} />
      <span className={classes.rowTitle}>
        {title}
        {wrong && (
          <span className={classes.wrong}>
            <IconAlertTriangle size={14} aria-hidden /> {t('wrong')}
          </span>
        )}
      </span>
      <span className={classes.rowFormula}>{about}</span>
      <span className={classes.marks}>
        {marks.map((mark) => (
          <span key={mark} className={classes.mark}>
            {mark}
          </span>
        ))}
      </span>
    </button>
  );
}
