import type { AmocrmState, Contact, Lead, Pipeline, Status } from '../world.js';
import { fieldsOf, formatSum, formatTime, isWebAddress, textsOf } from './format.js';
import type { Markup } from '../../web/html.js';
import { html } from '../../web/html.js';

/** Cards of one stage beyond this are only counted. */
const MOST_CARDS = 60;

export function pipelineSection(state: AmocrmState, pipeline: Pipeline): Markup {
  const leads = Object.values(state.leads).filter((lead) => !lead.is_deleted && lead.pipeline_id === pipeline.id);
  const statuses = pipeline.statuses.toSorted((left, right) => left.sort - right.sort);
  return html`<section id="pipeline-${pipeline.id}">
    <h2>Воронка «${pipeline.name}» <span class="muted">${leads.length}</span></h2>
    <div class="board">
      ${statuses.map((status) =>
        stageColumn(
          state,
          status,
          leads.filter((lead) => lead.status_id === status.id),
        ),
      )}
    </div>
  </section>`;
}

export function binSection(state: AmocrmState): Markup | null {
  const leads = Object.values(state.leads).filter((lead) => lead.is_deleted);
  if (leads.length === 0) return null;
  return html`<section id="bin">
    <h2>Корзина</h2>
    <div class="panel">
      ${leads.map(
        (lead) =>
          html`<form class="row" method="post" action="/_sandbox/ui/leads/${lead.id}/restore">
            <span>${lead.name} <span class="muted">№ ${lead.id}</span></span
            ><button>Вернуть</button>
          </form>`,
      )}
    </div>
  </section>`;
}

export function contactsSection(state: AmocrmState): Markup {
  const contacts = Object.values(state.contacts)
    .filter((contact) => !contact.is_deleted)
    .toReversed();
  return html`<section id="contacts">
    <h2>Контакты <span class="muted">${contacts.length}</span></h2>
    ${
      contacts.length === 0
        ? html`<p class="muted">Контактов пока нет.</p>`
        : html`<div class="scroll">
            <table>
              <thead>
                <tr>
                  <th>№</th>
                  <th>Имя</th>
                  <th>Телефоны</th>
                  <th>Почта</th>
                  <th>Сделки</th>
                  <th>Изменён</th>
                </tr>
              </thead>
              <tbody>
                ${contacts.slice(0, 200).map((contact) => contactRow(state, contact))}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

function stageColumn(state: AmocrmState, status: Status, leads: Lead[]): Markup {
  const newestFirst = leads.toSorted((left, right) => right.updated_at - left.updated_at || right.id - left.id);
  const hidden = newestFirst.length - MOST_CARDS;
  return html`<div class="stage" style="--stage:${status.color}" data-status-id="${status.id}">
    <header>
      <h3>${status.name}</h3>
      <span class="muted">${leads.length}</span>
    </header>
    <div class="leads">
      ${newestFirst.slice(0, MOST_CARDS).map((lead) => leadCard(state, lead))}
      ${hidden > 0 && html`<p class="muted small">и ещё ${hidden}</p>`}
    </div>
  </div>`;
}

function leadCard(state: AmocrmState, lead: Lead): Markup {
  const { currency_symbol, timezone } = state.account;
  const tags = state.tags.filter((tag) => lead.tags.includes(tag.id));
  return html`<article class="lead" id="lead-${lead.id}" data-lead-id="${lead.id}">
    <strong>${lead.name}</strong>
    <span class="sum">${formatSum(lead.price, currency_symbol)}</span>
    ${lead.contacts.map((linked) => contactLine(state, linked.id))}
    ${fieldsOf(state, lead).map(({ field, texts }) => texts.map((text) => fieldLine(field.name, text)))}
    ${tags.length > 0 && html`<span class="row">${tags.map((tag) => html`<span class="tag">${tag.name}</span>`)}</span>`}
    <span class="muted small">№ ${lead.id} · изменена ${formatTime(lead.updated_at, timezone)}</span>
    <form class="move" method="post" action="/_sandbox/ui/leads/${lead.id}/status">
      ${stageSelect(state, lead)}<button>Переместить</button>
    </form>
    <form method="post" action="/_sandbox/ui/leads/${lead.id}/delete"><button class="plain">В корзину</button></form>
  </article>`;
}

function contactLine(state: AmocrmState, id: number): Markup | null {
  const contact = state.contacts[id];
  if (!contact) return null;
  const phones = textsOf(state, contact, 'PHONE');
  return html`<span class="small">${contact.name}${phones.length > 0 && html` · ${phones.join(', ')}`}</span>`;
}

function fieldLine(name: string, text: string): Markup {
  if (isWebAddress(text)) return html`<a class="small" href="${text}" rel="noreferrer" target="_blank">${name}</a>`;
  return html`<span class="small"><span class="muted">${name}:</span> ${text}</span>`;
}

/** Every stage a person may move a lead to; the incoming stage cannot be chosen. */
function stageSelect(state: AmocrmState, lead: Lead): Markup {
  return html`<select name="stage" aria-label="Этап сделки ${lead.name}">
    ${state.pipelines.map(
      (pipeline) =>
        html`<optgroup label="${pipeline.name}">
          ${pipeline.statuses.filter((status) => status.type === 0).map((status) => stageOption(lead, pipeline, status))}
        </optgroup>`,
    )}
  </select>`;
}

function stageOption(lead: Lead, pipeline: Pipeline, status: Status): Markup {
  const current = lead.pipeline_id === pipeline.id && lead.status_id === status.id;
  const value = `${pipeline.id}:${status.id}`;
  return current
    ? html`<option value="${value}" selected>${status.name}</option>`
    : html`<option value="${value}">${status.name}</option>`;
}

function contactRow(state: AmocrmState, contact: Contact): Markup {
  const leads = Object.values(state.leads).filter((lead) => lead.contacts.some((linked) => linked.id === contact.id));
  return html`<tr data-contact-id="${contact.id}">
    <td>${contact.id}</td>
    <td>${contact.name}</td>
    <td>${textsOf(state, contact, 'PHONE').join(', ')}</td>
    <td>${textsOf(state, contact, 'EMAIL').join(', ')}</td>
    <td>${leads.map((lead) => html`<a href="#lead-${lead.id}">${lead.name}</a> `)}</td>
    <td>${formatTime(contact.updated_at, state.account.timezone)}</td>
  </tr>`;
}
