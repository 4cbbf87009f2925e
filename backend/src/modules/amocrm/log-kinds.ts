export const EVENT_PREFIX = 'amocrm.';

/** Events that the log of the integration page shows, and which way each went. */
export const DIRECTIONS: Readonly<Record<string, 'out' | 'in'>> = {
  'amocrm.connected': 'out',
  'amocrm.paused': 'out',
  'amocrm.resumed': 'out',
  'amocrm.stopped': 'out',
  'amocrm.recovered': 'out',
  'amocrm.lead_sent': 'out',
  'amocrm.contact_sent': 'out',
  'amocrm.sync_delayed': 'out',
  'amocrm.sync_rejected': 'out',
  'amocrm.stage_taken': 'in',
  'amocrm.stage_kept': 'in',
  'amocrm.stage_unmapped': 'in',
};

export const SHOWN_EVENTS = Object.keys(DIRECTIONS);
