import { lineSymbol, pointSymbol } from '@smet/estimating';
import type { PlanObject } from '@smet/estimating';
import colours from '../drawing/colours.module.css';
import { isLineTool, isPointTool } from './tools';
import type { Tool } from './tools';
import classes from './plan.module.css';

const SIZE = 26;
const MIDDLE = SIZE / 2;
/** Pixels a metre at which every symbol has the size of an icon. */
const SCALE = 1;

function symbolOf(kind: PlanObject['kind']) {
  if (isPointTool(kind)) return pointSymbol(kind, { x: MIDDLE, y: MIDDLE }, SCALE);
  const spots = [
    { x: 3, y: SIZE - 6 },
    { x: SIZE - 3, y: 6 },
  ];
  return lineSymbol(kind, spots, SCALE);
}

/** What a tool places, as it looks on the drawing. */
export function ToolIcon({ tool }: { tool: Exclude<Tool, 'seam'> }) {
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} width={SIZE} height={SIZE} className={colours.colours} aria-hidden>
      {isPointTool(tool) || isLineTool(tool) ? <Symbol kind={tool} /> : <CutoutIcon tool={tool} />}
    </svg>
  );
}

function Symbol({ kind }: { kind: PlanObject['kind'] }) {
  const { path, solid } = symbolOf(kind);
  return (
    <>
      {solid && <path d={solid} className={colours.solid} data-kind={kind} />}
      {path && <path d={path} className={colours.symbol} data-kind={kind} />}
    </>
  );
}

function CutoutIcon({ tool }: { tool: 'square-column' | 'round-column' | 'opening' }) {
  if (tool === 'round-column') return <circle cx={MIDDLE} cy={MIDDLE} r={8} className={classes.column} />;
  return (
    <rect x={5} y={5} width={16} height={16} className={classes.column} data-open={tool === 'opening' || undefined} />
  );
}
