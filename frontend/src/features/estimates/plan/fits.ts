import { buildRoom } from '@smet/estimating';
import type { BuiltRoom } from '@smet/estimating';
import { toRoomDraft } from '../model/room-form';
import type { RoomForm } from '../model/types';
import type { PlacedChange } from './plan-edits';

/**
 * Whether a room stands with its columns changed so: a column through a wall or through another one leaves nothing to
 * measure. What stood badly before, or becomes less, is never refused.
 */
export function fits(room: RoomForm, built: BuiltRoom | null, change: PlacedChange): boolean {
  if (change.type !== 'cutouts' || built === null || change.cutouts.length < room.cutouts.length) return true;
  return buildRoom(toRoomDraft({ ...room, cutouts: change.cutouts })).ok;
}
