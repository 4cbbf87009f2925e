import { buildRoom, outlineOf } from '@smet/estimating';
import type { BuildRoomResult, Outline } from '@smet/estimating';
import { toRoomDraft } from '../model/room-form';
import type { RoomForm } from '../model/types';

export interface BuiltForm {
  build: BuildRoomResult;
  outline: Outline;
}

/** Builds what is typed and says what of it can be drawn. */
export function outlineRoom(room: RoomForm): BuiltForm {
  const draft = toRoomDraft(room);
  const build = buildRoom(draft);
  return { build, outline: outlineOf(draft, build) };
}
