'use client';

import { Button, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments, IconArrowsDiff, IconPlus, IconStarFilled } from '@tabler/icons-react';
import type { PricedItem } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { formatMoney } from '../../../shared/formatting';
import { formatDelta } from '../difference/difference-view';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { VariantResult } from '../model/use-estimate-result';
import { CompareDrawer } from './compare-drawer';
import { NewVariant } from './new-variant';
import { SpecificationDrawer } from './specification-drawer';
import { useVariantName } from './use-variant-name';
import { VariantMenu } from './variant-menu';
import classes from './variants.module.css';

interface VariantTabsProps {
  editing: EstimateEditing;
  results: VariantResult[];
  readOnly: boolean;
  addPrice: (item: PricedItem) => void;
}

/** Good, better, best beside each other: what each costs, and what that is more or less than the first. */
export const VariantTabs = memo(function VariantTabs(props: VariantTabsProps) {
  const { editing, results, readOnly, addPrice } = props;
  const t = useTranslations('variants');
  const { form, variant: shown, base, dispatch } = editing;
  const [adding, add] = useDisclosure(false);
  const [specifying, specify] = useDisclosure(false);
  const [comparing, compare] = useDisclosure(false);
  const sums = new Map(results.map(({ variant, result }) => [variant.id, result.totals.toPayMinor]));
  const first = sums.get(form.variants[0]?.id ?? '');
  const nameOf = useVariantName(form);
  const isOne = form.variants.length === 1;
  return (
    <div className={classes.bar} data-many={!isOne || undefined}>
      <fieldset className={classes.tabs} aria-label={t('label')}>
        {form.variants.map((variant, index) => {
          const sum = sums.get(variant.id);
          return (
            <button
              key={variant.id}
              type="button"
              aria-pressed={variant.id === shown.id}
              className={classes.tab}
              onClick={() => dispatch({ type: 'show-variant', variantId: variant.id })}
            >
              <span className={classes.name}>
                {!isOne && variant.id === form.currentVariantId && (
                  <>
                    <IconStarFilled size={13} className={classes.star} aria-hidden />
                    <VisuallyHidden>{t('current')}</VisuallyHidden>
                  </>
                )}
                {nameOf(variant.id)}
              </span>
              <span className={`${classes.sum} tabular`}>
                {sum === undefined ? '…' : formatMoney(sum, base.currency)}
                {index > 0 && sum !== undefined && first !== undefined && (
                  <span className={classes.delta}>{formatDelta(sum - first, base.currency)}</span>
                )}
              </span>
            </button>
          );
        })}
      </fieldset>
      {!readOnly && <VariantMenu editing={editing} />}
      <div className={classes.tools}>
        {!readOnly && (
          <Button
            variant="default"
            size="xs"
            className={classes.tool}
            aria-label={t('add')}
            title={t('add')}
            leftSection={<IconPlus size={16} />}
            onClick={add.open}
          >
            {t('add')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          className={classes.tool}
          aria-label={t('specification.title')}
          title={t('specification.title')}
          leftSection={<IconAdjustments size={16} />}
          onClick={specify.open}
        >
          {t('specification.title')}
        </Button>
        {!isOne && (
          <Button
            variant="default"
            size="xs"
            className={classes.tool}
            aria-label={t('compare')}
            title={t('compare')}
            leftSection={<IconArrowsDiff size={16} />}
            onClick={compare.open}
          >
            {t('compare')}
          </Button>
        )}
      </div>
      {adding && <NewVariant editing={editing} onClose={add.close} />}
      {specifying && (
        <SpecificationDrawer
          editing={editing}
          result={results.find(({ variant }) => variant.id === shown.id)?.result ?? null}
          readOnly={readOnly}
          addPrice={addPrice}
          onClose={specify.close}
        />
      )}
      {comparing && <CompareDrawer editing={editing} results={results} onClose={compare.close} />}
    </div>
  );
});
