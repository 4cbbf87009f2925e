'use client';

import type { CreateOrder, Order, UpdateOrder } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { ApiProblem, unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';

type OrderChange = { kind: 'stage'; stageId: string } | { kind: 'fields'; fields: Omit<UpdateOrder, 'version'> };

const HTTP_CONFLICT = 409;

function send(order: Order, change: OrderChange): Promise<Order> {
  const path = { id: order.id };
  return change.kind === 'stage'
    ? unwrap(
        api.POST('/api/v1/orders/{id}/stage', {
          params: { path },
          body: { version: order.version, stageId: change.stageId },
        }),
      )
    : unwrap(
        api.PATCH('/api/v1/orders/{id}', { params: { path }, body: { version: order.version, ...change.fields } }),
      );
}

/** Changes of one order. A stale version reads the order again, so that the person decides on what is true now. */
export function useChangeOrder(order: Order) {
  const queries = useQueryClient();
  const key = queryKeys.orders.detail(order.id);
  return useMutation({
    mutationFn: (change: OrderChange) => send(order, change),
    onSuccess: (changed) => {
      // The answer may know less than the page read (its estimates, its sync): what it knows wins.
      queries.setQueryData<Order>(key, (known) => (known ? { ...known, ...changed } : changed));
      void queries.invalidateQueries({ queryKey: queryKeys.orders.all });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === HTTP_CONFLICT) {
        void queries.invalidateQueries({ queryKey: key });
      }
    },
  });
}

/** One key per opened form: a repeated send after a lost answer makes one order, not two. */
export function useCreateOrder() {
  const queries = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (body: CreateOrder) =>
      unwrap(api.POST('/api/v1/orders', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.orders.all }),
  });
}

export function useCreateEstimate(orderId: string) {
  return useMutation({
    mutationFn: (idempotencyKey: string) =>
      unwrap(
        api.POST('/api/v1/orders/{id}/estimates', {
          params: { path: { id: orderId }, header: { 'Idempotency-Key': idempotencyKey } },
          body: {},
        }),
      ),
  });
}
