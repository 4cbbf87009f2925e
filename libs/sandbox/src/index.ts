export * from './amocrm/index.js';
export * from './mail/index.js';
