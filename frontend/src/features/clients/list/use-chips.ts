'use client';

import type { CustomField } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import type { ClientListInput } from '../../../shared/api/query-keys';
import { usersQuery } from '../../../shared/api/reference-queries';
import { useCan } from '../../../shared/session/session';
import { clientFieldsQuery, tagsQuery } from '../queries';
import type { ClientFiltersProps } from './client-filters';
import { useFieldWords } from '../use-field-words';

interface Chip {
  key: string;
  name: string;
  value: string;
  /** The state without it. */
  remove: ClientListInput;
}

/** The conditions of the list in words, each with what the list is without it. */
export function useChips({ state }: ClientFiltersProps): Chip[] {
  const t = useTranslations('clients');
  const can = useCan();
  const tags = useQuery(tagsQuery(api));
  const users = useQuery({ ...usersQuery(api), enabled: can('user:read') });
  const fields = useQuery(clientFieldsQuery(api));
  const words = useFieldWords();
  const { kind, tag, source, responsibleUserId } = state;
  const unknown = t('conditions.unknown');
  const nameOf = (known: { id: string; name: string }[] | undefined, id: string) =>
    known?.find((one) => one.id === id)?.name ?? unknown;
  const named: (Omit<Chip, 'remove'> & { key: 'kind' | 'tag' | 'source' | 'responsibleUserId' })[] = [
    ...(kind ? [{ key: 'kind' as const, name: t('columns.kind'), value: t(`kinds.${kind}`) }] : []),
    ...(tag ? [{ key: 'tag' as const, name: t('columns.tag'), value: nameOf(tags.data, tag) }] : []),
    ...(source ? [{ key: 'source' as const, name: t('columns.source'), value: source }] : []),
    ...(responsibleUserId
      ? [
          {
            key: 'responsibleUserId' as const,
            name: t('columns.responsible'),
            value: nameOf(users.data, responsibleUserId),
          },
        ]
      : []),
  ];
  const own = Object.entries(state.fields).map(([key, typed]) => {
    const field = fields.data?.find((one) => one.key === key);
    const { [key]: _gone, ...rest } = state.fields;
    return {
      key: `field.${key}`,
      name: field?.name ?? key,
      value: field ? conditionWords(field, typed, words) : typed,
      remove: { ...state, fields: rest },
    };
  });
  return [...named.map((chip) => ({ ...chip, remove: { ...state, [chip.key]: undefined } })), ...own];
}

function conditionWords(field: CustomField, typed: string, words: ReturnType<typeof useFieldWords>): string {
  const [from, to] = typed.split('..');
  if (to === undefined || (field.type !== 'number' && field.type !== 'date')) return words.ofText(field, typed);
  return words.range(from ? words.ofText(field, from) : '', to ? words.ofText(field, to) : '');
}
