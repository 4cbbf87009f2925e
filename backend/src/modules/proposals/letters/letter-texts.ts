/** A letter without its address. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Parts {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly words: string; readonly url: string };
}

/** One source for both forms of a letter; what people have typed is escaped here and nowhere else. */
function compose({ subject, paragraphs, action }: Parts): LetterText {
  const text = [...paragraphs, ...(action ? [`${action.words}: ${action.url}`] : [])].join('\n\n');
  const html = [
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`),
    ...(action ? [`<p><a href="${escapeHtml(action.url)}">${escapeHtml(action.words)}</a></p>`] : []),
  ].join('\n');
  return { subject: oneLine(subject), text, html };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A subject is one line whatever was typed into it. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}

export function codeLetter(told: {
  readonly code: string;
  readonly companyName: string;
  readonly minutes: number;
}): LetterText {
  const { code, companyName, minutes } = told;
  return compose({
    subject: `${code} — код согласования сметы`,
    paragraphs: [
      `Код для согласования сметы: ${code}`,
      `Введите его на странице предложения. Код действует ${minutes} минут.`,
      'Если вы ничего не согласовывали, просто удалите это письмо: без кода ничего не произойдёт.',
      companyName,
    ],
  });
}

export function invitationLetter(told: {
  readonly companyName: string;
  readonly orderNumber: number;
  readonly address: string;
  readonly url: string;
}): LetterText {
  const { companyName, orderNumber, address, url } = told;
  return compose({
    subject: `Предложение по заказу № ${orderNumber} — ${companyName}`,
    paragraphs: [
      'Здравствуйте!',
      `Смета на натяжные потолки готова: ${address}. На странице — чертежи комнат, варианты с ценами и условия.`,
      'Там же можно задать вопрос или согласовать смету. Регистрация не нужна.',
      companyName,
    ],
    action: { words: 'Открыть предложение', url },
  });
}

export interface AcceptedTold {
  readonly companyName: string;
  readonly orderNumber: number;
  readonly address: string;
  readonly number: number;
  readonly variantName: string;
  readonly toPay: string;
  readonly name: string;
  readonly method: 'code' | 'signature';
  readonly acceptedAt: string;
  readonly url: string;
}

const METHODS: Readonly<Record<AcceptedTold['method'], string>> = {
  code: 'код из письма',
  signature: 'подпись на экране',
};

/** `byStranger`: the code went to an address that only the visitor has named. */
export function acceptedForManager(told: AcceptedTold & { readonly byStranger: boolean }): LetterText {
  const warning = told.byStranger
    ? ['Код пришёл на почту, которую посетитель назвал сам: в карточке клиента её нет. Проверьте, что это ваш клиент.']
    : [];
  return compose({
    subject: `Смета согласована: заказ № ${told.orderNumber}, ${told.toPay}`,
    paragraphs: [
      `Клиент согласовал смету по заказу № ${told.orderNumber} (${told.address}).`,
      factsOf(told),
      ...warning,
    ],
    action: { words: 'Открыть смету', url: told.url },
  });
}

export function acceptedForClient(told: AcceptedTold): LetterText {
  return compose({
    subject: `Вы согласовали смету — ${told.companyName}`,
    paragraphs: [
      `Спасибо! Мы получили ваше согласие по заказу № ${told.orderNumber} (${told.address}) и скоро свяжемся с вами.`,
      factsOf(told),
      told.companyName,
    ],
    action: { words: 'Согласованная смета', url: told.url },
  });
}

function factsOf({ number, variantName, toPay, name, method, acceptedAt }: AcceptedTold): string {
  const variant = variantName === '' ? [] : [`Вариант: ${variantName}`];
  return [
    ...variant,
    `Сумма: ${toPay}`,
    `Версия сметы: ${number}`,
    `Согласовано: ${name}, ${acceptedAt}, ${METHODS[method]}`,
  ].join('\n');
}

export function questionLetter(told: {
  readonly orderNumber: number;
  readonly address: string;
  readonly name: string;
  readonly text: string;
  readonly url: string;
}): LetterText {
  return compose({
    subject: `Вопрос по смете: заказ № ${told.orderNumber}`,
    paragraphs: [
      `${told.name} спрашивает о смете по заказу № ${told.orderNumber} (${told.address}):`,
      told.text,
      'Ответьте клиенту сами: позвоните или напишите ему.',
    ],
    action: { words: 'Открыть смету', url: told.url },
  });
}
