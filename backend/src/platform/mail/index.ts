export { Mail } from './mail.js';
export type { LetterRequest } from './letters.repository.js';
