'use client';

import { Button, Loader, Modal, Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Item } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatDecimal } from '../../../shared/formatting';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { RoomForm } from '../model/types';
import { parseTsv } from './clipboard';
import { itemsByKeysQuery } from './items-by-keys';
import { resolveRows, wantedRows } from './paste-rows';
import type { ResolvedRows } from './paste-rows';
import classes from './lines.module.css';

interface PasteRowsDialogProps {
  estimateId: string;
  rooms: readonly RoomForm[];
  /** What was pasted already, and where. */
  text: string;
  roomId: string | null;
  onAdd: (rows: readonly { item: Item; quantity: string }[], roomId: string | null) => void;
  onClose: () => void;
}

const TYPING_PAUSE_MS = 300;
const LEAST_ROWS = 5;
const MOST_ROWS = 12;
const COMMON = 'common';

/** Rows of a spreadsheet become lines: what was found and what was not is seen before anything is added. */
export function PasteRowsDialog({ estimateId, rooms, onAdd, onClose, ...given }: PasteRowsDialogProps) {
  const t = useTranslations('estimates.paste');
  const lines = useTranslations('estimates.lines');
  const common = useTranslations('common');
  const [text, setText] = useState(given.text);
  const [place, setPlace] = useState(given.roomId ?? COMMON);
  const [settled] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const wanted = useMemo(() => wantedRows(parseTsv(settled)), [settled]);
  const keys = useMemo(() => [...new Set(wanted.map(({ key }) => key))].toSorted(), [wanted]);
  const items = useQuery({ ...itemsByKeysQuery(api, estimateId, keys), enabled: keys.length > 0 });
  const resolved = useMemo(() => (items.data ? resolveRows(wanted, items.data) : null), [wanted, items.data]);
  const isCurrent = settled === text;
  const found = keys.length > 0 && isCurrent ? (resolved?.found ?? []) : [];
  const add = () => {
    onAdd(found, place === COMMON ? null : place);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg" closeButtonProps={{ 'aria-label': common('close') }}>
      <div className={classes.pasteBox}>
        <Textarea
          label={t('rows')}
          description={t('hint')}
          autosize
          minRows={LEAST_ROWS}
          maxRows={MOST_ROWS}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label={t('place')}
          allowDeselect={false}
          data={[
            ...rooms.map(({ id, name }) => ({ value: id, label: name || lines('unnamedRoom') })),
            { value: COMMON, label: lines('common') },
          ]}
          value={place}
          onChange={(value) => setPlace(value ?? COMMON)}
        />
        {items.isError && <ProblemAlert problem={viewProblem(items.error)} onRetry={() => void items.refetch()} />}
        {keys.length > 0 && items.isFetching && <Loader size={18} aria-label={lines('searching')} />}
        {keys.length > 0 && resolved && <Resolved resolved={resolved} />}
        <div className={classes.pasteButtons}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button disabled={found.length === 0} onClick={add}>
            {t('add', { count: found.length })}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Resolved({ resolved: { found, refused } }: { resolved: ResolvedRows }) {
  const t = useTranslations('estimates.paste');
  return (
    <div className={classes.resolved} aria-live="polite">
      {refused.length > 0 && (
        <section>
          <h3>{t('refusedTitle', { count: refused.length })}</h3>
          <ul className={classes.refusedList}>
            {refused.map(({ number, key, reason }) => (
              <li key={number}>
                {t('rowNumber', { number })} <b>{key}</b>: {t(`row.${reason}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.length > 0 && (
        <section>
          <h3>{t('foundTitle', { count: found.length })}</h3>
          <ul className={classes.foundList}>
            {found.map(({ number, item, quantity }) => (
              <li key={number}>
                <span>{item.name}</span>
                <span className="tabular">
                  {formatDecimal(quantity)} {item.unit}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
