'use client';

import { thumbnailPath } from '@smet/estimating';
import type { Outline } from '@smet/estimating';
import classes from './thumbnail.module.css';

const WIDTH = 52;
const HEIGHT = 40;
const EDGE = 3;

export function Thumbnail({ outline }: { outline: Outline }) {
  return (
    <svg
      viewBox={`${-EDGE} ${-EDGE} ${WIDTH} ${HEIGHT}`}
      className={classes.thumbnail}
      data-state={outline.state}
      aria-hidden
    >
      <path d={thumbnailPath(outline, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)} />
    </svg>
  );
}
