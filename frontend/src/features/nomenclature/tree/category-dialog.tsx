'use client';

import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import type { CategoryNode } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { CategoryChange, useCategoryActions } from './use-category-actions';

export type CategoryQuestion =
  { kind: 'create'; parent: CategoryNode | null } | { kind: 'rename' | 'remove'; category: CategoryNode };

const MAX_NAME = 100;

interface CategoryDialogProps {
  question: CategoryQuestion;
  mutation: ReturnType<typeof useCategoryActions>['mutation'];
  onClose: () => void;
}

function changeOf(question: CategoryQuestion, name: string): CategoryChange {
  if (question.kind === 'create') return { kind: 'create', name, parentId: question.parent?.id ?? null };
  const { kind, category } = question;
  return kind === 'rename' ? { kind, category, name } : { kind, category };
}

/** Asks for the name of a category, or whether it shall go. */
export function CategoryDialog({ question, mutation, onClose }: CategoryDialogProps) {
  const t = useTranslations('nomenclature.tree');
  const common = useTranslations('common');
  const [name, setName] = useState(question.kind === 'rename' ? question.category.name : '');
  const removes = question.kind === 'remove';
  const above = question.kind === 'create' ? question.parent : null;
  const submit = () => mutation.mutate(changeOf(question, name.trim()), { onSuccess: onClose });
  const title = removes ? 'removeTitle' : question.kind === 'rename' ? 'renameTitle' : 'addTitle';
  return (
    <Modal opened onClose={onClose} title={t(title)} closeButtonProps={{ 'aria-label': common('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {removes ? (
          <Text>{t('removeText', { name: question.category.name })}</Text>
        ) : (
          <TextInput
            data-autofocus
            required
            label={t('name')}
            description={above && t('below', { name: above.name })}
            maxLength={MAX_NAME}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {mutation.isError && <ProblemAlert problem={viewProblem(mutation.error)} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            type="submit"
            loading={mutation.isPending}
            disabled={!removes && name.trim() === ''}
            {...(removes && { color: 'red' })}
          >
            {removes ? common('delete') : common('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
