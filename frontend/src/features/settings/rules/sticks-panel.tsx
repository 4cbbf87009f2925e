'use client';

import { Checkbox, Select } from '@mantine/core';
import { PROFILE_KINDS } from '@smet/estimating';
import type { RuleSet, StickRule } from '@smet/estimating';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { formatCentimetres, formatDecimal } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import { DecimalField } from './decimal-field';
import { withStick } from './films';
import { ItemField } from './item-field';
import { OtherProblems } from './other-problems';
import { PartRow } from './part-row';
import { isWrongBelow, stickPart } from './rule-document';
import type { RulesOpenPartProps } from './rules-context';
import classes from './rules.module.css';

type StickProfile = keyof RuleSet['sticks'];

/** The usual one first; a stored document has lost the order of its keys. */
const PROFILES = PROFILE_KINDS.filter((kind): kind is StickProfile => kind !== 'none');

/** How each profile comes and is cut. */
export function SticksPanel(props: RulesOpenPartProps) {
  const { document, problems, open, onOpen } = props;
  const t = useTranslations('rules.sticks');
  const kinds = useTranslations('rules.kinds');
  const line = useTranslations('rules.line');
  return (
    <Panel flush title={t('title')}>
      <p className={clsx(classes.about, classes.lead)}>{t('about')}</p>
      <ul className={classes.lines}>
        {PROFILES.map((profile) => {
          const stick = document.sticks[profile];
          const part = stickPart(profile);
          const marks = [
            stick.material !== undefined && t('only', { material: line(stick.material) }),
            !stick.spliceable && t('whole'),
          ];
          return (
            <li key={profile} className={clsx(classes.line, part === open && classes.lineOpen)}>
              <PartRow
                title={t('profile', { kind: kinds(profile) })}
                about={<span className="tabular">{t('lengthAbout', { length: metres(stick.stickMm) })}</span>}
                marks={marks.filter((mark) => mark !== false)}
                wrong={isWrongBelow(problems, `sticks.${profile}`)}
                open={part === open}
                onToggle={() => onOpen(part === open ? null : part)}
              />
              {part === open && <StickFields {...props} profile={profile} stick={stick} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

const METRES = { min: 0.1, max: 20, scale: 3 };
const CENTIMETRES = { min: 0, max: 2000, scale: 2 };
const MILLIMETRES = { min: 0, max: 100, scale: 1 };
const ANY = 'any';

const metres = (mm: number): string => formatDecimal(String(mm / 1000));
/** To a tenth of a millimetre, as the rules keep it. */
const mmOf = (value: string, perUnit: number): number => Math.round(Number(value) * perUnit * 10) / 10;

interface StickFieldsProps extends RulesOpenPartProps {
  profile: StickProfile;
  stick: StickRule;
}

function StickFields({ document, change, problems, items, readOnly, profile, stick }: StickFieldsProps) {
  const t = useTranslations('rules.sticks');
  const line = useTranslations('rules.line');
  const set = (part: { [K in keyof StickRule]?: StickRule[K] | undefined }) =>
    change(withStick(document, profile, part));
  const materials = (['pvc', 'textile'] as const).map((value) => ({ value: value as string, label: line(value) }));
  return (
    <div className={classes.editor}>
      <ItemField
        label={t('item')}
        value={stick.code}
        items={items}
        readOnly={readOnly}
        onChange={(code) => code !== null && set({ code })}
      />
      <div className={classes.fields}>
        <DecimalField
          label={t('length')}
          value={metres(stick.stickMm)}
          bounds={METRES}
          readOnly={readOnly}
          onChange={(value) => value !== null && set({ stickMm: mmOf(value, 1000) })}
        />
        <DecimalField
          label={t('minSplice')}
          value={formatCentimetres(stick.minSpliceMm)}
          bounds={CENTIMETRES}
          readOnly={readOnly}
          onChange={(value) => value !== null && set({ minSpliceMm: mmOf(value, 10) })}
        />
        <DecimalField
          label={t('kerf')}
          value={String(stick.kerfMm)}
          bounds={MILLIMETRES}
          readOnly={readOnly}
          onChange={(value) => value !== null && set({ kerfMm: mmOf(value, 1) })}
        />
        <Select
          label={t('material')}
          data={[{ value: ANY, label: t('anyMaterial') }, ...materials]}
          value={stick.material ?? ANY}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={(chosen) => set({ material: chosen === ANY ? undefined : (chosen as StickRule['material']) })}
        />
      </div>
      <Checkbox
        label={t('spliceable')}
        checked={stick.spliceable}
        disabled={readOnly}
        onChange={(event) => set({ spliceable: event.currentTarget.checked })}
      />
      <OtherProblems problems={problems} path={`sticks.${profile}`} />
    </div>
  );
}
