/** Values of the fields every organization begins its items with. */
interface ItemAttributes {
  roll_width?: number;
  stick_length?: number;
  colour?: string;
  maker?: string;
}

const MAKERS = ['MSD', 'BAUF', 'Descor', 'Clipso', 'EuroKRAAB', 'KRAAB', 'Flexy', 'Apply'];
const COLOURS: readonly (readonly [RegExp, string])[] = [
  [/бел(ое|ый|ая)/, 'белый'],
  [/ч[её]рн(ое|ый|ая)/, 'чёрный'],
  [/цветн(ое|ый|ая)/, 'цветной'],
];

/** What the name of an item of the price list says of it: «рулон 320 см», «профиль … 2,5 м», the maker, the colour. */
export function attributesOf(name: string, category: string): ItemAttributes {
  const roll = /рулон (\d+) см/.exec(name)?.[1];
  const stick = category === 'Профили' ? /(\d+(?:,\d+)?) м(?:$|[\s)])/.exec(name)?.[1] : undefined;
  const colour = COLOURS.find(([pattern]) => pattern.test(name))?.[1];
  const maker = MAKERS.find((one) => name.includes(one));
  return {
    ...(roll !== undefined && { roll_width: Number(roll) * 10 }),
    ...(stick !== undefined && { stick_length: Math.round(Number(stick.replace(',', '.')) * 1000) }),
    ...(colour !== undefined && { colour }),
    ...(maker !== undefined && { maker }),
  };
}
