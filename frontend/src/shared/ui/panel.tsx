import clsx from 'clsx';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Content that brings its own edges, like a table. */
  flush?: boolean;
}

/** A surface with an optional heading: the one box of the application. */
export function Panel({ title, aside, children, className, flush = false }: PanelProps) {
  return (
    <section className={clsx(classes.panel, className)}>
      {(title || aside) && (
        <div className={classes.head}>
          {title && <h2 className={classes.title}>{title}</h2>}
          {aside}
        </div>
      )}
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  );
}
