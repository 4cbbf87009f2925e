'use client';

import { TagsInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import { unwrap, viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { Tags } from '../tags';
import { tagsQuery } from '../queries';
import { useEditing } from './use-editing';

const MOST = 20;
const isName = (name: string) => (tag: { name: string }) => tag.name.toLowerCase() === name.toLowerCase();

/** Tags by their names; one that is not there yet is made. */
export function TagsEditor() {
  const t = useTranslations('client.tags');
  const columns = useTranslations('clients.columns');
  const queries = useQueryClient();
  const { client, canEdit, save } = useEditing();
  const tags = useQuery(tagsQuery(api));
  const make = useMutation({
    mutationFn: (name: string) => unwrap(api.POST('/api/v1/tags', { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: tagsQuery(api).queryKey }),
  });
  if (!canEdit) return client.tags.length > 0 ? <Tags tags={client.tags} /> : t('none');
  const change = async (names: string[]) => {
    const known = [...client.tags, ...(tags.data ?? [])];
    const tagOf = async (name: string) => known.find(isName(name)) ?? make.mutateAsync(name.trim());
    const value = await Promise.all(names.map(tagOf));
    save({ part: 'tags', value: value.map(({ id, name }) => ({ id, name })) });
  };
  return (
    <>
      <TagsInput
        aria-label={columns('tags')}
        size="sm"
        variant="filled"
        placeholder={client.tags.length === 0 ? t('placeholder') : undefined}
        data={tags.data?.map(({ name }) => name) ?? []}
        value={client.tags.map(({ name }) => name)}
        maxTags={MOST}
        acceptValueOnBlur
        // A refusal to make a tag is said below; the tags stay as they were.
        onChange={(names) => void change(names).catch(() => undefined)}
      />
      {make.isError && <ProblemAlert problem={viewProblem(make.error)} />}
    </>
  );
}
