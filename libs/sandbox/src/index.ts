export * from './amocrm/index.js';
