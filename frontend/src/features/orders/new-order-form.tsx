'use client';

import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CreateOrder } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ComponentType, SyntheticEvent } from 'react';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { usersQuery } from '../../shared/api/reference-queries';
import { useCan } from '../../shared/session/session';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useCreateOrder } from './use-order-actions';

/** Finds or makes the client. Given by the route, so that orders do not know how clients are looked for. */
export type ClientField = ComponentType<{
  onChange: (choice: CreateOrder['client'] | null) => void;
  showMissing: boolean;
}>;

interface NewOrderFormProps {
  clientField: ClientField;
  onCreated: (orderId: string) => void;
  onCancel: () => void;
}

export function NewOrderForm({ clientField: ClientBox, onCreated, onCancel }: NewOrderFormProps) {
  const t = useTranslations('orders.form');
  const common = useTranslations('common');
  const can = useCan();
  const [client, setClient] = useState<CreateOrder['client'] | null>(null);
  const [address, setAddress] = useState('');
  const [measurerUserId, setMeasurer] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const create = useCreateOrder();
  const measurers = useQuery({ ...usersQuery(api, 'measurer'), enabled: can('user:read') });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!client || !address.trim()) return;
    const body: CreateOrder = {
      client,
      address: address.trim(),
      ...(measurerUserId && { measurerUserId }),
      ...(comment.trim() && { comment: comment.trim() }),
    };
    create.mutate(body, { onSuccess: (order) => onCreated(order.id) });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ClientBox onChange={setClient} showMissing={tried} />
        <TextInput
          label={t('address')}
          placeholder={t('addressPlaceholder')}
          value={address}
          maxLength={500}
          error={tried && !address.trim() ? t('addressRequired') : undefined}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {can('user:read') && (
          <Select
            label={t('measurer')}
            placeholder={t('measurerPlaceholder')}
            data={(measurers.data ?? []).map((user) => ({ value: user.id, label: user.name }))}
            value={measurerUserId}
            onChange={setMeasurer}
            clearable
          />
        )}
        <Textarea
          label={t('comment')}
          value={comment}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <div aria-live="polite">{create.isError && <ProblemAlert problem={viewProblem(create.error)} />}</div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || create.isSuccess}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
