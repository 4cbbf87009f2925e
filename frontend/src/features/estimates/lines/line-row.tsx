'use client';

import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { EstimateLine, Explanation } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { formatMoney } from '../../../shared/formatting';
import type { FormAction } from '../model/form-reducer';
import { QuantityCell } from './quantity-cell';
import classes from './lines.module.css';

interface LineRowProps {
  line: EstimateLine;
  currency: string;
  readOnly: boolean;
  dispatch: (action: FormAction) => void;
  onRemove: (manualId: string) => void;
}

const MANUAL_PREFIX = 'manual:';

/** The id of an added line; null for one the rules made. */
const manualIdOf = (line: EstimateLine): string | null =>
  line.key.startsWith(MANUAL_PREFIX) ? line.key.slice(MANUAL_PREFIX.length) : null;

/** Lines of one measure share their explanation, so that each is written out once, not once for every line. */
const written = new WeakMap<Explanation, string>();

function write(explanation: Explanation): string {
  const known = written.get(explanation);
  if (known !== undefined) return known;
  const text = JSON.stringify(explanation);
  written.set(explanation, text);
  return text;
}

const sameLine = (a: EstimateLine, b: EstimateLine): boolean =>
  a === b ||
  (a.key === b.key &&
    a.code === b.code &&
    a.name === b.name &&
    a.quantity === b.quantity &&
    a.computedQuantity === b.computedQuantity &&
    a.overridden === b.overridden &&
    a.priceMinor === b.priceMinor &&
    a.sumMinor === b.sumMinor &&
    write(a.explanation) === write(b.explanation));

/** Every keystroke computes the whole estimate anew: only rows that came out different are painted again. */
export const LineRow = memo(
  function LineRow({ line, currency, readOnly, dispatch, onRemove }: LineRowProps) {
    const t = useTranslations('estimates.lines');
    const manualId = manualIdOf(line);
    const change = (quantity: string | null) => {
      if (manualId !== null) {
        if (quantity !== null) dispatch({ type: 'line-quantity', id: manualId, quantity });
      } else if (line.roomId !== null && line.ruleKey !== null) {
        dispatch({ type: 'override', roomId: line.roomId, ruleKey: line.ruleKey, quantity });
      }
    };
    return (
      <tr className={classes.row} data-line={line.code}>
        <td className={classes.name}>
          {line.name}
          {line.overridden && <span className={classes.mark}>{t('changedByHand')}</span>}
          {manualId !== null && <span className={classes.mark}>{t('addedByHand')}</span>}
        </td>
        <td className={classes.quantityTd}>
          {manualId !== null && !readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              className={classes.remove}
              aria-label={t('removeLine', { name: line.name })}
              onClick={() => onRemove(manualId)}
            >
              <IconX size={15} />
            </ActionIcon>
          )}
          <QuantityCell line={line} currency={currency} readOnly={readOnly} onChange={change} />
        </td>
        <td className={classes.price}>{formatMoney(line.priceMinor, currency)}</td>
        <td className={classes.sum}>{formatMoney(line.sumMinor, currency)}</td>
      </tr>
    );
  },
  (before, after) =>
    sameLine(before.line, after.line) &&
    before.currency === after.currency &&
    before.readOnly === after.readOnly &&
    before.dispatch === after.dispatch &&
    before.onRemove === after.onRemove,
);
