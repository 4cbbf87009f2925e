export { Files } from './files.service.js';
