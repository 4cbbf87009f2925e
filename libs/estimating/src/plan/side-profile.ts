import type { ProfileKind, RoomPlan } from './room-plan.js';

/** What holds the canvas along a side: ordinary profile unless the plan says otherwise. */
export function profileOf(plan: RoomPlan | undefined, side: number): ProfileKind {
  return plan?.sides?.find((attributes) => attributes.side === side)?.profile ?? 'ordinary';
}
