'use client';

import { ActionIcon, Drawer, Select, Stack, TextInput } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import type { Item } from '@smet/api-client';
import type { EstimateResult, PricedItem, Specification } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toPriced } from '../model/use-editor-actions';
import type { EstimateEditing } from '../model/use-estimate-form';
import { ItemSelect } from './item-select';
import { useVariantName } from './use-variant-name';
import { MaterialFields } from './material-fields';
import classes from './variants.module.css';

interface SpecificationDrawerProps {
  editing: EstimateEditing;
  /** Of the shown variant; its lines are what there is to be replaced. Null while it is computed. */
  result: EstimateResult | null;
  readOnly: boolean;
  addPrice: (item: PricedItem) => void;
  onClose: () => void;
}

/** What the shown variant is made of: film, profile, and items taken instead of those of the rules. */
export function SpecificationDrawer({ editing, result, readOnly, addPrice, onClose }: SpecificationDrawerProps) {
  const t = useTranslations('variants.specification');
  const common = useTranslations('common');
  const { form, variant, base, dispatch } = editing;
  const nameOf = useVariantName(form);
  const { specification } = variant;
  const change = (next: Specification) => dispatch({ type: 'specification', specification: next });
  const substitutes = specification.substitutes ?? [];
  const names = new Map([...base.priceBook, ...(result?.lines ?? [])].map(({ code, name }) => [code, name]));
  const replace = (code: string, item: Item) => {
    const priced = toPriced(item);
    if (!priced) return;
    addPrice(priced);
    const others = substitutes.filter((known) => known.code !== code);
    change({ ...specification, substitutes: [...others, { code, by: item.code }] });
  };
  const restore = (code: string) =>
    change({ ...specification, substitutes: substitutes.filter((known) => known.code !== code) });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={t('of', { name: nameOf(variant.id) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md" data-editor>
        <MaterialFields
          specification={specification}
          films={base.ruleSet.films}
          readOnly={readOnly}
          onChange={change}
        />
        <section>
          <h3 className={classes.heading}>{t('substitutes')}</h3>
          <p className={classes.hint}>{t('substitutesHint')}</p>
          <ul className={classes.substitutes}>
            {substitutes.map(({ code, by }) => (
              <li key={code} className={classes.substitute}>
                <span className={classes.replaced}>{names.get(code) ?? code}</span>
                <IconArrowRight size={16} aria-label={t('by')} />
                <span>{names.get(by) ?? by}</span>
                {!readOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('restore', { name: names.get(code) ?? code })}
                    onClick={() => restore(code)}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
          {!readOnly && result && (
            <NewSubstitute
              estimateId={base.id}
              currency={base.currency}
              result={result}
              taken={new Set(substitutes.flatMap(({ code, by }) => [code, by]))}
              onReplace={replace}
            />
          )}
        </section>
      </Stack>
    </Drawer>
  );
}

interface NewSubstituteProps {
  estimateId: string;
  currency: string;
  result: EstimateResult;
  /** Replaced already, and those they are replaced by. */
  taken: ReadonlySet<string>;
  onReplace: (code: string, item: Item) => void;
}

/** First what is replaced, out of the lines by rule, then what it is replaced by, out of the nomenclature. */
function NewSubstitute({ estimateId, currency, result, taken, onReplace }: NewSubstituteProps) {
  const t = useTranslations('variants.specification');
  const [code, setCode] = useState<string | null>(null);
  const lines = new Map(
    result.lines.filter((line) => line.ruleKey !== null && !taken.has(line.code)).map((line) => [line.code, line.name]),
  );
  return (
    <Stack gap="xs">
      <Select
        label={t('replace')}
        placeholder={t('replacePlaceholder')}
        data={[...lines].map(([value, label]) => ({ value, label }))}
        value={code}
        searchable
        clearable
        onChange={setCode}
      />
      {code === null ? (
        <TextInput label={t('by')} disabled placeholder={t('byPlaceholder')} />
      ) : (
        <ItemSelect
          estimateId={estimateId}
          currency={currency}
          label={t('by')}
          onPick={(item) => {
            onReplace(code, item);
            setCode(null);
          }}
        />
      )}
    </Stack>
  );
}
