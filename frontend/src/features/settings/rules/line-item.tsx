'use client';

import { Select } from '@mantine/core';
import type { RuleItem, RuleLine } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import { canvasesOf } from './films';
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
  const canvases = canvasesOf(document.films);
  const labelOf = (key: string) => {
    if (key === 'pvc' || key === 'textile') return t(key);
    const canvas = canvases.find((known) => known.key === key);
    return canvas ? t('canvas', { film: canvas.film.title, roll: formatDecimal(canvas.roll) }) : key;
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
          {choices(item, canvases).map(([key, code]) => (
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

/** A material or canvas and its item; a roll that is new has none yet. */
function choices(
  item: Exclude<RuleItem, { by: 'code' }>,
  canvases: readonly { key: string }[],
): [key: string, code: string | null][] {
  if (item.by === 'material') return Object.entries(item.codes);
  return canvases.map(({ key }) => [key, item.codes[key] ?? null]);
}
