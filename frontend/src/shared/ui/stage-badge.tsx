import type { StageRef } from '@smet/api-client';
import { stageColor } from './stage-color';
import classes from './stage-badge.module.css';

/** A stage with its own colour as a dot: the colour is the organization's, the words stay readable in both themes. */
export function StageBadge({ stage }: { stage: Pick<StageRef, 'name' | 'color'> }) {
  return (
    <span className={classes.badge}>
      <span className={classes.dot} style={{ background: stageColor(stage.color) }} aria-hidden />
      {stage.name}
    </span>
  );
}
