import type { MembershipRole } from '../entities/index.js';
import type { Random } from './random.js';

/** Made-up people. Numbers begin with +7 000, which no operator has. */
export const demoUsers: readonly { role: MembershipRole; name: string }[] = [
  { role: 'owner', name: 'Марат Ахметов' },
  { role: 'administrator', name: 'Ольга Седова' },
  { role: 'manager', name: 'Анна Крылова' },
  { role: 'measurer', name: 'Тимур Жаксылыков' },
  { role: 'workshop', name: 'Павел Горин' },
  { role: 'installer', name: 'Ерлан Сагинов' },
  { role: 'operator', name: 'Дарья Лунина' },
  { role: 'accountant', name: 'Светлана Бортникова' },
];

const given = [
  ['Алексей', 'Марина'],
  ['Данияр', 'Айгерим'],
  ['Игорь', 'Елена'],
  ['Нурлан', 'Динара'],
  ['Сергей', 'Татьяна'],
  ['Азамат', 'Жанар'],
  ['Виктор', 'Людмила'],
  ['Бауыржан', 'Гульнара'],
  ['Роман', 'Ирина'],
  ['Кайрат', 'Асель'],
] as const;

const family = [
  ['Ветров', 'Ветрова'],
  ['Сапаров', 'Сапарова'],
  ['Облаков', 'Облакова'],
  ['Тулегенов', 'Тулегенова'],
  ['Рябинин', 'Рябинина'],
  ['Мусин', 'Мусина'],
  ['Ключев', 'Ключева'],
  ['Оспанов', 'Оспанова'],
  ['Заречный', 'Заречная'],
  ['Байжанов', 'Байжанова'],
  ['Туманов', 'Туманова'],
  ['Калиев', 'Калиева'],
] as const;

const companies = ['ООО «Светлый дом»', 'ТОО «Жарық үй»', 'ООО «Ремонт и точка»', 'ИП Облаков', 'ООО «Третий этаж»'];

const streets = [
  'ул. Облачная',
  'ул. Сиреневых Садов',
  'ул. Мастеров',
  'пр. Ветров',
  'ул. Кленовая Роща',
  'ул. Старой Мельницы',
  'пер. Тихий Берег',
  'ул. Полярных Огней',
  'ул. Жулдызды',
  'ул. Северных Лип',
  'бул. Звездочётов',
  'ул. Медовая',
];

const towns = ['г. Озёрск-Дальний', 'г. Белоречье', 'пос. Верхние Сады', 'г. Акжол'];

export function clientName(random: Random, index: number): { kind: 'person' | 'company'; name: string } {
  if (index % 10 === 9) return { kind: 'company', name: companies[Math.floor(index / 10)] ?? `ООО «Демо ${index}»` };
  const form = random.whole(0, 1) as 0 | 1;
  // Each round of given names begins one family name further on, so that no two people have the same full name.
  const name = given[index % given.length]?.[form];
  const surname = family[(index + 3 * Math.floor(index / given.length)) % family.length]?.[form];
  return { kind: 'person', name: `${name} ${surname}` };
}

export function demoPhone(index: number): string {
  return `+7000000${String(index + 1).padStart(4, '0')}`;
}

export function address(random: Random): string {
  const street = `${random.pick(towns)}, ${random.pick(streets)}, д. ${random.whole(1, 120)}`;
  return random.next() < 0.75 ? `${street}, кв. ${random.whole(1, 240)}` : street;
}
