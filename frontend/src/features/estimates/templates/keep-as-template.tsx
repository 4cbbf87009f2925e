'use client';

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { NewTemplate } from '../estimate-api';
import { toRoomTemplate } from '../model/templates';
import type { TemplatesProps } from './templates-drawer';
import { useTemplateActions } from './use-template-actions';
import classes from './templates.module.css';

/** The estimate as it is saved, or the room that is looked at once it is whole. */
export function KeepAsTemplate({ editing: { base }, saving, room }: TemplatesProps) {
  const t = useTranslations('versions.templates');
  const { create } = useTemplateActions();
  const [draft, setDraft] = useState<NewTemplate | null>(null);
  const isWhole =
    room !== null && saving.problems.every((problem) => !('roomId' in problem && problem.roomId === room.id));
  if (draft === null) {
    return (
      <Stack gap="xs">
        <Button
          variant="default"
          disabled={base.draft.rooms.length === 0 || saving.state !== 'saved'}
          onClick={() => setDraft({ kind: 'estimate', name: base.title, document: base.draft })}
        >
          {t('saveEstimate')}
        </Button>
        <Button
          variant="default"
          disabled={!isWhole}
          onClick={() => room && setDraft({ kind: 'room', name: room.name, document: toRoomTemplate(room) })}
        >
          {t('saveRoom')}
        </Button>
      </Stack>
    );
  }
  const name = draft.name.trim();
  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (name) create.mutate({ ...draft, name }, { onSuccess: () => setDraft(null) });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          maxLength={120}
          value={draft.name}
          error={name ? null : t('nameRequired')}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          data-autofocus
        />
        <Group gap="sm">
          <Button type="submit" loading={create.isPending}>
            {t('save')}
          </Button>
          <Button variant="subtle" onClick={() => setDraft(null)}>
            {t('cancel')}
          </Button>
        </Group>
        {create.isError && <ProblemAlert problem={viewProblem(create.error)} />}
      </Stack>
    </form>
  );
}
