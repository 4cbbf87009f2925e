'use client';

import type { CustomField, Item } from '@smet/api-client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changeOfItem, clashes, draftOfItem, follow } from './item-draft';
import type { ItemDraft } from './item-draft';
import { isStale, patchItem, readItem, useKeepItem } from './use-save-item';

interface Clash {
  key: keyof ItemDraft;
  theirs: string;
}

const shown = (value: ItemDraft[keyof ItemDraft]): string =>
  typeof value === 'string' ? value : Object.values(value).join(', ');

/** The item being edited in the drawer. What somebody else changes meanwhile comes in where one has not typed. */
export function useItemForm(item: Item, fields: readonly CustomField[]) {
  const [base, setBase] = useState(item);
  const [draft, setDraft] = useState(() => draftOfItem(item));
  const [clashing, setClashing] = useState<Clash[]>([]);
  const keep = useKeepItem();
  const was = draftOfItem(base);
  const types = Object.fromEntries(fields.map(({ key, type }) => [key, type]));
  const change = changeOfItem(was, draft, types);
  const take = (fresh: Item) => {
    const theirs = draftOfItem(fresh);
    setClashing(clashes(was, draft, theirs).map((key) => ({ key, theirs: shown(theirs[key]) })));
    setDraft(follow(was, draft, theirs));
    setBase(fresh);
  };
  // Read anew because of a colleague's change: what is typed here stays.
  if (item.version > base.version) take(item);
  const save = useMutation({
    mutationFn: () => patchItem(base, change),
    onSuccess: (saved) => {
      setBase(saved);
      setDraft(draftOfItem(saved));
      setClashing([]);
      keep(saved);
    },
    onError: async (error) => {
      if (isStale(error)) keep(await readItem(item.id));
    },
  });
  return { draft, change: setDraft, clashing, save, dirty: Object.keys(change).length > 0 };
}
