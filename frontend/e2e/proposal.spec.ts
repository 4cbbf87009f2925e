import { expect } from '@playwright/test';
import { letterTo } from './letters.ts';
import { drawSignature, phone, sendProposal } from './proposals.ts';
import { test } from './test.ts';

test('a client on a phone compares variants, gets a code and accepts; the manager hears it at once', async ({
  page,
  browser,
  allow,
}) => {
  // no consent, then a wrong code
  allow(/status of 422/);
  const { estimateId, url } = await sendProposal(page);
  await page.goto(`/estimates/${estimateId}`);

  const client = await phone(browser);
  await client.goto(url);
  await expect(client.getByRole('heading', { name: 'Ваша смета' })).toBeVisible();
  await expect(client.getByRole('img', { name: 'Чертёж: Гостиная' })).toBeVisible();
  await client.getByRole('radio', { name: /Комфорт/ }).check();
  await expect(client.getByText('Чем «Комфорт» отличается от «Стандарт»')).toBeVisible();
  const overflow = await client.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);

  const email = `client-${Date.now()}@home.example`;
  const accept = client.locator('#accept');
  await accept.getByLabel('Ваше имя и фамилия').fill('Анна Иванова');
  await accept.getByLabel('Электронная почта').fill(email);
  await accept.getByRole('button', { name: 'Получить код' }).click();
  const code = /\b\d{6}\b/.exec((await letterTo(email)).text)?.[0] ?? '';
  await accept.getByLabel('Код из письма', { exact: true }).fill(code === '000000' ? '000001' : '000000');
  await accept.getByRole('button', { name: /^Согласовать на/ }).click();
  await expect(accept.getByText('Отметьте согласие')).toBeVisible();
  await accept.getByRole('checkbox').check();
  await accept.getByRole('button', { name: /^Согласовать на/ }).click();
  await expect(accept.getByText('Осталось попыток: 4')).toBeVisible();
  await accept.getByLabel('Код из письма', { exact: true }).fill(code);
  await accept.getByRole('button', { name: /^Согласовать на/ }).click();
  await expect(client.getByRole('heading', { name: 'Смета согласована' })).toBeVisible();

  await expect(page.getByText('Клиент согласовал смету: Клиент предложения')).toBeVisible();
  await page.getByRole('button', { name: 'Ссылка клиенту' }).click();
  await expect(page.getByRole('dialog').getByText(`код на ${email}`)).toBeVisible();
  await client.context().close();
});

test('a client signs with a finger, and asks a question; what is kept of them is where they were', async ({
  page,
  browser,
}) => {
  const { estimateId, url } = await sendProposal(page);
  const client = await phone(browser, 'dark', '203.0.113.66');
  await client.goto(url);
  const question = client.locator('#question');
  await question.getByLabel('Как к вам обращаться').fill('Анна');
  await question.getByLabel('Ваш вопрос').fill('Когда приедете?');
  await question.getByRole('button', { name: 'Отправить вопрос' }).click();
  await expect(client.getByText('Вопрос отправлен')).toBeVisible();
  await expect(page.getByText('Клиент спрашивает о смете: Клиент предложения')).toBeVisible();

  const accept = client.locator('#accept');
  await accept.getByLabel('Ваше имя и фамилия').fill('Анна Иванова');
  await accept.getByText('Подпись на экране', { exact: true }).click();
  await drawSignature(client);
  await accept.getByRole('checkbox').check();
  await accept.getByRole('button', { name: /^Согласовать на/ }).click();
  await expect(client.getByRole('heading', { name: 'Смета согласована' })).toBeVisible();
  await client.reload();
  await expect(client.getByRole('heading', { name: 'Смета согласована' })).toBeVisible();
  await expect(accept).toHaveCount(0);
  await client.context().close();

  const kept = await (await page.request.get(`/api/v1/estimates/${estimateId}/links`)).json();
  expect(kept).toMatchObject({
    items: [{ views: { recent: [{ address: '127.0.0.1' }] }, acceptance: { address: '127.0.0.1' } }],
  });
});

test('a link nobody was given opens nothing, and says what to do', async ({ browser, allow }) => {
  allow(/status of 404/);
  const client = await phone(browser);
  const answer = await client.goto(`/p/${'A'.repeat(43)}`);
  expect(answer?.status()).toBe(404);
  await expect(client.getByRole('heading', { name: 'Такой ссылки нет' })).toBeVisible();
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  await client.context().close();
});

test('before its scripts run the page sends nothing and tells nobody what was typed', async ({
  page,
  browser,
  allow,
}) => {
  // the scripts, kept from coming
  allow(/ERR_FAILED/);
  const { url } = await sendProposal(page);
  const client = await phone(browser);
  const asked: string[] = [];
  client.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await client.route('**/*.js*', (route) => route.abort());
  await client.goto(url);
  const question = client.locator('#question');
  await question.getByLabel('Как к вам обращаться').fill('Анна');
  await question.getByLabel('Ваш вопрос').fill('Когда приедете?');
  await expect(question.getByRole('button', { name: 'Отправить вопрос' })).toBeDisabled();
  const accept = client.locator('#accept');
  await accept.getByLabel('Ваше имя и фамилия').fill('Анна Иванова');
  await accept.getByLabel('Электронная почта').fill('anna@home.example');
  await expect(accept.getByRole('button', { name: /^Согласовать на/ })).toBeDisabled();
  const before = asked.length;
  await question.getByLabel('Как к вам обращаться').press('Enter');
  await accept.getByLabel('Электронная почта').press('Enter');
  // a browser older than the locked button would still put nothing into the address
  for (const form of await client.locator('form').all()) await expect(form).toHaveAttribute('method', 'post');
  await expect(question.getByLabel('Ваш вопрос')).toHaveValue('Когда приедете?');
  expect(client.url()).toBe(url);
  expect(asked.slice(before)).toEqual([]);
  expect(asked.join(' ')).not.toMatch(/anna|%D0%90/i);
  await client.context().close();
});
