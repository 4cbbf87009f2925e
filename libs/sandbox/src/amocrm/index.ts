export { startAmocrmSandbox, DEMO_TOKEN } from './server.js';
export type { AmocrmSandbox, AmocrmSandboxOptions } from './server.js';
export type { Faults, FaultRule, Switches } from './faults.js';
export type { JournalEntry, JournalFilter, RequestJournal } from './journal.js';
export { StateFileError } from './state-store.js';
export { CEILINGS_PIPELINE_ID, DEMO_ACCOUNT_ID, SERVICE_PIPELINE_ID } from './seed.js';
export type { AccountState } from './world.js';
