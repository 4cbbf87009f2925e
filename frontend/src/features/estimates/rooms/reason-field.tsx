'use client';

import { Button, TextInput } from '@mantine/core';
import { lacksReason } from '@smet/estimating';
import type { MeasurementTolerances, ReadingsCheck } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatCentimetres } from '../../../shared/formatting';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import classes from './check-notice.module.css';

/** Misclosures are stored to a tenth of a millimetre, as everything that is measured. */
const tenths = (value: number): number => Math.round(value * 10) / 10;

interface ReasonFieldProps {
  room: RoomForm;
  check: ReadingsCheck;
  tolerances: MeasurementTolerances;
  readOnly: boolean;
  /** A room without its reason cannot be used. */
  isMissing: boolean;
  onChange: (change: RoomChange) => void;
}

/** Why readings that disagree are taken all the same; asked for again when they have come to disagree much more. */
export function ReasonField({ room, check, tolerances, readOnly, isMissing, onChange }: ReasonFieldProps) {
  const t = useTranslations('estimates.check');
  const { misclosureReason: reason = '', acceptedMisclosureMm: acceptedMm } = room.plan;
  const isOutgrown = reason.trim() !== '' && lacksReason(check, room.plan, tolerances);
  // Whoever gives a reason gives it for the misclosure in front of them.
  const accept = (misclosureReason: string) => {
    const plan = { ...room.plan, misclosureReason, acceptedMisclosureMm: tenths(check.misclosureMm) };
    onChange({ type: 'plan', plan, gesture: 'misclosure-reason' });
  };
  const size = {
    before: formatCentimetres(Math.round(acceptedMm ?? 0)),
    now: formatCentimetres(Math.round(check.misclosureMm)),
  };
  return (
    <>
      <TextInput
        label={t('reason')}
        description={t('reasonHint')}
        maxLength={200}
        value={reason}
        readOnly={readOnly}
        error={isOutgrown ? t('reasonOutgrown', size) : isMissing && !reason.trim() ? t('reasonMissing') : null}
        onChange={(event) => accept(event.currentTarget.value)}
      />
      {isOutgrown && !readOnly && (
        <Button variant="default" className={classes.confirm} onClick={() => accept(reason)}>
          {t('reasonStands')}
        </Button>
      )}
    </>
  );
}
