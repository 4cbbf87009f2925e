'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { api } from '../../shared/api/client';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import type { ImportKind } from './kinds';
import { uploadFile } from './upload-file';

/** Sends the file, begins an import with it and goes to its page. */
export function useStartImport(kind: ImportKind) {
  const router = useRouter();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const [name, setName] = useState('');
  const stop = useRef<AbortController | null>(null);
  const start = useMutation({
    mutationFn: async (file: File) => {
      setSent(0);
      setName(file.name);
      stop.current = new AbortController();
      const { id: fileId } = await uploadFile({
        file,
        idempotencyKey: crypto.randomUUID(),
        signal: stop.current.signal,
        onProgress: setSent,
      });
      return unwrap(
        api.POST('/api/v1/imports', {
          headers: { 'Idempotency-Key': crypto.randomUUID() },
          body: { kind, fileId },
        }),
      );
    },
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: queryKeys.imports.all });
      router.push(`/imports/${id}`);
    },
  });
  const cancel = () => {
    stop.current?.abort();
    start.reset();
  };
  return { start, sent, name, cancel };
}
