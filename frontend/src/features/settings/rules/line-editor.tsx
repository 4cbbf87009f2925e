'use client';

import { Button, Checkbox, Group, MultiSelect, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { RuleLine } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { DecimalField } from './decimal-field';
import { FormulaField } from './formula-field';
import { LineItem } from './line-item';
import { useLineTitle } from './line-title';
import { OtherProblems } from './other-problems';
import { formulaErrorAt, patched, setBilled } from './rule-document';
import { RoundingFields } from './rounding-fields';
import type { RulesPartProps } from './rules-context';
import { StockFields } from './stock-fields';
import classes from './rules.module.css';

interface LineEditorProps extends RulesPartProps {
  line: RuleLine;
  index: number;
  set: (line: RuleLine) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Everything a line says: what of, how much, when, how rounded, instead of what, and what the warehouse gives out. */
export function LineEditor(props: LineEditorProps) {
  const { document, problems, names, items, readOnly, line, index, set, onMove, onRemove } = props;
  const t = useTranslations('rules.line');
  const titleOf = useLineTitle(items);
  const path = `lines.${index}`;
  const bundle = document.bundles.find(({ key }) => key === line.bundle);
  const others = useMemo(
    () =>
      document.lines
        .filter(({ key }) => key !== line.key)
        .map((other) => ({ value: other.key, label: `${titleOf(other)} · ${other.key}` })),
    [document.lines, line.key, titleOf],
  );
  const field = { names, readOnly };
  return (
    <div className={classes.editor}>
      <LineItem {...props} />
      <Checkbox
        label={t('billed')}
        checked={line.quantity !== null}
        disabled={readOnly}
        onChange={(event) => set(setBilled(line, event.currentTarget.checked))}
      />
      {line.quantity !== null && (
        <FormulaField
          {...field}
          label={bundle ? t('quantityEach', { name: bundle.title }) : t('quantity')}
          value={line.quantity}
          error={formulaErrorAt(problems, `${path}.quantity`)}
          onChange={(quantity) => set({ ...line, quantity })}
        />
      )}
      <FormulaField
        {...field}
        label={t('when')}
        placeholder={t('whenAlways')}
        value={line.when ?? ''}
        error={formulaErrorAt(problems, `${path}.when`)}
        onChange={(when) => set(patched(line, { when: when.trim() === '' ? undefined : when }))}
      />
      <div className={classes.fields}>
        {line.quantity !== null && (
          <>
            <RoundingFields
              value={line.rounding}
              readOnly={readOnly}
              onChange={(rounding) => set(patched(line, { rounding }))}
            />
            <DecimalField
              label={t('pack')}
              placeholder={t('packNone')}
              value={line.pack ?? null}
              readOnly={readOnly}
              onChange={(pack) => set(patched(line, { pack: pack ?? undefined }))}
            />
          </>
        )}
        <Select
          label={t('bundle')}
          placeholder={t('bundleNone')}
          data={document.bundles.map(({ key, title }) => ({ value: key, label: title }))}
          value={line.bundle ?? null}
          clearable
          readOnly={readOnly}
          onChange={(key) => set(patched(line, { bundle: key ?? undefined }))}
        />
      </div>
      <MultiSelect
        label={t('replaces')}
        description={t('replacesAbout')}
        placeholder={line.replaces ? '' : t('replacesNone')}
        data={others}
        value={[...(line.replaces ?? [])]}
        searchable
        hidePickedOptions
        readOnly={readOnly}
        onChange={(replaces) => set(patched(line, { replaces: replaces.length > 0 ? replaces : undefined }))}
      />
      <StockFields {...props} path={path} />
      <OtherProblems problems={problems} path={path} />
      {!readOnly && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowUp size={15} aria-hidden />}
            disabled={index === 0}
            onClick={() => onMove(-1)}
          >
            {t('up')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowDown size={15} aria-hidden />}
            disabled={index === document.lines.length - 1}
            onClick={() => onMove(1)}
          >
            {t('down')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} aria-hidden />}
            disabled={document.lines.length === 1}
            onClick={onRemove}
          >
            {t('remove')}
          </Button>
        </Group>
      )}
    </div>
  );
}
