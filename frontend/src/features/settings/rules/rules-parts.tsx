'use client';

import type { ReactNode } from 'react';
import { BundlesPanel } from './bundles-panel';
import { CoefficientsPanel } from './coefficients-panel';
import { FilmsPanel } from './films-panel';
import { LinesPanel } from './lines-panel';
import { PreviewPanel } from './preview-panel';
import type { RulesPartProps } from './rules-context';
import { SticksPanel } from './sticks-panel';
import type { RulesPreview } from './use-rules-preview';
import { ValuesPanel } from './values-panel';
import classes from './rules.module.css';

interface RulesPartsProps {
  part: RulesPartProps;
  preview: RulesPreview;
  currency: string;
  open: string | null;
  onOpen: (key: string | null) => void;
  /** Above everything. */
  head: ReactNode;
  /** Below the rules. */
  foot: ReactNode;
}

/** The rules on one side, what they make of a room on the other. */
export function RulesParts({ part, preview, currency, open, onOpen, head, foot }: RulesPartsProps) {
  const { example, choose, preview: shown, unpriced } = preview;
  return (
    <div className={classes.page}>
      <div className={classes.rules}>
        {head}
        <LinesPanel {...part} open={open} onOpen={onOpen} />
        <FilmsPanel {...part} open={open} onOpen={onOpen} />
        <SticksPanel {...part} open={open} onOpen={onOpen} />
        <ValuesPanel {...part} />
        <BundlesPanel {...part} />
        <CoefficientsPanel {...part} />
        {foot}
      </div>
      <div className={classes.aside}>
        <PreviewPanel
          example={example}
          onExample={choose}
          preview={shown}
          currency={currency}
          unpriced={unpriced}
          hasErrors={part.problems.length > 0}
        />
      </div>
    </div>
  );
}
