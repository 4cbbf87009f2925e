'use client';

import { Button } from '@mantine/core';
import { rightAngledOptions } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { parseCentimetres } from '../../../shared/formatting';
import type { FieldProblem } from './field-problems';
import { ReflexChoice } from './reflex-choice';
import type { EntryProps } from './room-entry';
import { useProblemWords } from './use-problem-words';
import classes from './room-entry.module.css';

/** What walls come to when the corners given are not theirs. */
const WRONG_CORNERS = new Set(['RIGHT_ANGLES_DO_NOT_CLOSE', 'REFLEX_CORNERS_INVALID', 'WALLS_CROSS']);

const isChoice = ({ code }: FieldProblem): boolean => code === 'RIGHT_ANGLES_AMBIGUOUS';

/** With the corners that were given the walls do not close, with others they would. */
function useHasOtherShape({ room, problems }: Pick<EntryProps, 'room' | 'problems'>): boolean {
  const { kind, sides, reflexCorners } = room;
  const mayDiffer =
    kind === 'right-angled' &&
    reflexCorners !== null &&
    (problems.whole.some(({ code }) => WRONG_CORNERS.has(code)) ||
      problems.sides.some((problem) => problem !== null && WRONG_CORNERS.has(problem.code)));
  return useMemo(() => mayDiffer && rightAngledOptions(sides.map(parseCentimetres)).length > 0, [mayDiffer, sides]);
}

/** What is wrong with the room as a whole, and the one tap that mends it where there is one. */
export function WholeProblems(props: EntryProps) {
  const { room, problems, readOnly, onChange } = props;
  const t = useTranslations('estimates.entry');
  const words = useProblemWords();
  const isOther = useHasOtherShape(props);
  const asksChoice = problems.whole.some(isChoice);
  return (
    <div aria-live="polite" className={classes.whole}>
      {problems.whole
        .filter((problem) => !isChoice(problem))
        .map((problem, index) => (
          <div key={index} className={classes.problem}>
            {words(problem)}
            {problem.code === 'MIRRORED' && !readOnly && (
              <Button
                variant="light"
                color="red"
                className={classes.mend}
                onClick={() => onChange({ type: 'invert-corners' })}
              >
                {t('invertCorners')}
              </Button>
            )}
          </div>
        ))}
      {(asksChoice || isOther) && (
        <ReflexChoice sides={room.sides} isOther={!asksChoice} readOnly={readOnly} onChange={onChange} />
      )}
    </div>
  );
}
