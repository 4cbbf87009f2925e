'use client';

import { Popover } from '@mantine/core';
import type { GridRow } from './grid-rows';
import { Why } from './why';
import classes from './lines.module.css';

interface WhyPopoverProps {
  row: Extract<GridRow, { kind: 'line' }>;
  currency: string;
}

/** Mounted only while it is open: an estimate may have hundreds of quantities. It stands beside the cell, not around it. */
export function WhyPopover({ row, currency }: WhyPopoverProps) {
  const isNarrow = window.matchMedia('(max-width: 61.99em)').matches;
  return (
    <Popover
      opened
      position={isNarrow ? 'bottom-start' : 'left-start'}
      offset={isNarrow ? 6 : 12}
      width={340}
      shadow="lg"
      trapFocus={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown className={classes.whyBox}>
        <Why line={row.line} currency={currency} />
      </Popover.Dropdown>
    </Popover>
  );
}
