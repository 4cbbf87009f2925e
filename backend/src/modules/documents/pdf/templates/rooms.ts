import type { Column, Content } from '../pdf-types.js';
import type { RoomView, VariantView } from '../../views/variant-view.js';
import { money, quantityText } from '../../words/format.js';
import { counted } from '../../words/trade-words.js';
import { facts, panel } from '../blocks.js';
import type { RoomPictures } from '../drawings.js';
import { linesTable, looksOf, type LinesLook } from '../estimate-tables.js';
import { CONTENT_WIDTH } from '../house-style.js';

const GAP = 10;
const HALF = (CONTENT_WIDTH - GAP) / 2;

/** Rooms of a variant one after another, then what belongs to none of them. */
export function roomSections(
  variant: VariantView,
  pictures: ReadonlyMap<string, RoomPictures>,
  currency: string,
): Content[] {
  const look = looksOf(variant, currency);
  const { rooms, common } = variant;
  const hasCommon = common.lines.length + common.coefficients.length > 0;
  return [
    ...rooms.flatMap((room, index) => roomSection(room, pictures.get(room.id), { number: index + 1, look })),
    ...(hasCommon
      ? [
          {
            margin: [0, 14, 0, 0] as [number, number, number, number],
            stack: [linesTable('Общее для заказа', common, look)],
          },
        ]
      : []),
  ];
}

/** The heading and the drawings stay together; the table may run on, with the room's name in its head. */
function roomSection(
  room: RoomView,
  pictures: RoomPictures | undefined,
  { number, look }: { number: number; look: LinesLook },
): Content[] {
  return [
    {
      unbreakable: true,
      margin: [0, 16, 0, 0],
      stack: [roomTitle(room, { number, currency: look.currency }), ...(pictures ? [drawings(room, pictures)] : [])],
    },
    ...(room.lines.length + room.coefficients.length > 0 ? [linesTable(room.name, room, look)] : []),
  ];
}

function roomTitle(
  { name, measures, sumMinor }: RoomView,
  { number, currency }: { number: number; currency: string },
): Content {
  const told = measures
    ? `${quantityText(measures.area)} м² · периметр ${quantityText(measures.perimeter)} м · ` +
      counted(measures.corners, ['угол', 'угла', 'углов'])
    : 'без замера';
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: `${number}. ${name}`, style: 'section' },
          { text: told, style: 'muted', margin: [0, 1, 0, 0] },
        ],
      },
      {
        width: 'auto',
        text: money(sumMinor, currency),
        style: ['heading', 'number'],
        alignment: 'right',
        margin: [8, 2, 0, 0],
      },
    ],
  };
}

function drawings(room: RoomView, { plan, hasSeams, lamps }: RoomPictures): Content {
  const picture = (svg: string, title: string): Column => ({
    width: HALF,
    stack: [
      { svg, width: HALF },
      { text: title, style: 'small', alignment: 'center', margin: [0, 2, 0, 0] },
    ],
  });
  return {
    margin: [0, 6, 0, 2],
    columnGap: GAP,
    columns: [
      picture(plan, hasSeams ? 'Размеры в сантиметрах, полосы полотна и швы' : 'Размеры в сантиметрах'),
      lamps === null ? { width: HALF, stack: [figures(room)] } : picture(lamps, 'Светильники: расстояния до стен, см'),
    ],
  };
}

/** Beside the drawing of a room where no lamp has its place yet. */
function figures({ measures, lamps: { spotlights, chandeliers } }: RoomView): Content {
  const count = (number: number): string => (number === 0 ? '' : `${number} шт`);
  return panel(
    facts([
      ['Площадь', measures ? `${quantityText(measures.area)} м²` : ''],
      ['Периметр', measures ? `${quantityText(measures.perimeter)} м` : ''],
      ['Углы', measures ? String(measures.corners) : ''],
      ['Светильники', count(spotlights)],
      ['Люстры', count(chandeliers)],
    ]),
  );
}
