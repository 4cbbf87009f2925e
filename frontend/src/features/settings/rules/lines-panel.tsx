'use client';

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RuleLine } from '@smet/estimating';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { formatDecimal } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import { Highlighted } from './formula-field';
import { ItemField } from './item-field';
import { LineEditor } from './line-editor';
import { useLineTitle } from './line-title';
import { PartRow } from './part-row';
import { codesOfItem, isWrongBelow, movedBy, replacedAt, withNewLine, withoutLine } from './rule-document';
import type { RulesOpenPartProps } from './rules-context';
import classes from './rules.module.css';

/** Every line of an estimate with its formula; one of them is open to be changed. */
export function LinesPanel(props: RulesOpenPartProps) {
  const { document, change, problems, items, readOnly, open, onOpen } = props;
  const t = useTranslations('rules.lines');
  const titleOf = useLineTitle(items);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim().toLowerCase());
  const { lines } = document;
  const matches = (line: RuleLine) =>
    sought === '' ||
    [titleOf(line), ...codesOfItem(line.item), line.quantity ?? '', line.when ?? '', line.stock?.quantity ?? '']
      .join(' ')
      .toLowerCase()
      .includes(sought);
  const shown = lines.flatMap((line, index) => (matches(line) || line.key === open ? [{ line, index }] : []));
  const add = (code: string | null) => {
    if (code === null) return;
    const next = withNewLine(document, code);
    change(next);
    onOpen(next.lines.at(-1)?.key ?? null);
  };
  return (
    <Panel
      flush
      title={t('title')}
      aside={<span className={classes.quiet}>{t('count', { count: lines.length })}</span>}
    >
      <div className={classes.tools}>
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 && <p className={classes.nothing}>{t('nothing')}</p>}
      <ul className={classes.lines}>
        {shown.map(({ line, index }) => (
          <li key={line.key} className={clsx(classes.line, line.key === open && classes.lineOpen)}>
            <LineRow
              line={line}
              title={titleOf(line)}
              bundle={document.bundles.find(({ key }) => key === line.bundle)?.title}
              wrong={isWrongBelow(problems, `lines.${index}`)}
              open={line.key === open}
              onToggle={() => onOpen(line.key === open ? null : line.key)}
            />
            {line.key === open && (
              <LineEditor
                {...props}
                index={index}
                line={line}
                set={(next) => change({ ...document, lines: replacedAt(lines, index, next) })}
                onMove={(by) => change({ ...document, lines: movedBy(lines, index, by) })}
                onRemove={() => {
                  onOpen(null);
                  change(withoutLine(document, index));
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={classes.tools}>
          <ItemField label={t('add')} value={null} items={items} onChange={add} />
        </div>
      )}
    </Panel>
  );
}

interface LineRowProps {
  line: RuleLine;
  title: string;
  /** Title of its bundle. */
  bundle: string | undefined;
  wrong: boolean;
  open: boolean;
  onToggle: () => void;
}

function LineRow({ line, bundle, ...row }: LineRowProps) {
  const t = useTranslations('rules.lines');
  const marks = [
    line.quantity === null && t('stockOnly'),
    bundle !== undefined && t('each', { name: bundle }),
    line.when !== undefined && t('conditional'),
    line.pack !== undefined && t('packed', { pack: formatDecimal(line.pack) }),
    line.replaces !== undefined && t('replacing', { count: line.replaces.length }),
    line.quantity !== null && line.stock !== undefined && t('ownStock'),
  ].filter((mark) => mark !== false);
  const formula = line.quantity ?? line.stock?.quantity ?? '';
  const about = (
    <>
      <Highlighted source={formula} />
      <span className={classes.spoken}>{formula}</span>
    </>
  );
  return <PartRow {...row} about={about} marks={marks} />;
}
