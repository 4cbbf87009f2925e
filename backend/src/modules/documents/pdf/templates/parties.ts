import type { Content } from '../pdf-types.js';
import type { DocumentHead } from '../../views/document-head.js';
import { facts, signatures } from '../blocks.js';

/** A place to be filled in by hand. */
export const BLANK = '____________________';

const told = (text: string, blank = BLANK): string => (text === '' ? blank : text);

/** How both sides are named where a contract begins. */
export function preamble({ company, client }: DocumentHead): string {
  const { legalName, signatory } = company;
  const by =
    signatory.name === ''
      ? ''
      : ` в лице: ${[signatory.position, signatory.name].filter((text) => text !== '').join(' ')}`;
  const basis = signatory.basis === '' ? '' : `, действует на основании ${signatory.basis}`;
  return (
    `${told(legalName)}${by}${basis} (далее — Исполнитель), с одной стороны, и ${told(client.name)} ` +
    `(далее — Заказчик), с другой стороны, вместе именуемые Стороны, договорились о нижеследующем.`
  );
}

/** Requisites of both sides and where they sign. */
export function partiesBlock(head: DocumentHead): Content {
  const { company, client, currency } = head;
  const { bank } = company;
  const isKazakh = currency === 'KZT';
  const ours = facts([
    ['Исполнитель', told(company.legalName)],
    [isKazakh ? 'БИН/ИИН' : 'ИНН', company.taxId],
    [isKazakh ? 'Рег. номер' : 'ОГРН', company.registrationId],
    ['Адрес', company.address],
    ['Телефон', company.phone],
    ['Почта', company.email],
    ['Банк', bank.name],
    ['БИК', bank.code],
    [isKazakh ? 'ИИК' : 'Расч. счёт', bank.account],
    ['Корр. счёт', bank.correspondentAccount],
  ]);
  const theirs = facts([
    ['Заказчик', told(client.name)],
    ['Документ', BLANK],
    ['Адрес', BLANK],
    ['Телефон', BLANK],
  ]);
  return {
    unbreakable: true,
    stack: [
      {
        columnGap: 24,
        columns: [
          { width: '*', stack: [ours] },
          { width: '*', stack: [theirs] },
        ],
      },
      signatures([
        { title: 'Исполнитель', who: company.signatory.name },
        { title: 'Заказчик', who: client.name },
      ]),
    ],
  };
}
