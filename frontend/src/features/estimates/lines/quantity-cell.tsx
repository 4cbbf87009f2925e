'use client';

import { Popover } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { EstimateLine } from '@smet/estimating';
import { compareDecimals } from '@smet/money';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatDecimal } from '../../../shared/formatting';
import { parseQuantity } from '../model/variant-form';
import { Why } from './why';
import classes from './lines.module.css';

interface QuantityCellProps {
  line: EstimateLine;
  currency: string;
  readOnly: boolean;
  /** Null puts the computed quantity back. */
  onChange: (quantity: string | null) => void;
}

/** The same cell of the next or the previous line, like in a spreadsheet. */
function moveTo(input: HTMLInputElement, by: 1 | -1): void {
  const cells = [...(input.closest('[data-lines]')?.querySelectorAll<HTMLInputElement>('input[data-quantity]') ?? [])];
  const next = cells[cells.indexOf(input) + by];
  next?.focus();
  next?.select();
}

/** A quantity that is edited where it stands. A click on it also says why it is so. */
export function QuantityCell({ line, currency, readOnly, onChange }: QuantityCellProps) {
  const t = useTranslations('estimates.lines');
  const [typed, setTyped] = useState<string | null>(null);
  const [why, setWhy] = useState(false);
  const began = useRef(line.quantity);
  const invalid = typed !== null && parseQuantity(typed) === null;

  const announce = (quantity: string) => {
    const isComputed = line.computedQuantity !== null && compareDecimals(quantity, line.computedQuantity) === 0;
    onChange(isComputed ? null : quantity);
  };
  const type = (text: string) => {
    setTyped(text);
    const quantity = parseQuantity(text);
    if (quantity !== null) announce(quantity);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      if (typed !== null) announce(began.current);
      setTyped(null);
      setWhy(false);
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      moveTo(event.currentTarget, 1);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      moveTo(event.currentTarget, -1);
    }
  };

  return (
    <span className={classes.quantity} data-overridden={line.overridden || undefined}>
      {line.overridden && !readOnly && (
        <button
          type="button"
          className={classes.reset}
          title={t('reset', { quantity: formatDecimal(line.computedQuantity ?? '0'), unit: line.unit })}
          aria-label={t('reset', { quantity: formatDecimal(line.computedQuantity ?? '0'), unit: line.unit })}
          onClick={() => onChange(null)}
        >
          <IconArrowBackUp size={15} aria-hidden />
        </button>
      )}
      <input
        className={classes.quantityInput}
        data-quantity
        data-invalid={invalid || undefined}
        aria-invalid={invalid}
        aria-label={t('quantityOf', { name: line.name, unit: line.unit })}
        title={invalid ? t('quantityInvalid') : t('whyHint')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        readOnly={readOnly}
        value={typed ?? formatDecimal(line.quantity)}
        onChange={(event) => type(event.currentTarget.value)}
        onClick={() => setWhy(true)}
        onFocus={(event) => {
          began.current = line.quantity;
          event.currentTarget.select();
        }}
        onBlur={() => {
          setTyped(null);
          setWhy(false);
        }}
        onKeyDown={onKeyDown}
      />
      {why && <WhyPopover line={line} currency={currency} />}
      <span className={classes.unit}>{line.unit}</span>
    </span>
  );
}

/** Mounted only while it is open: an estimate may have hundreds of quantities. It stands beside the cell, not around it. */
function WhyPopover({ line, currency }: Pick<QuantityCellProps, 'line' | 'currency'>) {
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
        <Why line={line} currency={currency} />
      </Popover.Dropdown>
    </Popover>
  );
}
