import { buildRoom, outlineOf } from '@smet/estimating';
import type { BuildRoomResult, Outline } from '@smet/estimating';
import { byReadings } from '../model/by-readings';
import { toRoomDraft } from '../model/room-form';

export interface BuiltForm {
  build: BuildRoomResult;
  outline: Outline;
}

/** Builds what is typed and says what of it can be drawn; readings that stayed as they were are not built again. */
export const outlineRoom = byReadings((room): BuiltForm => {
  const draft = toRoomDraft(room);
  const build = buildRoom(draft);
  return { build, outline: outlineOf(draft, build) };
});
