'use client';

import { Button, Popover } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormAction } from '../model/form-reducer';
import type { EstimateView, VariantForm } from '../model/types';
import { parseDiscount } from '../model/variant-form';
import { PercentField } from './percent-field';
import classes from '../totals.module.css';

interface CategoryDiscountsProps {
  categories: EstimateView['categories'];
  /** Categories whose lines get no discount but their own. */
  excludedIds: readonly string[];
  /** Those the estimate has lines of come first. */
  usedIds: ReadonlySet<string>;
  variant: VariantForm;
  locked: string | undefined;
  dispatch: (action: FormAction) => void;
}

/** A percentage for each category instead of the one of the whole estimate. */
export function CategoryDiscounts(props: CategoryDiscountsProps) {
  const { categories, excludedIds, usedIds, variant, locked, dispatch } = props;
  const t = useTranslations('estimates.money');
  const fields = new Map(variant.categoryDiscounts.map(({ categoryId, text }) => [categoryId, text]));
  const isShown = ({ id }: { id: string }): boolean => usedIds.has(id) || fields.has(id);
  const shown = categories.filter((category) => isShown(category) && !excludedIds.includes(category.id));
  const excluded = categories.filter((category) => usedIds.has(category.id) && excludedIds.includes(category.id));
  const count = variant.categoryDiscounts.length;
  return (
    <Popover position="top-end" width={340} shadow="lg" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs">
          {count > 0 ? t('byCategoryCount', { count }) : t('byCategory')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.box}>
        <h3 className={classes.boxTitle}>{t('categoryDiscounts')}</h3>
        <p className={classes.hint}>{t('categoryHint')}</p>
        <ul className={classes.fields}>
          {shown.map(({ id, name }) => {
            const text = fields.get(id) ?? '';
            return (
              <li key={id}>
                <span>{name}</span>
                <PercentField
                  label={t('discountOfCategory', { name })}
                  text={text}
                  problem={parseDiscount(text) === null ? t('percentInvalid') : null}
                  locked={locked}
                  onType={(typed) =>
                    dispatch({ type: 'category-discount', categoryId: id, text: typed === '' ? null : typed })
                  }
                />
              </li>
            );
          })}
        </ul>
        {shown.length === 0 && <p className={classes.hint}>{t('noCategories')}</p>}
        {excluded.length > 0 && (
          <p className={classes.hint}>{t('excluded', { names: excluded.map(({ name }) => name).join(', ') })}</p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
