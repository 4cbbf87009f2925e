export { AmocrmModule } from './amocrm.module.js';
