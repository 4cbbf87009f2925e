'use client';

import { Checkbox } from '@mantine/core';
import type { RuleLine, RuleStock } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { KnownName } from './completion';
import { DecimalField } from './decimal-field';
import { FormulaField } from './formula-field';
import { ItemField } from './item-field';
import { RoundingFields } from './rounding-fields';
import { formulaErrorAt, patched } from './rule-document';
import type { RulesPartProps } from './rules-context';
import classes from './rules.module.css';

/** What a stock formula calls the billed quantity of its line. */
const BILLED = 'quantity';

interface StockFieldsProps extends Pick<RulesPartProps, 'problems' | 'names' | 'items' | 'readOnly'> {
  line: RuleLine;
  set: (line: RuleLine) => void;
  /** Of the line in the document. */
  path: string;
}

/** What the warehouse gives out, where it is not what is billed. */
export function StockFields({ problems, names, items, readOnly, line, set, path }: StockFieldsProps) {
  const t = useTranslations('rules.line');
  const measures = useTranslations('rules.measures');
  const { stock } = line;
  const billed = line.quantity !== null;
  const stockNames = useMemo<readonly KnownName[]>(
    () => (billed ? [{ name: BILLED, title: measures(BILLED), unit: '', kind: 'measure' }, ...names] : names),
    [billed, measures, names],
  );
  const setStock = (changes: { [K in keyof RuleStock]?: RuleStock[K] | undefined }) =>
    stock && set({ ...line, stock: patched(stock, changes) });
  return (
    <>
      {billed && (
        <Checkbox
          label={t('stockOwn')}
          checked={stock !== undefined}
          disabled={readOnly}
          onChange={(event) =>
            set(patched(line, { stock: event.currentTarget.checked ? { quantity: BILLED } : undefined }))
          }
        />
      )}
      {stock && (
        <div className={classes.stock}>
          <FormulaField
            label={t('stockQuantity')}
            description={billed ? t('stockAbout') : undefined}
            value={stock.quantity}
            names={stockNames}
            readOnly={readOnly}
            error={formulaErrorAt(problems, `${path}.stock.quantity`)}
            onChange={(quantity) => setStock({ quantity })}
          />
          <div className={classes.fields}>
            <RoundingFields
              value={stock.rounding}
              readOnly={readOnly}
              onChange={(rounding) => setStock({ rounding })}
            />
            <DecimalField
              label={t('pack')}
              placeholder={t('packNone')}
              value={stock.pack ?? null}
              readOnly={readOnly}
              onChange={(pack) => setStock({ pack: pack ?? undefined })}
            />
            <ItemField
              label={t('stockItem')}
              placeholder={t('stockItemNone')}
              value={stock.code ?? null}
              items={items}
              clearable
              readOnly={readOnly}
              onChange={(code) => setStock({ code: code ?? undefined })}
            />
          </div>
        </div>
      )}
    </>
  );
}
