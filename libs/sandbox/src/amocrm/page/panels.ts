import type { FaultRule, Faults, Switches } from '../faults.js';
import type { JournalEntry, RequestJournal } from '../journal.js';
import type { Markup } from '../../web/html.js';
import { html } from '../../web/html.js';

const MOST_REQUESTS = 100;

const EFFECTS: Record<FaultRule['effect'], string> = {
  status: 'ответить ошибкой',
  delay: 'ответить с задержкой',
  'lost-answer': 'сохранить и оборвать ответ',
  malformed: 'сохранить и испортить ответ',
};

const CHECKS: [keyof Switches, string][] = [
  ['dead', 'Не отвечать вовсе (соединение рвётся)'],
  ['banned', 'Аккаунт заблокирован (403, HTML)'],
  ['tokensRevoked', 'Токен отозван (401)'],
  ['paidFilter', 'Платный фильтр списков подключён'],
];

export function journalSection(journal: RequestJournal, timeZone: string): Markup {
  const entries = journal.list().toReversed();
  return html`<section id="requests">
    <h2>Журнал запросов <span class="muted">${entries.length}</span></h2>
    ${
      entries.length === 0
        ? html`<p class="muted">Запросов ещё не было.</p>`
        : html`<div class="scroll">
            <table>
              <thead>
                <tr>
                  <th>Время</th>
                  <th>Запрос</th>
                  <th>Ответ</th>
                  <th>Тело</th>
                </tr>
              </thead>
              <tbody>
                ${entries.slice(0, MOST_REQUESTS).map((entry) => journalRow(entry, timeZone))}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

export function faultsSection(faults: Faults): Markup {
  return html`<section id="faults">
    <h2>Неполадки</h2>
    <div class="panels">${switchesPanel(faults.switches)}${rulePanel()}${pendingPanel(faults.rules)}</div>
  </section>`;
}

/** Said at the top of the page, so that nobody wonders why nothing arrives. */
export function alarm(switches: Readonly<Switches>): Markup | null {
  const on = CHECKS.filter(([key]) => key !== 'paidFilter' && switches[key] === true).map(([, label]) => label);
  return on.length === 0 ? null : html`<p class="alarm">Включены неполадки: ${on.join('; ')}</p>`;
}

function switchesPanel(switches: Readonly<Switches>): Markup {
  return html`<div class="panel">
    <form method="post" action="/_sandbox/ui/faults">
      ${CHECKS.map(([key, label]) => checkbox(key, label, switches[key] === true))}
      <label
        >Запросов в секунду (0 — без предела) ${numberInput('requestsPerSecond', switches.requestsPerSecond)}</label
      >
      <label>
        Тело ответа 429
        <select name="rateLimitBody">
          ${choice('html', 'HTML', switches.rateLimitBody)}${choice('json', 'JSON с retry_after', switches.rateLimitBody)}
        </select>
      </label>
      <label>Поиск отстаёт, мс ${numberInput('searchLagMs', switches.searchLagMs)}</label>
      <button class="main">Применить</button>
    </form>
  </div>`;
}

function rulePanel(): Markup {
  return html`<div class="panel">
    <form method="post" action="/_sandbox/ui/rules">
      <label>
        Следующие запросы
        <select name="effect">
          ${Object.entries(EFFECTS).map(([value, label]) => html`<option value="${value}">${label}</option>`)}
        </select>
      </label>
      <label>Сколько раз ${numberInput('times', 1)}</label>
      <label>Код ошибки ${numberInput('status', 503)}</label>
      <label>Задержка, мс ${numberInput('delayMs', 0)}</label>
      <label>
        Метод
        <select name="method">
          <option value="">любой</option>
          <option>GET</option>
          <option>POST</option>
          <option>PATCH</option>
        </select>
      </label>
      <label>Путь <input name="path" placeholder="/api/v4/leads" /></label>
      <button class="main">Добавить</button>
    </form>
  </div>`;
}

function pendingPanel(rules: readonly Readonly<FaultRule>[]): Markup {
  return html`<div class="panel">
    ${
      rules.length === 0
        ? html`<p class="muted">Ожидающих неполадок нет.</p>`
        : html`<ul>
            ${rules.map((rule) => html`<li>${describe(rule)}</li>`)}
          </ul>`
    }
    <form method="post" action="/_sandbox/ui/clear"><button>Сбросить все неполадки</button></form>
  </div>`;
}

function describe(rule: Readonly<FaultRule>): string {
  const where = `${rule.method ?? 'любой метод'} ${rule.path ?? 'любой путь'}`;
  const status = rule.effect === 'status' ? ` ${rule.status ?? 503}` : '';
  const delay = rule.delayMs ? `, задержка ${rule.delayMs} мс` : '';
  return `${EFFECTS[rule.effect]}${status} × ${rule.times ?? 1}: ${where}${delay}`;
}

function checkbox(name: string, label: string, checked: boolean): Markup {
  const box = checked
    ? html`<input type="checkbox" name="${name}" checked />`
    : html`<input type="checkbox" name="${name}" />`;
  return html`<label class="check">${box} ${label}</label>`;
}

function numberInput(name: string, value: number): Markup {
  return html`<input type="number" min="0" name="${name}" value="${value}" />`;
}

function choice(value: string, label: string, current: string): Markup {
  return value === current
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}

function journalRow(entry: Readonly<JournalEntry>, timeZone: string): Markup {
  const time = new Intl.DateTimeFormat('ru-RU', { timeZone, timeStyle: 'medium' }).format(new Date(entry.at));
  const good = entry.status !== null && entry.status < 400;
  return html`<tr>
    <td>${time}</td>
    <td class="wide"><code>${entry.method} ${entry.path}${decoded(entry.search)}</code></td>
    <td>
      <span class="${good ? 'good' : 'bad'}">${entry.status ?? 'нет ответа'}</span>
      ${entry.fault !== null && html`<span class="muted small">${entry.fault}</span>`}
    </td>
    <td>${entry.body !== null && bodyDetails(entry.body)}</td>
  </tr>`;
}

function bodyDetails(body: unknown): Markup {
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  return html`<details>
    <summary>показать</summary>
    <pre>${text.slice(0, 20_000)}</pre>
  </details>`;
}

function decoded(search: string): string {
  return search.replaceAll('%5B', '[').replaceAll('%5D', ']');
}
