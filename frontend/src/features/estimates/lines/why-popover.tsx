'use client';

import { Popover } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { GridRow } from './grid-rows';
import { Why } from './why';
import classes from './lines.module.css';

interface WhyPopoverProps {
  row: Extract<GridRow, { kind: 'line' }>;
  currency: string;
}

/** The focus stays in the cell, or the answer would be gone with it. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

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
      <Popover.Dropdown className={classes.whyBox} onMouseDown={keepFocus}>
        <Why line={row.line} currency={currency} />
      </Popover.Dropdown>
    </Popover>
  );
}
