export { EstimatesModule } from './estimates.module.js';
