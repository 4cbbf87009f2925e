'use client';

import type { ReactNode } from 'react';
import classes from '../totals.module.css';

interface TotalsRowProps {
  name: string;
  hint?: string;
  value: ReactNode;
  /** What changes it, between its name and its value. */
  control?: ReactNode;
  kind?: 'quiet';
}

/** A sum with its name. */
export function TotalsRow({ name, hint, value, control, kind }: TotalsRowProps) {
  return (
    <div className={classes.row} data-kind={kind}>
      <dt title={hint}>{name}</dt>
      {control !== undefined && <dd className={classes.control}>{control}</dd>}
      <dd className="tabular">{value}</dd>
    </div>
  );
}
