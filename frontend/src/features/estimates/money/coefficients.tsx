'use client';

import { ActionIcon, Button, Chip, Group, Popover, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ITEM_KINDS } from '@smet/estimating';
import type { ItemKind } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { FormAction } from '../model/form-reducer';
import { offerUndo } from '../../../shared/ui/offer-undo';
import type { CoefficientField, RoomForm, VariantForm } from '../model/types';
import { parseCoefficient } from '../model/variant-form';
import { PercentField } from './percent-field';
import classes from '../totals.module.css';

interface CoefficientsProps {
  rooms: readonly RoomForm[];
  variant: VariantForm;
  readOnly: boolean;
  canDiscount: boolean;
  dispatch: (action: FormAction) => void;
}

/** Surcharges a person adds: how much, of what, and where. */
export function Coefficients({ rooms, variant, readOnly, canDiscount, dispatch }: CoefficientsProps) {
  const t = useTranslations('estimates.money');
  const { coefficients } = variant;
  const add = () => {
    const coefficient = { id: crypto.randomUUID(), name: '', roomId: null, text: '', base: ['work' as const] };
    dispatch({ type: 'add-coefficient', coefficient });
  };
  const remove = (coefficient: CoefficientField) => {
    const index = coefficients.indexOf(coefficient);
    dispatch({ type: 'remove-coefficient', id: coefficient.id });
    const back = { type: 'restore-coefficient', coefficient, index } as const;
    offerUndo(t('coefficientRemoved'), () => dispatch({ type: 'together', variantId: variant.id, actions: [back] }));
  };
  return (
    <Popover position="top-end" width={420} shadow="lg" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs">
          {coefficients.length > 0 ? t('coefficientCount', { count: coefficients.length }) : t('addCoefficient')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.box}>
        <h3 className={classes.boxTitle}>{t('coefficients')}</h3>
        <p className={classes.hint}>{t('coefficientHint')}</p>
        {coefficients.map((coefficient) => (
          <Coefficient
            key={coefficient.id}
            {...{ coefficient, rooms, readOnly, canDiscount, dispatch }}
            onRemove={() => remove(coefficient)}
          />
        ))}
        {!readOnly && (
          <Button variant="light" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
            {t('newCoefficient')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface CoefficientProps extends Pick<CoefficientsProps, 'rooms' | 'readOnly' | 'canDiscount' | 'dispatch'> {
  coefficient: CoefficientField;
  onRemove: () => void;
}

const ALL = 'all';
const MOST_NAME_CHARACTERS = 100;

function Coefficient({ coefficient, rooms, readOnly, canDiscount, dispatch, onRemove }: CoefficientProps) {
  const t = useTranslations('estimates.money');
  const lines = useTranslations('estimates.lines');
  const { id, name, text, roomId, base } = coefficient;
  const change = (fields: Partial<Omit<CoefficientField, 'id'>>) =>
    dispatch({ type: 'coefficient', id, change: fields });
  const percent = parseCoefficient(text);
  const isForbidden = percent?.startsWith('-') === true && !canDiscount;
  return (
    <fieldset className={classes.coefficient} disabled={readOnly}>
      <legend className={classes.hidden}>{name || t('newCoefficient')}</legend>
      <div className={classes.coefficientRow}>
        <TextInput
          className={classes.grow}
          size="xs"
          aria-label={t('coefficientName')}
          placeholder={t('coefficientExample')}
          maxLength={MOST_NAME_CHARACTERS}
          value={name}
          error={name.trim() === '' && text !== ''}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <PercentField
          label={t('coefficientPercent', { name })}
          text={text}
          problem={
            text !== '' && percent === null ? t('coefficientInvalid') : isForbidden ? t('reductionForbidden') : null
          }
          onType={(typed) => change({ text: typed })}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t('removeCoefficient', { name })} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.coefficientRow}>
        <span className={classes.hint}>{t('of')}</span>
        <Chip.Group multiple value={base} onChange={(kinds) => change({ base: inOrder(kinds) })}>
          <Group gap={4}>
            {ITEM_KINDS.map((kind) => (
              <Chip key={kind} value={kind} size="xs">
                {t(`kinds.${kind}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Select
          className={classes.grow}
          size="xs"
          aria-label={t('coefficientPlace', { name })}
          allowDeselect={false}
          data={[
            { value: ALL, label: t('wholeEstimate') },
            ...rooms.map((room) => ({ value: room.id, label: room.name || lines('unnamedRoom') })),
          ]}
          value={roomId ?? ALL}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => change({ roomId: value === null || value === ALL ? null : value })}
        />
      </div>
    </fieldset>
  );
}

const inOrder = (kinds: readonly string[]): ItemKind[] => ITEM_KINDS.filter((kind) => kinds.includes(kind));
