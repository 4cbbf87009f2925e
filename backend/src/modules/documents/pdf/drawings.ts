import { buildRoom, canvasOfRoom, placeLevels, renderRoomSvg, specifiedRooms, type RoomInput } from '@smet/estimating';
import { inputOf, type DocumentSource } from '../views/document-source.js';
import { LEGEND_WORDS, SIDE_LEGEND_WORDS } from '../words/trade-words.js';

/** Pictures of a room for paper, as SVG. */
export interface RoomPictures {
  /** With its dimensions and everything on the ceiling; the canvas only where it has seams. */
  plan: string;
  hasSeams: boolean;
  /** Lamps and other things with their distances to the walls; null where there is nothing to place. */
  lamps: string | null;
}

/** Pixels of the picture; it is printed smaller, so that its labels come out at about 8 points. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Draws the rooms of a variant; what cannot be built is drawn as far as it is known. */
export function roomPictures(source: DocumentSource, variantId: string, size: PictureSize): Map<string, RoomPictures> {
  const { ruleSet, priceBook } = source;
  const input = inputOf(source, variantId);
  const prices = new Map(priceBook.map((item) => [item.code, item]));
  const rooms = specifiedRooms(input.rooms, input.specification, ruleSet);
  const built = rooms.map((room) => ({ ...room, plan: room.plan ?? null, build: buildRoom(room.shape, ruleSet) }));
  const placed = placeLevels(built.map(({ build, ...room }) => ({ ...room, room: build.ok ? build.room : null })));
  return new Map(
    built.map(({ id, name, shape, plan, build }) => {
      const levels = (placed.within.get(id) ?? []).map((level) => ({
        id: level.id,
        contour: level.inset.contour,
        label: level.name,
      }));
      const drawn = { shape, ...(plan && { plan }), build };
      const options = { ...size, theme: 'print' as const, levels, legend: LEGEND_WORDS, title: name };
      const canvas = build.ok ? canvasOfRoom(input, id, prices, ruleSet) : null;
      // Film beyond the walls is the workshop's: it would only make the room smaller here.
      const seamed = canvas !== null && canvas.seams.length > 0 ? canvas : null;
      // The lamps' own plan stands beside it and names them.
      const planLegend = hasThings({ plan }) ? SIDE_LEGEND_WORDS : LEGEND_WORDS;
      const layers = { angles: false, canvas: false, diagonals: false, sides: false, dimensions: true };
      return [
        id,
        {
          plan: renderRoomSvg(drawn, { ...options, legend: planLegend, layers: { angles: false } }, seamed),
          hasSeams: seamed !== null,
          lamps: hasThings({ plan }) ? renderRoomSvg(drawn, { ...options, layers }) : null,
        },
      ];
    }),
  );
}

function hasThings({ plan }: { plan: RoomInput['plan'] | null }): boolean {
  return (plan?.objects ?? []).length > 0;
}
