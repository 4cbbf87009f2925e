'use client';

import type { FieldProblem } from './field-problems';
import { useProblemWords } from './use-problem-words';
import classes from './room-entry.module.css';

interface GroupProblemsProps {
  kind: 'side' | 'diagonal' | 'angle' | 'arc';
  problems: readonly (FieldProblem | null)[];
  labelOf: (index: number) => string;
}

/** Right under the fields, by the name of each: the fields themselves are too narrow for a sentence. */
export function GroupProblems({ kind, problems, labelOf }: GroupProblemsProps) {
  const words = useProblemWords();
  return (
    <div aria-live="polite" className={classes.problems}>
      {problems.map(
        (problem, index) =>
          problem && (
            <p key={index} id={`${kind}-${index}-problem`} className={classes.problem}>
              <b>{labelOf(index)}</b> {words(problem)}
            </p>
          ),
      )}
    </div>
  );
}
