'use client';

import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { judgeCheck } from '@smet/estimating';
import type { ReadingRef, ReadingsCheck } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { formatCentimetres, formatDegrees, formatFixed } from '../../../shared/formatting';
import { ReasonField } from './reason-field';
import type { EntryProps } from './room-entry';
import classes from './check-notice.module.css';

const MOST_SUSPECTS = 5;
const MISCLOSURE_STEP_MM = 1;

/** "502,9 см", "91,5°". */
function useReadingText(): (ref: ReadingRef, value: number) => string {
  const t = useTranslations('estimates.check');
  return ({ unit }, value) =>
    unit === 'deg' ? `${formatDegrees(value)}°` : t('centimetres', { value: formatCentimetres(Math.round(value)) });
}

/** Field of a reading by its path in the shape: "diagonalsMm.0.lengthMm" is typed in "diagonal-0". */
function fieldOf({ path }: ReadingRef, angles: readonly { corner: number }[]): string {
  const [group, index] = path.split('.');
  if (group === 'angles') return `corner-${angles[Number(index)]?.corner ?? 0}`;
  return `${group === 'sidesMm' ? 'side' : 'diagonal'}-${index}`;
}

/** How well the readings agree, said before anything is adjusted: a wrong one is found before leaving the room. */
export function CheckNotice(props: EntryProps & { entry: RefObject<HTMLElement | null> }) {
  const { room, built, tolerances, readOnly, problems } = props;
  const t = useTranslations('estimates.check');
  const check = built.build.ok ? built.build.room.check : null;
  if (!check) return null;
  const verdict = judgeCheck(check, tolerances);
  const size = {
    misclosure: formatCentimetres(Math.round(check.misclosureMm / MISCLOSURE_STEP_MM) * MISCLOSURE_STEP_MM),
    percent: formatFixed(check.misclosurePercent, 1),
  };
  const reason = room.plan.misclosureReason ?? '';
  const Icon = verdict === 'agrees' ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={classes.notice} data-verdict={verdict} aria-live="polite">
      <p className={classes.title}>
        <Icon size={18} aria-hidden />
        <b>{t(verdict === 'agrees' ? 'agreement' : 'misclosure', size)}</b>
        <span>{t(`verdict.${verdict}`)}</span>
      </p>
      {verdict !== 'agrees' && <Doubt {...props} check={check} />}
      {(verdict === 'refused' || (reason !== '' && verdict === 'doubtful')) && (
        <ReasonField
          room={room}
          check={check}
          tolerances={tolerances}
          readOnly={readOnly}
          isMissing={problems.reason !== null}
          onChange={props.onChange}
        />
      )}
    </div>
  );
}

interface DoubtProps extends EntryProps {
  check: ReadingsCheck;
  entry: RefObject<HTMLElement | null>;
}

/** The doubtful reading and what it should be; or all that could be wrong, when the geometry cannot tell. */
function Doubt({ check, room, entry, readOnly }: DoubtProps) {
  const t = useTranslations('estimates.check');
  const textOf = useReadingText();
  const measureAgain = (ref: ReadingRef) =>
    entry.current?.querySelector<HTMLInputElement>(`[data-field="${fieldOf(ref, room.angles)}"]`)?.focus();
  const { doubtful, suspects } = check;
  const named = doubtful ? [doubtful] : suspects.slice(0, MOST_SUSPECTS);
  return (
    <>
      <p className={classes.text}>
        {doubtful
          ? t('doubtful', {
              label: doubtful.label,
              measured: textOf(doubtful, doubtful.measured),
              expected: textOf(doubtful, doubtful.expected),
            })
          : t(suspects.length > 0 ? 'suspects' : 'unknown')}
      </p>
      {!readOnly && named.length > 0 && (
        <div className={classes.suspects}>
          {named.map((ref) => (
            <Button key={ref.path} variant="default" size="compact-sm" onClick={() => measureAgain(ref)}>
              {doubtful
                ? t('measureAgain', { label: ref.label })
                : t('suspect', { label: ref.label, expected: textOf(ref, ref.expected) })}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
