import type { FastifyInstance, FastifyReply } from 'fastify';
import { html, Markup } from '../web/html.js';
import { assertOwnOrigin, ControlError } from '../web/own-origin.js';
import type { CaughtMail, Mailbox } from './mailbox.js';
import { mailOf } from './routes.js';
import { STYLE } from './style.js';

/** Nothing may be loaded or run; only our own style, forms and frames. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-src 'self'; base-uri 'none'";
/** A letter is somebody else's page: no scripts, no forms, no origin, no pictures from elsewhere. */
const LETTER_POLICY = `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:`;

const LINK = /(https?:\/\/[^\s<>"]+)/;

/** The pages a person looks at. */
export function registerPage(app: FastifyInstance, mailbox: Mailbox): void {
  app.get('/', (_request, reply) => sendPage(reply, listPage(mailbox.list())));
  app.get('/messages/:id', (request, reply) => sendPage(reply, letterPage(mailOf(mailbox, request))));
  app.get('/messages/:id/html', (request, reply) => {
    const letter = mailOf(mailbox, request);
    return reply
      .header('Content-Security-Policy', LETTER_POLICY)
      .type('text/html; charset=utf-8')
      .send(`<base target="_blank">${letter.html ?? ''}`);
  });
  app.get('/messages/:id/attachments/:index', (request, reply) => {
    const { index } = request.params as { index: string };
    const attachment = mailOf(mailbox, request).attachments[Number(index)];
    if (!attachment) throw new ControlError('Такого вложения нет');
    return reply
      .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`)
      .type('application/octet-stream')
      .send(Buffer.from(attachment.content));
  });
  app.post('/_sandbox/ui/clear', (request, reply) => {
    assertOwnOrigin(request);
    mailbox.clear();
    return reply.redirect('/', 303);
  });
}

function listPage(letters: readonly CaughtMail[]): Markup {
  return frame(
    'Письма',
    html`<header>
        <h1>Письма</h1>
        <a href="/">Обновить</a>
        <form method="post" action="/_sandbox/ui/clear"><button>Удалить все</button></form>
        <p class="note">Сюда попадает всё, что отправляет SMET. Наружу ничего не уходит.</p>
      </header>
      <main>
        ${
          letters.length === 0
            ? html`<p class="muted">Писем пока нет.</p>`
            : html`<ul class="letters">
                ${letters.map(
                  (letter) =>
                    html`<li>
                      <a href="/messages/${letter.id}"
                        ><strong>${letter.subject || 'Без темы'}</strong><span class="muted">${timeOf(letter)}</span
                        ><span class="muted">${letter.to.join(', ')}</span></a
                      >
                    </li>`,
                )}
              </ul>`
        }
      </main>`,
  );
}

function letterPage(letter: CaughtMail): Markup {
  return frame(
    letter.subject,
    html`<header>
        <h1>${letter.subject || 'Без темы'}</h1>
        <a href="/">Все письма</a><a href="/_sandbox/messages/${letter.id}/raw">Исходный текст</a>
      </header>
      <main>
        <section>
          <dl>
            <dt>От кого</dt>
            <dd>${letter.from}</dd>
            <dt>Кому</dt>
            <dd>${letter.to.join(', ')}</dd>
            <dt>Когда</dt>
            <dd>${timeOf(letter)}</dd>
            <dt>Message-ID</dt>
            <dd>${letter.messageId}</dd>
            ${letter.attachments.map(
              ({ filename, content }, index) =>
                html`<dt>Вложение</dt>
                  <dd>
                    <a href="/messages/${letter.id}/attachments/${index}">${filename || 'Без имени'}</a>
                    <span class="muted">${content.byteLength} Б</span>
                  </dd>`,
            )}
          </dl>
        </section>
        ${
          letter.html !== null &&
          html`<section>
            <h2>Как видит получатель</h2>
            <iframe
              title="Письмо"
              src="/messages/${letter.id}/html"
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              referrerpolicy="no-referrer"
            ></iframe>
          </section>`
        }
        <section>
          <h2>Текст</h2>
          <pre>${withLinks(letter.text)}</pre>
        </section>
      </main>`,
  );
}

function withLinks(text: string): readonly (Markup | string)[] {
  return text
    .split(LINK)
    .map((part) => (LINK.test(part) ? html`<a href="${part}" rel="noreferrer" target="_blank">${part}</a>` : part));
}

function frame(title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Markup(STYLE)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

const timeOf = ({ at }: CaughtMail): string => new Date(at).toLocaleString('ru-RU');

function sendPage(reply: FastifyReply, markup: Markup): FastifyReply {
  return reply
    .header('Content-Security-Policy', POLICY)
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(markup.text);
}
