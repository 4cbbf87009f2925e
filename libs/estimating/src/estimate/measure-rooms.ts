import { specifiedRooms } from './specified-rooms.js';
import type { CheckedDraft } from './check-draft.js';
import { placeLevels } from './levels.js';
import { measuredLines } from './measured-lines.js';
import type { MeasuredLinesResult, MeasuringContext } from './measured-lines.js';
import { surveyRoom } from './survey-rooms.js';
import type { SurveyedRoom } from './survey-rooms.js';

/** A room of a variant, what the rules make of it, and its place in the draft. */
export interface MeasuredRoomOfDraft {
  surveyed: SurveyedRoom;
  measured: MeasuredLinesResult;
  path: string;
}

/** Measures the rooms of a variant as it specifies them; those that are as they were are remembered. */
export function measureRooms(
  { rooms, specification }: Pick<CheckedDraft, 'rooms' | 'specification'>,
  context: MeasuringContext,
): MeasuredRoomOfDraft[] {
  const { ruleSet } = context;
  const inputs = rooms.map(({ input }) => input);
  const surveyed = specifiedRooms(inputs, specification, ruleSet).map((room) => surveyRoom(room, ruleSet));
  const levels = placeLevels(surveyed);
  return surveyed.map((room, index) => {
    const wrong = levels.problems.get(room.id) ?? [];
    const within = levels.within.get(room.id) ?? [];
    const measured = measuredLines({ ...room, problems: [...room.problems, ...wrong] }, within, context);
    return { surveyed: room, measured, path: rooms[index]!.path };
  });
}
