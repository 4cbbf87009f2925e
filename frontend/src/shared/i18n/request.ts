import { getRequestConfig } from 'next-intl/server';
import { LOCALE, messages } from './messages';

// One language so far. A second one is chosen here, from the person's settings; routes carry no locale.
export default getRequestConfig(() => ({ locale: LOCALE, messages, timeZone: 'UTC' }));
