'use client';

import { Button, Group, Popover, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { focusOnAppear } from '../../../shared/ui/focus-on-appear';
import { useProblemText } from '../../../shared/ui/use-problem-text';
import { moveBetweenCells } from './move-between-cells';
import { useCell } from './use-cell';
import type { CellState } from './use-cell';
import classes from './cells.module.css';

interface EditableCellProps {
  /** What is edited, for those who do not see the column: «Цена: PSU-100». */
  label: string;
  /** How a value is shown; by default as it is typed. */
  show?: (text: string) => ReactNode;
  text: string;
  column: string;
  align?: 'left' | 'right';
  numeric?: boolean;
  maxLength: number;
  read: (typed: string) => string | null;
  save: (value: string) => Promise<void>;
}

const asTyped = (text: string): ReactNode => text;

/** A cell that is edited where it stands: Enter or a key opens it, Enter and leaving save, Escape puts back, arrows move. */
export function EditableCell(props: EditableCellProps) {
  const { label, show = asTyped, text, column, align = 'left', numeric = false, maxLength, read, save } = props;
  const t = useTranslations('nomenclature.cell');
  const cell = useCell({ text, read, save });
  const button = useRef<HTMLButtonElement>(null);
  const { state } = cell;
  const back = () => requestAnimationFrame(() => button.current?.focus());
  if (state.kind === 'typing') {
    return (
      <TextInput
        size="xs"
        aria-label={label}
        classNames={{ input: align === 'right' ? classes.inputRight : undefined }}
        ref={focusOnAppear}
        value={state.text}
        maxLength={maxLength}
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        error={state.wrong && t('wrong')}
        onChange={(event) => cell.type(event.currentTarget.value)}
        onBlur={() => cell.finish() || cell.cancel()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' && cell.finish()) back();
          if (event.key === 'Escape') {
            cell.cancel();
            back();
          }
        }}
      />
    );
  }
  const shown = state.kind === 'saving' ? state.text : text;
  const open = (event: KeyboardEvent) => {
    if (moveBetweenCells(event)) return;
    const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ';
    if (event.key === 'F2') cell.begin();
    else if (typed) cell.begin(event.key);
    else return;
    event.preventDefault();
  };
  return (
    <Popover
      opened={state.kind === 'refused' || state.kind === 'stale'}
      onDismiss={cell.cancel}
      position="bottom-start"
      width={300}
      withArrow
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton
          ref={button}
          className={classes.cell}
          data-cell={column}
          data-align={align}
          data-state={state.kind}
          aria-label={`${label}: ${shown === '' ? t('blank') : shown}`}
          onClick={(event) => {
            event.stopPropagation();
            cell.begin();
          }}
          onKeyDown={open}
        >
          {shown === '' ? <span className={classes.blank}>—</span> : show(shown)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()}>
        <CellTrouble state={state} show={show} onTake={cell.cancel} onOverwrite={cell.overwrite} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface CellTroubleProps {
  state: CellState;
  show: (text: string) => ReactNode;
  onTake: () => void;
  onOverwrite: () => void;
}

/** Why the cell went back to what it was; after somebody else's change both values and a choice. */
function CellTrouble({ state, show, onTake, onOverwrite }: CellTroubleProps) {
  const t = useTranslations('nomenclature.cell');
  const common = useTranslations('common');
  const problemText = useProblemText();
  if (state.kind === 'refused') {
    const { title, text } = problemText(state.problem);
    return (
      <div role="alert">
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Text size="sm">{text}</Text>
        <Button mt="xs" size="compact-sm" variant="default" onClick={onTake}>
          {common('close')}
        </Button>
      </div>
    );
  }
  if (state.kind !== 'stale') return null;
  return (
    <div role="alert">
      <Text fw={600} size="sm">
        {t('stale')}
      </Text>
      <dl className={classes.both}>
        <dt>{t('theirs')}</dt>
        <dd>{show(state.stale.theirs)}</dd>
        <dt>{t('mine')}</dt>
        <dd>{show(state.mine)}</dd>
      </dl>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onTake}>
          {t('takeTheirs')}
        </Button>
        <Button size="compact-sm" onClick={onOverwrite}>
          {t('writeMine')}
        </Button>
      </Group>
    </div>
  );
}
