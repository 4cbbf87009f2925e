import type {
  ItemKind,
  LineObjectKind,
  PaymentMoment,
  PlanObject,
  PointObjectKind,
  ProfileKind,
  WallMaterial,
} from '@smet/estimating';

/** The words of documents. Every organization so far writes Russian, whatever its country. */
export const PROFILE_WORDS: Readonly<Record<ProfileKind, string>> = {
  ordinary: 'обычный профиль',
  ceiling: 'потолочный профиль',
  shadow: 'теневой профиль',
  floating: 'парящий профиль',
  gapless: 'профиль без зазора',
  niche: 'профиль ниши',
  none: 'без профиля',
};

/** The same under a heading that says they are profiles. */
export const PROFILE_NAMES: Readonly<Record<ProfileKind, string>> = {
  ordinary: 'обычный',
  ceiling: 'потолочный',
  shadow: 'теневой',
  floating: 'парящий',
  gapless: 'без зазора',
  niche: 'ниша',
  none: 'без профиля',
};

export const WALL_WORDS: Readonly<Record<WallMaterial, string>> = {
  concrete: 'бетон',
  brick: 'кирпич',
  drywall: 'гипсокартон',
  tile: 'плитка',
  porcelain: 'керамогранит',
  insulation: 'утеплитель',
  metal: 'металл',
};

export const POINT_WORDS: Readonly<Record<PointObjectKind, string>> = {
  spotlight: 'светильник',
  chandelier: 'люстра',
  pipe: 'труба',
  vent: 'вентиляция',
  sensor: 'датчик',
  hatch: 'люк',
};

const LINE_WORDS: Readonly<Record<LineObjectKind, string>> = {
  'light-line': 'световая линия',
  track: 'трек',
  'curtain-niche': 'ниша для штор',
};

export const THING_WORDS: Readonly<Record<PlanObject['kind'], string>> = { ...POINT_WORDS, ...LINE_WORDS };

/** What the signs of a drawing are called under it. */
/** Signs along the walls, and those with all that hangs from the ceiling. */
export const SIDE_LEGEND_WORDS = { ...PROFILE_WORDS, ...WALL_WORDS };
export const LEGEND_WORDS = { ...SIDE_LEGEND_WORDS, ...THING_WORDS };

export const MOMENT_WORDS: Readonly<Record<PaymentMoment, string>> = {
  before_start: 'до начала работ',
  on_start: 'в день начала работ',
  on_delivery: 'при доставке материалов',
  after_mounting: 'после монтажа',
  after_act: 'после подписания акта',
};

export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  material: 'материалы',
  work: 'работы',
  service: 'услуги',
};

/** One, two and five of a thing: 1 месяц, 2 месяца, 5 месяцев. */
export function counted(count: number, [one, few, many]: readonly [string, string, string]): string {
  const [ones, tens] = [count % 10, count % 100];
  const word = ones === 1 && tens !== 11 ? one : ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many;
  return `${count}\u00a0${word}`;
}
