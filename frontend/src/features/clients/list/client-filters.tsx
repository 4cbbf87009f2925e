'use client';

import { Button, CloseButton, Popover } from '@mantine/core';
import { IconFilterPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ClientListInput } from '../../../shared/api/query-keys';
import { useCan } from '../../../shared/session/session';
import { SearchBox } from '../../../shared/ui/search-box';
import { ConditionFields } from './condition-fields';
import { useChips } from './use-chips';
import classes from './client-list.module.css';

export interface ClientFiltersProps {
  state: ClientListInput;
  onChange: (state: ClientListInput) => void;
}

/** Search, conditions as chips that say what they are, and the way into the trash. */
export function ClientFilters({ state, onChange }: ClientFiltersProps) {
  const t = useTranslations('clients');
  const can = useCan();
  const chips = useChips({ state, onChange });
  const inTrash = state.trash === true;
  return (
    <search className={classes.filters}>
      <div className={classes.line}>
        <SearchBox
          value={state.query ?? ''}
          onChange={(query) => onChange({ ...state, query: query || undefined })}
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          resetLabel={t('resetSearch')}
        />
        <Popover position="bottom-end" width={320} shadow="md" trapFocus>
          <Popover.Target>
            <Button variant="default" leftSection={<IconFilterPlus size={18} />}>
              {t('conditions.open')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <ConditionFields state={state} onChange={onChange} />
          </Popover.Dropdown>
        </Popover>
        {can('client:delete') && (
          <Button
            variant={inTrash ? 'light' : 'default'}
            leftSection={<IconTrash size={18} />}
            aria-pressed={inTrash}
            onClick={() => onChange({ ...state, trash: inTrash ? undefined : true })}
          >
            {t('trash')}
          </Button>
        )}
      </div>
      {chips.length > 0 && (
        <ul className={classes.chips} aria-label={t('conditions.label')}>
          {chips.map(({ key, name, value, remove }) => (
            <li key={key} className={classes.chip}>
              <span>
                <span className={classes.chipName}>{name}:</span> {value}
              </span>
              <CloseButton
                size="sm"
                iconSize={16}
                radius="xl"
                aria-label={t('conditions.remove', { name })}
                onClick={() => onChange(remove)}
              />
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
