'use client';

import { Select } from '@mantine/core';
import type { RuleItem, RuleLine } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import { ItemField } from './item-field';
import { itemBy } from './rule-document';
import type { RulesPartProps } from './rules-context';
import classes from './rules.module.css';

interface LineItemProps extends Pick<RulesPartProps, 'document' | 'items' | 'readOnly'> {
  line: RuleLine;
  set: (line: RuleLine) => void;
}

/** Which item a line is of: one, or one for each film and roll, or for each material. */
export function LineItem({ document, items, readOnly, line, set }: LineItemProps) {
  const t = useTranslations('rules.line');
  const { item } = line;
  const setItem = (next: RuleItem) => set({ ...line, item: next });
  const setCode = (key: string, code: string | null) => {
    if (code === null || item.by === 'code') return;
    const codes = { ...item.codes, [key]: code };
    setItem(item.by === 'canvas' ? { by: 'canvas', codes } : { by: 'material', codes: { ...item.codes, ...codes } });
  };
  const labelOf = (key: string) => {
    if (key === 'pvc' || key === 'textile') return t(key);
    const [film = '', roll = ''] = key.split(' ');
    return t('canvas', { film, roll: formatDecimal(roll) });
  };
  return (
    <>
      <Select
        label={t('by')}
        data={[
          { value: 'code', label: t('byCode') },
          { value: 'canvas', label: t('byCanvas') },
          { value: 'material', label: t('byMaterial') },
        ]}
        value={item.by}
        allowDeselect={false}
        readOnly={readOnly}
        onChange={(by) => by && by !== item.by && setItem(itemBy(by, item, document.films))}
      />
      {item.by === 'code' ? (
        <ItemField
          label={t('item')}
          value={item.code}
          items={items}
          readOnly={readOnly}
          onChange={(code) => code !== null && setItem({ by: 'code', code })}
        />
      ) : (
        <div className={classes.fields}>
          {Object.entries(item.codes).map(([key, code]) => (
            <ItemField
              key={key}
              label={labelOf(key)}
              value={code}
              items={items}
              readOnly={readOnly}
              onChange={(chosen) => setCode(key, chosen)}
            />
          ))}
        </div>
      )}
    </>
  );
}
