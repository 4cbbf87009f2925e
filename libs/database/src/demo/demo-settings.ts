import type { DemoEngine } from './demo-engine.js';
import type { DemoScope, Tables } from './rows.js';

/** What the demo organization signs with; nobody and nothing of it exists. */
const REQUISITES = {
  legalName: 'ООО «Демо Потолки»',
  taxId: '0000000000',
  registrationId: '0000000000000',
  address: '000000, г. Образцов, ул. Примерная, д. 1',
  phone: '+7 000 000-00-00',
  email: 'office@demo.smet.local',
  site: '',
  bank: {
    name: 'Банк «Образец»',
    code: '000000000',
    account: '00000000000000000000',
    correspondentAccount: '00000000000000000000',
  },
  signatory: { name: 'Образцова Мария Петровна', position: 'Генеральный директор', basis: 'Устава' },
  brandColor: '#0b7285',
  proposalTerms: [
    'Цены действуют до даты, указанной в предложении.',
    'Электрические точки готовит заказчик, если в смете не сказано другое.',
    'Срок монтажа — 7 рабочих дней после предоплаты.',
  ].join('\n'),
  warrantyMonthsMaterials: 120,
  warrantyMonthsWork: 24,
};

/** The rules the demo estimates are made by, and the requisites under its documents. */
export function settingsRows({ since, organizationId }: DemoScope, { ruleSet }: Pick<DemoEngine, 'ruleSet'>): Tables {
  const organization = { organization_id: organizationId };
  const { id, version, title } = ruleSet;
  return [
    ['rule_sets', [{ ...organization, id, version, title, document: ruleSet, created_at: since }]],
    ['company_profiles', [{ ...organization, requisites: REQUISITES, version: 1, updated_at: since }]],
  ];
}
