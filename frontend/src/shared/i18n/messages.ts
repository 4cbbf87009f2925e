import auth from '../../../messages/ru/auth.json';
import client from '../../../messages/ru/client.json';
import clients from '../../../messages/ru/clients.json';
import common from '../../../messages/ru/common.json';
import cutting from '../../../messages/ru/cutting.json';
import documents from '../../../messages/ru/documents.json';
import estimates from '../../../messages/ru/estimates.json';
import imports from '../../../messages/ru/imports.json';
import integrations from '../../../messages/ru/integrations.json';
import links from '../../../messages/ru/links.json';
import nomenclature from '../../../messages/ru/nomenclature.json';
import orders from '../../../messages/ru/orders.json';
import plan from '../../../messages/ru/plan.json';
import problems from '../../../messages/ru/problems.json';
import proposal from '../../../messages/ru/proposal.json';
import rules from '../../../messages/ru/rules.json';
import settings from '../../../messages/ru/settings.json';
import shell from '../../../messages/ru/shell.json';
import variants from '../../../messages/ru/variants.json';
import versions from '../../../messages/ru/versions.json';

export const LOCALE = 'ru';

/** Every text of the application by domain. Pages send the browser only the domains they name. */
export const messages = {
  auth,
  client,
  clients,
  common,
  cutting,
  documents,
  estimates,
  imports,
  integrations,
  links,
  nomenclature,
  orders,
  plan,
  problems,
  proposal,
  rules,
  settings,
  shell,
  variants,
  versions,
};

export type Messages = typeof messages;
export type Domain = keyof Messages;

/** What every page needs: common words, the frame and the names of problems. */
export const SHARED_DOMAINS = ['common', 'shell', 'problems'] as const satisfies readonly Domain[];

export function pickMessages(domains: readonly Domain[]): Partial<Messages> {
  return Object.fromEntries(domains.map((domain) => [domain, messages[domain]]));
}
