import type { Proposal, ProposalLine, ProposalVariant } from '@smet/api-client';

export type ProposalAdjustment = ProposalVariant['adjustments'][number];

export interface RoomShare {
  /** Null: what belongs to no room. */
  room: Proposal['rooms'][number] | null;
  lines: ProposalLine[];
  adjustments: ProposalAdjustment[];
  /** Before any discount. */
  sumMinor: number;
}

/** A variant room by room, in the order they were measured; what belongs to none comes last, when there is any. */
export function sharesOf(rooms: Proposal['rooms'], variant: ProposalVariant): RoomShare[] {
  const ofRooms = rooms.map((room) => shareOf(room, variant));
  const common = shareOf(null, variant);
  return common.lines.length + common.adjustments.length > 0 ? [...ofRooms, common] : ofRooms;
}

function shareOf(room: RoomShare['room'], variant: ProposalVariant): RoomShare {
  const roomId = room?.id ?? null;
  const lines = variant.lines.filter((line) => line.roomId === roomId);
  const adjustments = variant.adjustments.filter((adjustment) => adjustment.roomId === roomId);
  const sumMinor = [...lines, ...adjustments].reduce((sum, one) => sum + one.sumMinor, 0);
  return { room, lines, adjustments, sumMinor };
}
